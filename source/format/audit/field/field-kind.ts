/** How a field's value is to be understood. */
export type FieldKind =
	| 'plain' | 'user' | 'group' | 'syscall' | 'arch' | 'exit' | 'escaped' | 'permission' | 'mode' | 'shortMode' | 'sockaddr' | 'promiscuous'
	| 'capability' | 'success' | 'argument' | 'signal' | 'list' | 'keystrokes' | 'session' | 'capabilities' | 'netfilterProtocol'
	| 'icmpType' | 'protocol' | 'personality' | 'seccomp' | 'openFlags' | 'mapFlags' | 'title' | 'hook' | 'action' | 'etherType' | 'ioctl'
	| 'key' | 'file' | 'answer' | 'multicast' | 'resolve';

/** Kind of the field `name` in a record of type `type`; `value` decides for `acct`, which old programs wrote bare. */
export function findFieldKind(name: string, type: number | undefined, value: string): FieldKind {
	if (type === execve && name.startsWith('a') && name !== 'argc' && !name.includes('_len')) {
		return 'escaped';
	}

	const kind = kinds.get(name) ?? 'plain';
	switch (name) {
		case 'acct': {
			return value.startsWith('"') || /^[\da-f]+$/iv.test(value) ? kind : 'plain';
		}

		case 'id': {
			return type !== undefined && groupTypes.has(type) ? 'group' : kind;
		}

		case 'mode': {
			return type === messageQueueOpen ? 'shortMode' : kind;
		}

		case 'fp': {
			return type === cryptoKeyUser ? 'plain' : kind;
		}

		case 'saddr': {
			return type === netfilterPacket ? 'plain' : kind;
		}

		default: {
			return kind;
		}
	}
}

const execve = 1309;
const messageQueueOpen = 1312;
const netfilterPacket = 1324;
const cryptoKeyUser = 2404;
const groupTypes: ReadonlySet<number> = new Set([1116, 1117, 1132]); // ADD_GROUP, DEL_GROUP, GRP_MGMT.

/** Which fields are of a kind, after the field dictionary of the audit project. Only here is hex ever decoded: `uid=1000` would be good hex too. */
const namesByKind: Readonly<Partial<Record<FieldKind, string>>> = {
	user: 'auid euid fsuid id inode_uid iuid oauid obj_uid old-auid ouid sauid suid uid',
	group: 'egid fsgid gid igid inode_gid new_gid obj_gid ogid sgid',
	syscall: 'syscall',
	arch: 'arch',
	exit: 'exit',
	escaped: 'acct apparmor cgroup cmd comm cwd denied_mask device dir exe file grp info invalid_context new-chardev new-disk new-fs new-net new-rng new_group ocomm old-chardev old-disk old-fs old-net old-rng operation path profile requested_mask root_dir sw vm watch',
	permission: 'perm perm_mask',
	mode: 'mode',
	sockaddr: 'saddr',
	promiscuous: 'old_prom prom',
	capability: 'capability',
	success: 'res result',
	argument: 'a0 a1 a2 a3',
	signal: 'sig sigev_signo',
	list: 'list',
	keystrokes: 'data',
	session: 'ses',
	capabilities: 'cap_fi cap_fp cap_pa cap_pe cap_pi cap_pp fi fp new_pe new_pi new_pp old_pa old_pe old_pi old_pp pa pe pi pp',
	netfilterProtocol: 'family',
	icmpType: 'icmptype',
	protocol: 'proto',
	personality: 'per',
	seccomp: 'code',
	openFlags: 'oflag',
	mapFlags: 'flags',
	title: 'proctitle',
	hook: 'hook',
	action: 'action',
	etherType: 'macproto',
	ioctl: 'ioctlcmd',
	key: 'key',
	file: 'name',
	answer: 'resp',
	multicast: 'nl-mcgrp',
	resolve: 'resolve',
};

const kinds: ReadonlyMap<string, FieldKind> = new Map(Object.entries(namesByKind).flatMap(([kind, names]) => names.split(' ').map(name => [name, kind as FieldKind] as const))); // The keys of the record are kinds.
