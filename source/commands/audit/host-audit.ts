#!/usr/bin/env node
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {runPlugin} from '../../../recorder/audit/run-plugin.ts';
import {createSyslogSayer} from '../../../recorder/audit/say-to-syslog.ts';
import {systemClock} from '../../clock.ts';
import {UserError} from '../../user-error.ts';
import {exitCodeOf, printError} from '../print-error.ts';

declare const SCRIBERY_VERSION: string | undefined;

/** What auditd has written before it told us to end is still to be read. */
const farewellMs = 1000;

const usage = `scribery-audit  auditd's plugin: spools audit events for scribery-agent

  scribery-audit [--config FILE]   reads audit records on standard input (auditd starts it: /etc/audit/plugins.d/scribery.conf)

  --config FILE   default /etc/scribery/agent.json: "spool" and "audit"

SIGHUP: read the configuration anew. SIGTERM, or the end of the input: write what waits, then end.
`;

const say = createSyslogSayer();
const reloads: Array<() => void> = [];
process.on('SIGHUP', () => {
	for (const reload of reloads) {
		reload();
	}
});

function tell(line: string): void {
	process.stderr.write(`scribery-audit: ${line}\n`);
	say(line);
}

const ended = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	process.once(signal, () => {
		setTimeout(ended.resolve, farewellMs);
	});
}

// The whole of `/usr/bin/scribery-audit`: no console, no store, none of what draws.
try {
	const values = parseWords();
	if (values.help) {
		process.stdout.write(usage);
	} else if (values.version) {
		process.stdout.write(`${typeof SCRIBERY_VERSION === 'string' ? SCRIBERY_VERSION : 'unbundled'}\n`);
	} else {
		await runPlugin(values.config, {
			clock: systemClock,
			stdin: process.stdin,
			ending: ended.promise,
			onReload(reload) {
				reloads.push(reload);
			},
			say: tell,
		});
		process.exit();
	}
} catch (error) {
	tell(printError(error).replace(/^scribery: /v, '').trimEnd());
	await sleep(100); // Until the system's log has it.
	process.exit(exitCodeOf(error));
}

function parseWords() {
	try {
		return parseArgs({args: process.argv.slice(2), options: {config: {type: 'string', default: '/etc/scribery/agent.json'}, help: {type: 'boolean', short: 'h', default: false}, version: {type: 'boolean', default: false}}, strict: true}).values;
	} catch (error) {
		throw new UserError(`${error instanceof Error ? error.message : String(error)}; "scribery-audit --help" lists the options`, {cause: error});
	}
}
