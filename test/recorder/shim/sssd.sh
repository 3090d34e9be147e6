#!/bin/bash
# A Debian whose SSSD decides who is recorded: sssd.sh, in a Debian root, on a terminal, with the package as /mnt/scribery.deb.
# lena is a user of /etc/passwd, alice one of LDAP in the recorded group, bob one of LDAP that nobody records.
# Prints one line `what: came out` a fact; then `login` asks for a name, and `done` is the last. The spool is left in /mnt/spool.
cd /
dpkg -i /mnt/scribery.deb >/mnt/log 2>&1
useradd -m -u 2001 -s /bin/bash lena
printf '%s\n' 'TLOG_REC_SESSION_CONF_TEXT DEFAULT={"log":{"output":false}}' 'NODE_OPTIONS DEFAULT=--require=/tmp/x.js' 'LD_PRELOAD DEFAULT=/tmp/x.so' >/home/lena/.pam_environment
mkdir -p /home/alice /home/bob /etc/keys /var/lib/example
chown 2002:2002 /home/alice && chown 2003:2002 /home/bob
ssh-keygen -q -t ed25519 -N '' -f /root/key
for user in lena alice bob; do cp /root/key.pub /etc/keys/$user; done

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout /etc/ldap/key.pem -out /etc/ldap/cert.pem 2>>/mnt/log
cat >/etc/ldap/slapd.conf <<'SLAPD'
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/nis.schema
modulepath /usr/lib/ldap
moduleload back_mdb
TLSCertificateFile /etc/ldap/cert.pem
TLSCertificateKeyFile /etc/ldap/key.pem
database mdb
maxsize 16777216
suffix dc=example,dc=test
rootdn cn=admin,dc=example,dc=test
directory /var/lib/example
SLAPD
person() { printf '\ndn: uid=%s,dc=example,dc=test\nobjectClass: account\nobjectClass: posixAccount\nuid: %s\ncn: %s\nuidNumber: %s\ngidNumber: 2002\nhomeDirectory: /home/%s\nloginShell: /bin/bash\nuserPassword: %s\n' "$1" "$1" "$1" "$2" "$1" "$(slappasswd -s "$1's word")"; }
{
	printf 'dn: dc=example,dc=test\nobjectClass: dcObject\nobjectClass: organization\no: example\ndc: example\n'
	person alice 2002
	person bob 2003
	printf '\ndn: cn=people,dc=example,dc=test\nobjectClass: posixGroup\ncn: people\ngidNumber: 2002\n'
	printf '\ndn: cn=recorded,dc=example,dc=test\nobjectClass: posixGroup\ncn: recorded\ngidNumber: 2004\nmemberUid: alice\n'
} | slapadd -q -f /etc/ldap/slapd.conf >>/mnt/log 2>&1
slapd -f /etc/ldap/slapd.conf -h ldaps://127.0.0.1 >>/mnt/log 2>&1

cat >/etc/sssd/sssd.conf <<'SSSD'
[sssd]
services = nss, pam
domains = host, example
[domain/host]
id_provider = proxy
proxy_lib_name = files
auth_provider = none
access_provider = permit
[domain/example]
id_provider = ldap
auth_provider = ldap
access_provider = permit
ldap_uri = ldaps://127.0.0.1
ldap_search_base = dc=example,dc=test
ldap_tls_cacert = /etc/ldap/cert.pem
[session_recording]
scope = some
users = lena
groups = recorded
SSSD
chmod 600 /etc/sssd/sssd.conf
sed -i 's/^passwd:.*/passwd: sss files/; s/^group:.*/group: sss files/' /etc/nsswitch.conf
sssd -i --logger=stderr >>/mnt/log 2>&1 &
for _ in {1..200}; do getent passwd alice >/dev/null && break; sleep 0.1; done
for user in lena alice bob; do echo "shell of $user: $(getent passwd $user | cut -d: -f7)"; done

printf '%s\n' 'HostKey /etc/ssh/ssh_host_ed25519_key' 'ListenAddress 127.0.0.1' 'UsePAM yes' 'AuthorizedKeysFile /etc/keys/%u' 'PrintMotd no' 'Subsystem sftp /usr/lib/openssh/sftp-server' >/etc/ssh/sshd_config
/usr/sbin/sshd
options=(-i /root/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes)
for user in lena alice bob; do
	ssh "${options[@]}" $user@127.0.0.1 'echo "ssh $(id -un): $SHELL $(cat /proc/self/loginuid)"; cat /proc/self/sessionid >ses; exit 5'
	echo "ssh of $user ended with: $?"
	ssh -tt "${options[@]}" $user@127.0.0.1 'echo "ssh -t $(id -un): $0 $SHELL"; cat /proc/self/sessionid >ses-t' </dev/null | tr -d '\r'
	echo "audit sessions of $user: $(cat /home/$user/ses) $(cat /home/$user/ses-t)"
done
su -l lena -c 'echo "su: $0 $SHELL"'
echo 'now login'
login
cp -r /var/spool/scribery /mnt/spool
echo done
