#!/bin/bash
# Commands under a real auditd while its plugin and the agent are killed in turn, each once a round:
# audit-storm.sh FOLDER NODE PLUGIN AGENT ROUNDS SECONDS A-SECOND
# Leaves the machine's audit as it was. One at a time: the kernel has one audit daemon.
folder=$1 node=$2 plugin=$3 agent=$4 rounds=$5 seconds=$6 rate=$7
here=$(dirname "$0")
# shellcheck source=test/helpers/audit-machine.sh
. "$here/audit-machine.sh"
cc -O2 -o "$folder/audit-exec" "$here/audit-exec.c" || exit 1
begin_audit yes
begin_agent
for round in $(seq "$rounds"); do
	"$folder/audit-exec" "$seconds" "$rate" "$folder/took.$round" &
	storm=$!
	sleep 0.3
	if [ $((round % 2)) = 1 ]; then
		kill -9 "$(tail -n 1 "$folder/pids")"
	else
		kill -9 $shipper
		wait $shipper 2>/dev/null
		begin_agent
	fi
	began=$(date +%s%N)
	wait $storm || fail 'the commands did not all run'
	echo "round $round $(($(date +%s%N) - began))"
done
auditctl -d "${rule[@]}" >/dev/null
sleep 15 # The plugin looks into the log a second time 12 s after its start.
kill $daemon
wait $daemon
daemon=''
echo "lost $(($(status_of lost) - lost_before))"
is_shipped() { cmp -s <(cat "$folder"/spool/audit/*.jsonl | tail -n 1) <(tail -n 1 "$folder/out.jsonl"); }
wait_until is_shipped || fail 'the agent has not delivered all'
