/** What the package asks for beyond the smallest Debian. */
export const packageNeeds = ['libatomic1'] as const;

/** What a Debian host has where SSSD, sshd, su and login start the recorder, with tlog to compare. */
export const hostRootPackages = [...packageNeeds, 'tlog', 'openssh-server', 'openssh-client', 'sssd', 'sssd-tools', 'slapd', 'ldap-utils', 'openssl', 'tmux', 'vim', 'less', 'procps', 'rsync', 'git', 'iproute2', 'bsdutils', 'util-linux-extra'] as const;
