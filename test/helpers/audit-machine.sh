# For scripts that need the kernel's audit for themselves, under the machine's lock: sourced with folder, node, plugin and agent set.
# begin_audit yes|no, with the plugin or without: a real auditd, its files below the folder. end_audit: the machine as it was.
set -u
rule=(always,exit -F arch=b64 -S execve -k scribery-storm)
status_of() { auditctl -s | sed -n "s/^$1 //p"; }
backlog=$(status_of backlog_limit) enabled=$(status_of enabled)
daemon='' shipper=''

begin_audit() {
	local active=$1
	mkdir -p "$folder/etc/plugins.d" "$folder/log"
	chmod 750 "$folder/etc" "$folder/etc/plugins.d"
	cat >"$folder/etc/auditd.conf" <<-C
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
	cat >"$folder/plugin" <<-C
		#!/bin/sh
		echo \$\$ >>$folder/pids
		exec $node $plugin --config $folder/agent.json 2>>$folder/said
	C
	printf '%s\n' "active = $active" 'direction = out' "path = $folder/plugin" 'type = always' 'format = string' >"$folder/etc/plugins.d/scribery.conf"
	chmod 750 "$folder/plugin"
	chmod 640 "$folder/etc/auditd.conf" "$folder/etc/plugins.d/scribery.conf"
	trap 'end_audit >/dev/null 2>&1' EXIT
	trap 'exit 1' HUP INT TERM
	auditd -n -c "$folder/etc" &
	daemon=$!
	[ "$active" = no ] || wait_until has_spool || fail 'auditd has not started the plugin'
	wait_until has_daemon || fail 'auditd has not taken over the audit'
	auditctl -b 8192 >/dev/null
	auditctl -a "${rule[@]}" >/dev/null || fail 'the rule was not taken'
	lost_before=$(status_of lost)
}

begin_agent() {
	$node "$agent" --config "$folder/agent.json" 2>>"$folder/said" &
	shipper=$!
}

end_audit() {
	trap - EXIT
	auditctl -d "${rule[@]}"
	[ -z "$daemon" ] || { kill "$daemon"; wait "$daemon"; }
	auditctl -b "$backlog"
	auditctl -e "$enabled"
	[ -z "$shipper" ] || { kill -CONT "$shipper"; kill "$shipper"; wait "$shipper"; }
	return 0
}

has_daemon() { [ "$(status_of pid)" = "$daemon" ]; }
has_spool() { [ -n "$(ls "$folder/spool/audit" 2>/dev/null)" ]; }
wait_until() { for _ in $(seq 200); do "$@" && return; sleep 0.1; done; return 1; }
fail() { echo "$1" >&2; exit 1; }
