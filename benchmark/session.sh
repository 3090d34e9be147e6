#!/bin/bash
# A host for `session.ts`: a user in the user database, places for tlog that belong to this mount namespace alone, no lock left by others.
#   unshare -m bash session.sh FOLDER USER COMMAND...
folder=$1 user=$2
shift 2
mount --make-rprivate /
for file in passwd group; do
	cp /etc/$file "$folder/$file"
	mount --bind "$folder/$file" /etc/$file
done
echo "recorded:x:$user:$user::$folder/home:/bin/bash" >>/etc/passwd
echo "recorded:x:$user:" >>/etc/group
mkdir -p "$folder/home" /run/tlog
chown "$user:$user" "$folder/home"
printf '{"writer":"file","file":{"path":"%s/home/tlog-rec-session"},"notice":""}' "$folder" >"$folder/tlog.conf"
mount --bind "$folder/tlog.conf" /etc/tlog/tlog-rec-session.conf
mount -t tmpfs -o mode=1777 tmpfs /run/tlog
: >>/run/utmp
install -m 664 -g utmp /dev/null "$folder/utmp"
mount --bind "$folder/utmp" /run/utmp
exec "$@"
