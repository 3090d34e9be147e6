/** Why aushape's output is not what a log deserves, each a known fault of it. */
export const aushapeFaults = {
	unknownType: 'a record of a type that libauparse does not know turns the whole event into an error',
	errorName: 'errors past 511 have no name: (null)(Unknown error 514)',
	repeatedName: 'a field that comes twice, as several rule keys do, is written as two JSON members of one name, of which readers keep one',
	cutValue: 'a value with blanks in it is cut at the first',
	splitLogin: 'a login and its system call become two events with one serial',
	lostLine: 'a last record without a line feed is lost with its event',
	abort: 'the conversion ends in the middle',
} as const;

type Better = {
	readonly fault: keyof typeof aushapeFaults;
	/** What our output has instead. */
	readonly has: string;
	/** Events that differ for it; all others are the same. `undefined` where theirs is no JSON. */
	readonly events: number | undefined;
};

/** Each case in which our output is not aushape's. */
export const betterThanAushape: Readonly<Record<string, Better>> = {
	'unknown record type name': {fault: 'unknownType', has: '"bogus":{', events: 2},
	'record LANDLOCK_ACCESS domain=1 blockers=fs.refer p': {fault: 'unknownType', has: '"landlock_access":{', events: 1},
	'ext laurel/src/testdata/record-service-start.txt': {fault: 'unknownType', has: '"unknown[1420]":{', events: 1},
	'exit -514': {fault: 'errorName', has: '"exit":["ERESTARTNOHAND(', events: 1},
	'key hex two keys': {fault: 'repeatedName', has: '"key":["exec","etc a"]', events: 1},
	'ext go-libaudit/auparse/testdata/audit-ubuntu17.log': {fault: 'repeatedName', has: '"key":["exec","64bit"]', events: 1},
	'ext go-libaudit ubuntu-17.04-linux-4.10.0 EXECVE with multiple keys': {fault: 'repeatedName', has: '"key":["exec","64bit"]', events: 1},
	'ext go-libaudit/auparse/testdata/test2.log': {fault: 'repeatedName', has: '"auid_2":', events: 1},
	'ext laurel/src/testdata/record-ptrace.txt': {fault: 'repeatedName', has: '"uid_2":', events: 1},
	'user record USER text=hello from "auditct': {fault: 'cutValue', has: String.raw`"text":["hello from \"auditctl\""]`, events: 1},
	'quoted value containing raw space (malformed)': {fault: 'cutValue', has: '"cwd":["/a b/c"]', events: 1},
	'ext laurel/src/testdata/record-avc-apparmor.txt': {fault: 'cutValue', has: '"info":["same as current profile, skipping"]', events: 1},
	'ext go-libaudit random-internet ANOM_ABEND SIGSEGV seg fault': {fault: 'cutValue', has: String.raw`"reason":["\"memory violation\""]`, events: 1},
	'ext audit-userspace/auparse/test/test.log': {fault: 'splitLogin', has: '"login":{', events: 1},
	'ext audit-userspace/auparse/test/test2.log': {fault: 'splitLogin', has: '"login":{', events: 1},
	'ext laurel/src/testdata/record-login.txt': {fault: 'splitLogin', has: '"login":{', events: 1},
	'ext go-libaudit/auparse/testdata/audit-rhel7.log': {fault: 'lostLine', has: '"serial":1209', events: 1},
	'ext go-libaudit/auparse/testdata/audit-ubuntu14.log': {fault: 'lostLine', has: '"serial":1428931', events: 1},
	'ext laurel/src/testdata/fork-sleep-exec.txt': {fault: 'abort', has: '"execve":[', events: undefined},
};
