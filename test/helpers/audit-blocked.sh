#!/bin/bash
# Commands under a real auditd whose plugin cannot get rid of what it reads:
# audit-blocked.sh FOLDER NODE PLUGIN AGENT KIND SECONDS A-SECOND
# KIND: none (auditd alone), free (plugin and agent at work), stopped (the agent is stopped, its spool fills up), full (the spool's disk is full).
# Leaves the machine's audit as it was. One at a time: the kernel has one audit daemon.
folder=$1 node=$2 plugin=$3 agent=$4 kind=$5 seconds=$6 rate=$7
here=$(dirname "$0")
# shellcheck source=test/helpers/audit-machine.sh
. "$here/audit-machine.sh"
cc -O2 -o "$folder/audit-exec" "$here/audit-exec.c" || exit 1
if [ "$kind" = full ]; then
	mount -t tmpfs -o size=1m,mode=700 tmpfs "$folder/spool" || fail 'no small disk could be mounted'
fi
leave() { end_audit >/dev/null 2>&1; ! mountpoint -q "$folder/spool" || umount -l "$folder/spool"; }
begin_audit "$([ "$kind" = none ] && echo no || echo yes)"
trap leave EXIT
[ "$kind" = none ] || begin_agent
if [ "$kind" = stopped ] || [ "$kind" = full ]; then
	kill -STOP $shipper
fi
"$folder/audit-exec" "$seconds" "$rate" "$folder/took" &
storm=$!
waiting=0
while kill -0 $storm 2>/dev/null; do
	now=$(status_of backlog)
	[ "$now" -gt "$waiting" ] && waiting=$now
	sleep 0.5
done
wait $storm || fail 'the commands did not all run'
echo "lost $(($(status_of lost) - lost_before))"
echo "backlog $waiting"
rm -f /run/auditd.state
kill -CONT $daemon # It tells its state.
wait_until test -s /run/auditd.state || fail 'auditd has not told its state'
sed -n 's/^\(current\|max\) plugin queue depth\( used\)\? = /queue-\1 /p' /run/auditd.state
[ "$kind" = none ] || echo "spool $(cat "$folder"/spool/audit/*.jsonl | wc -c)"
trap - EXIT
leave
exit 0
