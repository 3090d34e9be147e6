#!/bin/bash
# Run a program in a copy of a Debian root that is gone afterwards, with its own processes, mounts and network:
#   debian-root.sh ROOT SHARED PROGRAM [ARGUMENT...]      SHARED is seen as /mnt
set -eu
root=$1 shared=$2
shift 2
if [ "${SCRIBERY_INSIDE-}" != yes ]; then
	SCRIBERY_INSIDE=yes exec unshare --mount --net --pid --fork --kill-child "$0" "$root" "$shared" "$@"
fi
mount --make-rprivate /
copy=$(mktemp -d)
mount -t tmpfs -o mode=755 tmpfs "$copy"
mkdir "$copy/upper" "$copy/work" "$copy/root"
mount -t overlay -o "lowerdir=$root,upperdir=$copy/upper,workdir=$copy/work" overlay "$copy/root"
mount -t proc proc "$copy/root/proc"
mount --rbind /dev "$copy/root/dev"
mount --bind "$shared" "$copy/root/mnt"
mount -t tmpfs -o mode=755 tmpfs "$copy/root/run"
mkdir "$copy/root/run/sshd"
ip link set lo up
exec chroot "$copy/root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=xterm DEBIAN_FRONTEND=noninteractive "$@"
