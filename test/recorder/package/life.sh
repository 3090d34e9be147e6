#!/bin/bash
# Life of the package in a Debian root: life.sh PACKAGE [later]      later: tlog, there now, is installed only while the package is
# Prints one line a fact; what is left over after the purge, apart from dpkg's own books, is printed as `left: ...`.
list() { find / -xdev -not -path '/mnt*' -not -path '/proc*' -not -path '/dev*' -not -path '/run*' -not -path '/var/lib/dpkg/*' -not -path '/var/log/*' -not -path '/var/cache/*' -not -path '/var/lib/systemd/*' -not -path '/etc/*-' -printf '%p %M %u %g %l\n' | sort; }
told() { sed "s/^/$1: /"; }
mode() { stat -c '%n %a %U %G' "$@"; }
[ "${2-}" = later ] && dpkg --purge tlog >/dev/null
list >/tmp/before
cp /etc/passwd /etc/group /tmp/
dpkg -i /mnt/"$1" >/tmp/log 2>&1 || cat /tmp/log
mode /usr/bin/scribery-session /var/spool/scribery /var/lib/scribery /etc/scribery/session.conf
echo "link: $(readlink /usr/bin/tlog-rec-session)"
[ -e /usr/bin/tlog-rec-session.distrib ] && echo 'kept: tlog'
[ "${2-}" = later ] && dpkg -i /var/cache/apt/archives/tlog_*.deb >/dev/null && echo "link with tlog: $(readlink /usr/bin/tlog-rec-session)"
useradd -m -s /bin/bash alice
ln -s /usr/bin/tlog-rec-session /tmp/tlog-rec-session-shell-bin-dash
su alice -s /usr/bin/tlog-rec-session -c 'echo "ran: $(id -un) $SHELL"'
su alice -s /tmp/tlog-rec-session-shell-bin-dash -c 'echo "ran: $SHELL"'
echo "recordings: $(find /var/spool/scribery -name '*.frames' -user scribery -perm 600 | wc -l)"
dpkg -i /mnt/"$1" >/tmp/log 2>&1 || cat /tmp/log
mode /usr/bin/scribery-session | told 'again'
dpkg --remove scribery 2>&1 | grep '^scribery:' | told remove
[ -e /usr/bin/tlog-rec-session ] && [ ! -L /usr/bin/tlog-rec-session ] && echo 'back: tlog'
dpkg --purge scribery 2>&1 | grep '^scribery:' | told purge
ls -A /etc/scribery 2>/dev/null | told 'configuration left'
echo "kept recordings: $(find /var/spool/scribery -name '*.frames' | wc -l)"
dpkg -i /mnt/"$1" >/dev/null 2>&1
printf '{"spool": "/var/spool/scribery", "state": "/var/lib/scribery", "writers": {"file": {"type": "file", "path": "/var/lib/scribery/delivered"}}}' >/tmp/agent.json
NODE_OPTIONS=--require=/nowhere setpriv --reuid=scribery --regid=scribery --clear-groups scribery-agent --config /tmp/agent.json 2>/dev/null &
for _ in {1..200}; do [ "$(find /var/spool/scribery -name '*.frames' | wc -l)" = 0 ] && break; sleep 0.1; done
scribery-agent --config /tmp/agent.json --status >/dev/null && echo 'agent: in order'
echo "delivered: $(grep -c '"user":"alice",.*"id":1,' /var/lib/scribery/delivered)"
kill $!
wait $!
rm /tmp/agent.json
dpkg --purge scribery 2>&1 | grep '^scribery:' | told purge
userdel -r alice 2>/dev/null
rm -f /tmp/log /tmp/tlog-rec-session-shell-bin-dash
[ "${2-}" = later ] && dpkg --purge tlog >/dev/null 2>&1
list | diff /tmp/before - | grep '^[<>]' | grep -v '/tmp/\| /tmp$\|/var/mail \|^[<>] /etc \|^[<>] / ' | told left
diff /tmp/passwd /etc/passwd | told users
dpkg --audit | told audit
dpkg-divert --list '*tlog*' | told divert
dpkg-statoverride --list | grep scribery | told override
