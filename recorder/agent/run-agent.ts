import {readFileSync} from 'node:fs';
import process from 'node:process';
import type {Clock} from '../../source/clock.ts';
import {openFile} from '../delivery/file.ts';
import {markEnd, readBack} from '../delivery/read-back.ts';
import {RecorderError} from '../errors.ts';
import type {AgentConfig} from './agent-config.ts';
import {startAgent} from './agent.ts';
import {createNames} from './find-names.ts';
import {startPump} from './pump.ts';
import type {Pump} from './pump.ts';
import {openStateFolder} from './state-folder.ts';
import type {StateFolder} from './state-folder.ts';
import {createTelling} from './telling.ts';
import type {Telling} from './telling.ts';

/**
Follow the spool and deliver what is in it, until a signal ends this process. What there is to tell goes to `say`, in lines for the system's log.

@throws {RecorderError} when spool or state cannot be used.
*/
export async function runAgent(config: AgentConfig, {clock, say}: {readonly clock: Clock; readonly say: (line: string) => void}): Promise<void> {
	const telling = createTelling(say);
	const folder = openStateFolder(config.state);
	if (folder.fault !== undefined) {
		say(folder.fault);
	}

	const held = await readHeld(config, folder);
	folder.save({...folder.state, marks: {...readMarks(config), ...folder.state.marks}}); // Before anything is written: it is found again. A mark goes with its cursors: what is known stays.
	const pumps = startPumps(config, held, {clock, telling});
	const agent = startAgent({
		config,
		clock,
		names: createNames(),
		bootId: readBootId(),
		folder,
		pumps,
		readMarks: () => readMarks(config),
		onFault: telling.fault,
		onMended: telling.mended,
	});
	say(`follows ${config.spool}, writes to ${pumps.map(({delivery}) => delivery.name).join(', ')}`);
	const signal = await waitForSignal();
	await Promise.all(pumps.map(async pump => pump.stop()));
	await agent.commit();
	agent.close();
	folder.close();
	say(`ends by ${signal}`);
}

/** By writer: what its file had when we ended, whether or not that had been saved. */
async function readHeld({writers}: AgentConfig, {state}: StateFolder): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
	const held = Object.entries(writers).map(async ([name, {path}]): Promise<[string, ReadonlyMap<string, number>]> => {
		const mark = state.marks[name];
		return [name, mark === undefined ? new Map() : await readBack(path, mark)];
	});
	return new Map(await Promise.all(held));
}

function readMarks({writers}: AgentConfig): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(writers).map(([name, {path}]) => [name, markEnd(path)]));
}

type PumpWorld = {readonly clock: Clock; readonly telling: Telling};

function startPumps({writers, spool}: AgentConfig, held: ReadonlyMap<string, ReadonlyMap<string, number>>, {clock, telling}: PumpWorld): Pump[] {
	return Object.entries(writers).map(([name, {path}]) => startPump({
		name,
		delivery: openFile(path),
		clock,
		held: held.get(name) ?? new Map(),
		onFault(fault) {
			telling.fault(`writer ${name}`, fault);
		},
		onUnreadable(fault) {
			telling.fault(spool, fault);
		},
		onRecovery() {
			telling.mended(`writer ${name}`);
		},
	}));
}

function readBootId(): string {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().replaceAll('-', '');
	} catch (error) {
		throw new RecorderError('The boot id cannot be read: /proc is needed', {cause: error});
	}
}

async function waitForSignal(): Promise<string> {
	const {promise, resolve} = Promise.withResolvers<string>();
	process.once('SIGTERM', resolve);
	process.once('SIGINT', resolve);
	return promise;
}
