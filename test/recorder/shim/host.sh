#!/bin/bash
# The installed login shell as a user's shell on a host of its own: unshare -m bash host.sh FOLDER PROGRAM USER [TIMES [BYTES]]
# User database, list of shells and sshd are those of this mount namespace and end with it. Prints one line `what: came out` a fact.
folder=$1 program=$2 id=$3 times=${4-10} bytes=${5-3000000} user=scribtest
mount --make-rprivate /
mkdir "$folder/home" "$folder/etc"
cp /etc/passwd /etc/group /etc/shadow /etc/shells "$folder/etc/"
echo "$user:x:$id:$id::$folder/home:$program" >>"$folder/etc/passwd"
echo "$user:x:$id:" >>"$folder/etc/group"
echo "$user:*:19000:0:99999:7:::" >>"$folder/etc/shadow"
echo "$program" >>"$folder/etc/shells"
for file in passwd group shadow shells; do mount --bind "$folder/etc/$file" "/etc/$file"; done

mkdir "$folder/home/.ssh"
ssh-keygen -q -t ed25519 -N '' -f "$folder/etc/host"
ssh-keygen -q -t ed25519 -N '' -f "$folder/etc/key"
cp "$folder/etc/key.pub" "$folder/home/.ssh/authorized_keys"
chown -R "$id:$id" "$folder/home"
mkdir -p /run/sshd
port=$((20000 + $$ % 10000))
printf '%s\n' "Port $port" 'ListenAddress 127.0.0.1' "HostKey $folder/etc/host" "PidFile $folder/etc/sshd.pid" 'UsePAM no' 'StrictModes no' 'UseDNS no' \
	'Subsystem sftp /usr/lib/openssh/sftp-server' >"$folder/etc/sshd_config"
"$(command -v sshd)" -f "$folder/etc/sshd_config" -E "$folder/etc/sshd.log"
trap 'kill "$(cat "$folder/etc/sshd.pid")"' EXIT
options=(-o "IdentityFile=$folder/etc/key" -o "Port=$port" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes)
remote() { ssh "${options[@]}" "$user@127.0.0.1" "$@"; }
while ! (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.05; done

told() { printf '%s: %s\n' "$1" "$(tr -d '\r' | tr '\n' ' ')"; }
mkfifo "$folder/etc/keys" && exec 9<>"$folder/etc/keys" # Nobody types, and there is no end either.
on_terminal() { script -qec "$1" /dev/null <&9; }
on_terminal "su -l $user -c 'shopt -q login_shell && echo login; echo \$0 \$SHELL; id -u; tty | cut -c1-9; exit 42'" | told su
on_terminal "su -l $user -c 'exit 42'"; echo "su status: $?"
su -l "$user" -c 'echo out; echo err >&2; exit 3' </dev/null 2>/dev/null | told 'su output'
remote 'echo out; echo err >&2; exit 5' 2>"$folder/etc/err" | told 'ssh output'
told 'ssh errors' <"$folder/etc/err"
remote 'exit 5'; echo "ssh status: $?"
remote 'kill -TERM $$'; echo "ssh signal: $?"
on_terminal "ssh -tt ${options[*]} $user@127.0.0.1 'test \$(tty) != \$SSH_TTY && echo inner; echo \$0'" | told 'ssh terminal'

head -c "$bytes" /dev/urandom >"$folder/etc/data"
same() { cmp -s "$folder/etc/data" "$2" && echo "$1: same" || echo "$1: different"; }
remote cat <"$folder/etc/data" | same 'ssh through' -
scp -q -O "${options[@]}" "$folder/etc/data" "$user@127.0.0.1:scp" && same 'scp' "$folder/home/scp"
scp -q "${options[@]}" "$folder/etc/data" "$user@127.0.0.1:sftp" && same 'sftp' "$folder/home/sftp"
rsync -e "ssh ${options[*]}" "$folder/etc/data" "$user@127.0.0.1:rsync" && same 'rsync' "$folder/home/rsync"
git init -q --bare "$folder/home/git.git" && chown -R "$id:$id" "$folder/home/git.git"
(cd "$folder/etc" && git init -q git && cd git && cp ../data . && git add data && git -c user.name=x -c user.email=x@x commit -qm x &&
	GIT_SSH_COMMAND="ssh ${options[*]}" git push -q "ssh://$user@127.0.0.1$folder/home/git.git" HEAD:refs/heads/main &&
	GIT_SSH_COMMAND="ssh ${options[*]}" git clone -q -b main "ssh://$user@127.0.0.1$folder/home/git.git" ../clone) && same 'git' "$folder/etc/clone/data"
wrong=0
for ((n = 0; n < times; n++)); do [ "$(remote 'seq 20000' </dev/null | wc -c)" = 108894 ] || wrong=$((wrong + 1)); done
echo "ssh without input: $wrong wrong"
