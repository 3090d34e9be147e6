#!/bin/bash
# Life of the archive in a Debian root.
list() { find /etc /usr -newer /tmp/before -not -type d | sort; }
touch /tmp/before
tar -C / -xzf /mnt/scribery.tar.gz
/usr/lib/scribery/set-up --archive
stat -c '%n %a %U %G' /usr/bin/scribery-session /var/spool/scribery /var/lib/scribery /etc/scribery/session.conf
echo "link: $(readlink /usr/bin/tlog-rec-session)"
useradd -m -s /bin/bash alice
su alice -s /usr/bin/tlog-rec-session -c 'echo "ran: $(id -un) $SHELL"'
echo "recordings: $(find /var/spool/scribery -name '*.frames' -user scribery -perm 600 | wc -l)"
sed -i 's/^full=.*/full=pass/' /etc/scribery/session.conf
tar -C / -xzf /mnt/scribery.tar.gz
/usr/lib/scribery/set-up --archive
echo "changed: $(grep ^full= /etc/scribery/session.conf)"
/usr/lib/scribery/set-up --remove
[ -e /usr/bin/tlog-rec-session ] && [ ! -L /usr/bin/tlog-rec-session ] && echo 'back: tlog'
echo "files left: $(find / -xdev -path '*scribery*' -not -path '/mnt/*' -not -path '/etc/*' -not -path '/var/*' -not -path '/proc/*' | wc -l)"
