import path from 'node:path';
import {configurationFile} from '../../config.ts';
import {changeConfig} from '../../config-change.ts';
import {parseAddress, printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import {expandHome} from '../expand-home.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {PaletteEffect} from './palette-effect.ts';

/** Does what commands ask for. What goes wrong is a notice. */
export async function runPaletteEffect(effect: PaletteEffect, ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	try {
		if (effect.type === 'openStore') {
			await openStore(effect, ports, dispatch);
		} else {
			dispatch({type: 'found', ...await find(effect.address, ports)});
		}
	} catch (error) {
		dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
	}
}

/** What is to be imported is looked for first: when it is not there the store stays as it is. */
async function openStore({address: typed, isKept, recordings}: Extract<PaletteEffect, {type: 'openStore'}>, ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	const files = recordings === undefined ? undefined : await ports.work.findRecordings(expandHome(recordings, ports.environment));
	const address = expandHome(typed, ports.environment);
	dispatch({type: 'storeOpened', name: await ports.changeStore(address)});
	if (isKept) {
		dispatch({type: 'noticed', text: await keepStore(address, ports), isError: false});
	}

	if (files !== undefined && recordings !== undefined) {
		dispatch({type: 'jobOrdered', order: {type: 'import', files, from: recordings}});
	}
}

/** A name of the configuration stays one; a path is kept whole, whatever directory a later start is from. */
async function keepStore(address: string, ports: Ports): Promise<string> {
	const {address: opened} = await ports.getStore();
	const {store} = changeConfig(ports.environment, ({stores}) => ({store: Object.hasOwn(stores, address) ? address : path.resolve(opened)}));
	return `Every start opens ${store} now: ${configurationFile(ports.environment)} says so.`;
}

async function find(text: string, ports: Ports): Promise<{session: Session; positionMs: number}> {
	const {host, rec, position} = parseAddress(text);
	const store = await ports.getStore();
	const found = await store.findSessions(host, rec);
	const [session] = found;
	if (session === undefined) {
		throw new Error(`No recording ${text} in ${store.address}.`);
	}

	if (found.length > 1) {
		throw new Error(`${text} names ${found.length} recordings: ${found.map(each => printAddress(each)).join(', ')}`);
	}

	return {session, positionMs: position === 'end' ? session.lengthMs : position ?? 0};
}
