#!/bin/bash
# Commands under a real auditd while its plugin and the agent are killed in turn: audit-storm.sh FOLDER NODE PLUGIN AGENT ROUNDS COMMANDS
# Leaves the machine's audit as it was. One at a time: the kernel has one audit daemon.
set -u
folder=$1 node=$2 plugin=$3 agent=$4 rounds=$5 commands=$6
backlog=$(auditctl -s | sed -n 's/^backlog_limit //p') enabled=$(auditctl -s | sed -n 's/^enabled //p')
mkdir -p "$folder/etc/plugins.d" "$folder/log"
chmod 750 "$folder/etc" "$folder/etc/plugins.d"
cat >"$folder/etc/auditd.conf" <<C
log_file = $folder/log/audit.log
log_format = ENRICHED
log_group = root
max_log_file = 8
num_logs = 99
max_log_file_action = ROTATE
space_left = 2
space_left_action = IGNORE
admin_space_left = 1
admin_space_left_action = IGNORE
disk_full_action = IGNORE
disk_error_action = IGNORE
q_depth = 20000
max_restarts = 1000
plugin_dir = $folder/etc/plugins.d
C
cat >"$folder/plugin" <<C
#!/bin/sh
echo \$\$ >>$folder/pids
exec $node $plugin --config $folder/agent.json 2>>$folder/said
C
cat >"$folder/etc/plugins.d/scribery.conf" <<C
active = yes
direction = out
path = $folder/plugin
type = always
format = string
C
chmod 750 "$folder/plugin"
chmod 640 "$folder/etc/auditd.conf" "$folder/etc/plugins.d/scribery.conf"
auditd -n -c "$folder/etc" &
daemon=$!
trap 'auditctl -d always,exit -F arch=b64 -S execve -k scribery-storm; kill $daemon; wait $daemon; auditctl -b $backlog; auditctl -e $enabled; kill ${shipper-} 2>/dev/null' EXIT >/dev/null 2>&1
for _ in $(seq 100); do [ -s "$folder/pids" ] && [ -n "$(ls "$folder/spool/audit" 2>/dev/null)" ] && break; sleep 0.1; done
auditctl -b 8192 >/dev/null
auditctl -a always,exit -F arch=b64 -S execve -k scribery-storm >/dev/null
$node "$agent" --config "$folder/agent.json" 2>>"$folder/said" &
shipper=$!
for round in $(seq "$rounds"); do
	for _ in $(seq "$commands"); do /bin/true; done &
	storm=$!
	sleep 0.3
	if [ $((round % 2)) = 1 ]; then
		kill -9 "$(tail -n 1 "$folder/pids")"
	else
		kill -9 $shipper
		wait $shipper 2>/dev/null
		$node "$agent" --config "$folder/agent.json" 2>>"$folder/said" &
		shipper=$!
	fi
	wait $storm
done
auditctl -d always,exit -F arch=b64 -S execve -k scribery-storm >/dev/null
sleep 15 # The plugin looks into the log a second time 12 s after its start.
kill $daemon
wait $daemon
echo "lost $(auditctl -s | sed -n 's/^lost //p')"
for _ in $(seq 100); do cmp -s <(cat "$folder"/spool/audit/*.jsonl | tail -n 1) <(tail -n 1 "$folder/out.jsonl") && break; sleep 0.1; done
