import process from 'node:process';
import type {Clock} from '../../source/clock.ts';
import {readBootId} from '../audit/origin.ts';
import {openDelivery} from '../delivery/open-delivery.ts';
import {markEnd, readBack} from '../delivery/read-back.ts';
import {RecorderError} from '../errors.ts';
import {listSpool, listUsers} from '../spool/list-spool.ts';
import type {AgentConfig} from './agent-config.ts';
import {startAgent} from './agent.ts';
import {createNames} from './find-names.ts';
import {startPump} from './pump.ts';
import type {Pump} from './pump.ts';
import {auditRecording} from './audit-cursor.ts';
import {openStateFolder} from './state-folder.ts';
import type {AgentState} from './state.ts';
import {createTelling} from './telling.ts';
import type {Telling} from './telling.ts';

/**
Follow the spool and deliver what is in it, until a signal ends this process. What there is to tell goes to `say`, in lines for the system's log.

@throws {RecorderError} when spool or state cannot be used.
*/
export async function runAgent(config: AgentConfig, {clock, say}: {readonly clock: Clock; readonly say: (line: string) => void}): Promise<void> {
	const telling = createTelling(say);
	checkSpool(config.spool);
	const folder = openStateFolder(config.state);
	if (folder.fault !== undefined) {
		say(folder.fault);
	}

	const marks = new Map([...readMarks(config), ...Object.entries(folder.state.marks)]); // A mark goes with its cursors: what is known stays.
	const held = await readHeld(config, marks, folder.state);
	folder.save({...folder.state, marks: Object.fromEntries(marks)}); // Before anything is written: it is found again.
	const pumps = startPumps(config, held, {clock, telling, marks});
	const agent = startAgent({
		config,
		clock,
		names: createNames(clock.elapsedMs),
		bootId: readBootId(),
		folder,
		pumps,
		readMarks: () => Object.fromEntries(marks),
		onFault: telling.fault,
		onMended: telling.mended,
		faults: telling.faults,
		onLevel({level, usedPercent, freeBytes}) {
			say(`${config.spool}: ${usedPercent} % of it or of its disk is used, ${freeBytes} bytes are free: ${level}`);
		},
	});
	say(`follows ${config.spool}, writes to ${pumps.map(({delivery}) => delivery.name).join(', ')}`);
	const signal = await waitForSignal();
	await Promise.all(pumps.map(async pump => pump.stop()));
	await agent.commit();
	agent.close();
	folder.close();
	say(`ends by ${signal}`);
}

/** Before anything is made elsewhere: a wrong path is told at once. */
function checkSpool(spool: string): void {
	try {
		listUsers(spool);
	} catch (error) {
		throw new RecorderError(`${spool}: the spool cannot be read: ${error instanceof Error ? error.message : String(error)}. The agent has to run as the login shell's own user`, {cause: error});
	}
}

/** By writer: what its file had of the recordings in the spool when we ended, whether or not that had been saved. */
async function readHeld(config: AgentConfig, marks: ReadonlyMap<string, string>, {audit = {}}: AgentState): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
	const spooled = new Set(listSpool(config.spool, (folder, fault) => {
		throw new RecorderError(`${folder}: this user's recordings cannot be read`, {cause: fault});
	}).map(({recording}) => recording));
	const held = listFiles(config).map(async ([name, file]): Promise<[string, ReadonlyMap<string, number>]> => {
		const found = await readBack(file, marks.get(name) ?? '');
		return [name, new Map(found.entries().filter(([recording, number]) => spooled.has(recording) || (recording === auditRecording && number >= (audit[name]?.number ?? 0))))];
	});
	return new Map(await Promise.all(held));
}

function readMarks(config: AgentConfig): Array<[name: string, mark: string]> {
	return listFiles(config).map(([name, file]) => [name, markEnd(file)]);
}

/** The writers that can be read back. */
function listFiles({writers}: AgentConfig): Array<[name: string, file: string]> {
	return Object.entries(writers).flatMap(([name, writer]) => writer.type === 'file' ? [[name, writer.path]] : []);
}

type PumpWorld = {readonly clock: Clock; readonly telling: Telling; readonly marks: Map<string, string>};

function startPumps({writers, spool}: AgentConfig, held: ReadonlyMap<string, ReadonlyMap<string, number>>, {clock, telling, marks}: PumpWorld): Pump[] {
	return Object.entries(writers).map(([name, writer]) => startPump({
		name,
		delivery: openDelivery(writer),
		clock,
		held: held.get(name) ?? new Map(),
		onSettled() {
			if (writer.type === 'file') {
				marks.set(name, markEnd(writer.path));
			}
		},
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

async function waitForSignal(): Promise<string> {
	const {promise, resolve} = Promise.withResolvers<string>();
	process.once('SIGTERM', resolve);
	process.once('SIGINT', resolve);
	return promise;
}
