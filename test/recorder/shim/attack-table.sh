#!/bin/bash
# One attack on one recorder, as its user and on a terminal of his: unshare -m --pid --mount-proc bash attack-table.sh FOLDER USER PROGRAM
# FOLDER/before.sh runs on the outer terminal before the recorder, FOLDER/attack.sh is the recorded command. tlog's places are those of this
# mount namespace; its record is FOLDER/record/log.
folder=$1 user=$2 program=$3
mount --make-rprivate /
printf '{"writer":"file","file":{"path":"%s/record/log"},"notice":""}' "$folder" >"$folder/tlog.conf"
mount --bind "$folder/tlog.conf" /etc/tlog/tlog-rec-session.conf
mkdir -p /run/tlog
mount -t tmpfs -o "mode=1777" tmpfs /run/tlog
for file in passwd group; do
	cp /etc/$file "$folder/$file"
	mount --bind "$folder/$file" /etc/$file
done
echo "attacker:x:$user:$user::$folder/own:/bin/bash" >>/etc/passwd # tlog looks for him there.
echo "attacker:x:$user:" >>/etc/group
: >>/run/utmp
install -m 664 -g utmp /dev/null "$folder/utmp" # Without one it lets nobody in.
mount --bind "$folder/utmp" /run/utmp
chown "$user" "$(tty)"
export program
as_user="setpriv --reuid=$user --regid=$user --clear-groups"
cd "$folder" || exit 1
[ ! -e before-as-root.sh ] || . ./before-as-root.sh
$as_user bash -c '. ./before.sh; exec '"${program@Q}"' -c ". ./attack.sh"'
