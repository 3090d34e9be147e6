#!/bin/bash
# A login by ssh on a host of its own whose auditd has our plugin: flock LOCK unshare -m bash audited-login.sh FOLDER SHELL USER NODE SCRIBERY PLUGIN
# Shows `audit is held` once it has the lock, the login's terminal, then `audit is quiet`. User database, sudoers, PAM and /home are those of this mount namespace and end with it;
# the kernel's audit, which is the machine's, is left as it was found.
set -u
echo 'audit is held'
folder=$1 shell=$2 id=$3 node=$4 scribery=$5 plugin=$6 user=scribtest
backlog=$(auditctl -s | sed -n 's/^backlog_limit //p') enabled=$(auditctl -s | sed -n 's/^enabled //p') holder=$(auditctl -s | sed -n 's/^pid //p')
[ "$holder" = 0 ] || { echo "the kernel gives its audit to process $holder already"; exit 1; }

mount --make-rprivate /
mkdir -p "$folder/home/$user/.ssh" "$folder/etc/plugins.d" "$folder/log"
cp /etc/passwd /etc/group /etc/shadow "$folder/etc/"
echo "$user:x:$id:$id::/home/$user:$shell" >>"$folder/etc/passwd"
echo "$user:x:$id:" >>"$folder/etc/group"
echo "$user:*:19000:0:99999:7:::" >>"$folder/etc/shadow"
echo "$user ALL=(ALL) NOPASSWD: ALL" >"$folder/etc/sudoers" && chmod 440 "$folder/etc/sudoers"
printf '%s\n' 'account required pam_permit.so' 'session required pam_loginuid.so' >"$folder/etc/pam"
for file in passwd group shadow sudoers; do mount --bind "$folder/etc/$file" "/etc/$file"; done
mount --bind "$folder/etc/pam" /etc/pam.d/sshd
mount --bind "$folder/home" /home
printf '%s\n' "PS1='ready> '" 'unset HISTFILE PROMPT_COMMAND' >"/home/$user/.bash_profile"
ssh-keygen -q -t ed25519 -N '' -f "$folder/etc/host"
ssh-keygen -q -t ed25519 -N '' -f "$folder/etc/key"
cp "$folder/etc/key.pub" "/home/$user/.ssh/authorized_keys"
chown -R "$id:$id" "/home/$user"
mkdir -p /run/sshd
port=$((20000 + $$ % 10000))
printf '%s\n' "Port $port" 'ListenAddress 127.0.0.1' "HostKey $folder/etc/host" "PidFile $folder/etc/sshd.pid" 'UsePAM yes' 'StrictModes no' 'UseDNS no' 'PrintMotd no' 'PrintLastLog no' >"$folder/etc/sshd_config"

cat >"$folder/etc/auditd.conf" <<C
log_file = $folder/log/audit.log
log_format = ENRICHED
log_group = root
space_left = 2
space_left_action = IGNORE
admin_space_left = 1
admin_space_left_action = IGNORE
disk_full_action = IGNORE
disk_error_action = IGNORE
q_depth = 20000
plugin_dir = $folder/etc/plugins.d
C
printf '#!/bin/sh\nexec %s %s --config %s 2>>%s\n' "$node" "$plugin" "$folder/agent.json" "$folder/said" >"$folder/plugin"
printf '%s\n' 'active = yes' 'direction = out' "path = $folder/plugin" 'type = always' 'format = string' >"$folder/etc/plugins.d/scribery.conf"
chmod 750 "$folder/etc" "$folder/etc/plugins.d" "$folder/plugin"
chmod 640 "$folder/etc/auditd.conf" "$folder/etc/plugins.d/scribery.conf"
"$node" "$scribery" audit rules | sed -n 's/^-a //p' >"$folder/etc/rules"
# A kernel without 32-bit programs refuses their rules, and says so.
rules() { while read -ra rule; do auditctl "$1" "${rule[@]}"; done <"$folder/etc/rules"; }

end() {
	[ -f "$folder/etc/sshd.pid" ] && kill "$(cat "$folder/etc/sshd.pid")"
	rules -d
	kill "$daemon" && wait "$daemon"
	auditctl -b "$backlog"
	auditctl -e "$enabled"
}
auditd -n -c "$folder/etc" &
daemon=$!
trap 'end >/dev/null 2>&1' EXIT
trap 'exit 1' HUP INT TERM
for _ in $(seq 200); do [ -n "$(ls "$folder/spool/audit" 2>/dev/null)" ] && break; sleep 0.1; done
auditctl -b 8192 >/dev/null
rules -a
"$(command -v sshd)" -f "$folder/etc/sshd_config" -E "$folder/etc/sshd.log"
while ! (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.05; done
ssh -tt -i "$folder/etc/key" -p "$port" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes "$user@127.0.0.1"
trap - EXIT
end >/dev/null 2>&1
echo 'audit is quiet'
