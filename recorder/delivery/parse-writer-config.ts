import {readConfigFields} from './config-fields.ts';
import type {ConfigFields, ConfigPlace} from './config-fields.ts';
import {syslogFacilities, syslogPriorities} from './writer-config.ts';
import type {CollectorWriterConfig, SyslogFacility, SyslogPriority, SyslogWriterConfig, TcpAddress, TlsAddress, TlsConfig, UnixAddress, WriterConfig} from './writer-config.ts';

/** Where syslog daemons listen on their host. */
export const syslogSocket = '/dev/log';

/** Where the journal listens. */
export const journalSocket = '/run/systemd/journal/socket';

/**
Read one writer of `agent.json`.

@param value - as `JSON.parse` gave it.
@param place - for the errors.
@throws {UserError} with file, key, what was found and what was expected.
*/
export function parseWriterConfig(value: unknown, place: ConfigPlace): WriterConfig {
	const fields = readConfigFields(value, place);
	const config = readWriter(fields);
	const carries = fields.choice('carries', ['all', 'recordings', 'audit'], 'all');
	fields.end();
	return carries === 'all' ? config : {...config, carries};
}

function readWriter(fields: ConfigFields): WriterConfig {
	const type = fields.choice('type', ['file', 'syslog', 'journal', 'collector']);
	switch (type) {
		case 'file': {
			return {type, path: fields.path('path')};
		}

		case 'syslog': {
			return readSyslog(fields);
		}

		case 'journal': {
			return {type, path: fields.path('path', journalSocket), priority: readPriority(fields), augment: fields.flag('augment', true)};
		}

		case 'collector': {
			return readCollector(fields);
		}

		default: {
			return type satisfies never;
		}
	}
}

function readSyslog(fields: ConfigFields): SyslogWriterConfig {
	const transport = fields.choice('transport', ['unix', 'tcp', 'tls'], 'unix');
	const facility = fields.choice('facility', namesOf<SyslogFacility>(syslogFacilities), 'authpriv');
	const head = {type: 'syslog', facility, priority: readPriority(fields)} as const;
	switch (transport) {
		case 'unix': {
			return {...head, ...readUnix(fields, syslogSocket)};
		}

		case 'tcp': {
			return {...head, ...readTcp(fields, 514)}; // The assigned port of syslog (RFC 3164; RFC 6587 names it for TCP).
		}

		case 'tls': {
			return {...head, ...readTls(fields, 6514)}; // RFC 5425.
		}

		default: {
			return transport satisfies never;
		}
	}
}

function readCollector(fields: ConfigFields): CollectorWriterConfig {
	const type = 'collector';
	const transport = fields.choice('transport', ['unix', 'tls'], 'tls');
	return transport === 'unix' ? {type, ...readUnix(fields)} : {type, ...readTls(fields, 2514)}; // The port of rsyslog's examples: RELP has none of its own.
}

function readUnix(fields: ConfigFields, missing?: string): UnixAddress {
	return {transport: 'unix', path: fields.path('path', missing)};
}

function readTcp(fields: ConfigFields, port: number): TcpAddress {
	return {transport: 'tcp', host: fields.text('host'), port: fields.wholeNumber('port', {least: 1, most: 65_535, missing: port})};
}

function readTls(fields: ConfigFields, port: number): TlsAddress {
	return {...readTcp(fields, port), transport: 'tls', tls: readTlsFiles(fields.fields('tls'))};
}

function readTlsFiles(fields: ConfigFields): TlsConfig {
	const [ca, certificate, key] = [fields.optionalPath('ca'), fields.optionalPath('certificate'), fields.optionalPath('key')];
	const serverName = fields.optionalText('serverName');
	if ((certificate === undefined) !== (key === undefined)) {
		fields.path(key === undefined ? 'key' : 'certificate'); // Throws: one without the other shows nothing.
	}

	fields.end();
	return {
		...(ca !== undefined && {ca}),
		...(certificate !== undefined && {certificate}),
		...(key !== undefined && {key}),
		...(serverName !== undefined && {serverName}),
	};
}

function readPriority(fields: ConfigFields): SyslogPriority {
	return fields.choice('priority', namesOf<SyslogPriority>(syslogPriorities), 'info');
}

function namesOf<Name extends string>(numbers: Readonly<Record<Name, number>>): readonly Name[] {
	return Object.keys(numbers) as Name[]; // `keys` forgets the type of the keys.
}
