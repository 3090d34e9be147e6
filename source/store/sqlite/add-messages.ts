import {Buffer} from 'node:buffer';
import type {Clock} from '../../clock.ts';
import type {Added, NewMessage, StoredMessage} from '../store.ts';
import type {SizedMessage} from './block.ts';
import {findBlock, readLastBlockId} from './blocks.ts';
import type {Block} from './blocks.ts';
import {insertHot, settleTail} from './compact.ts';
import type {Connection} from './connection.ts';
import {joinSession} from './events/join-session.ts';
import {readText} from './row.ts';
import {dropStaleIndex} from './stale-index.ts';
import {openTally} from './tally.ts';
import type {Tally} from './tally.ts';

/** Store a batch in one transaction; see `Store.addMessages`. */
export async function addMessages(connection: Connection, clock: Clock, messages: readonly NewMessage[]): Promise<Added> {
	if (messages.length === 0) {
		return {stored: 0, doubled: 0, conflicting: 0};
	}

	return connection.write(() => {
		const counts = {stored: 0, doubled: 0, conflicting: 0};
		for (const group of Map.groupBy(messages, message => `${message.host}\0${message.rec}`).values()) {
			addGroup(connection, {messages: group, receivedAt: clock.now()}, counts);
		}

		if (counts.stored > 0) {
			connection.prepare('update state set revision = revision + 1').run();
		}

		return counts;
	});
}

type Counts = {stored: number; doubled: number; conflicting: number};

/** All messages of one recording in a batch. */
function addGroup(connection: Connection, {messages, receivedAt}: {readonly messages: readonly NewMessage[]; readonly receivedAt: number}, counts: Counts): void {
	const [first] = messages;
	if (first === undefined) {
		return;
	}

	const tally = openTally(connection, first, receivedAt);
	const fresh = new Map<number, SizedMessage>();
	const find = makeFinder(connection, tally);
	for (const message of messages) {
		const known = fresh.get(message.id) ?? find(message.id);
		if (known === undefined) {
			const sized = {id: message.id, positionMs: Math.round(message.positionMs), text: message.text.toWellFormed(), sizeBytes: Buffer.byteLength(message.text)};
			fresh.set(message.id, sized);
			tally.count(message, sized);
			counts.stored++;
		} else {
			counts.doubled++;
			counts.conflicting += known.text === message.text.toWellFormed() ? 0 : 1;
		}
	}

	if (fresh.size === 0) {
		return;
	}

	storeFresh(connection, tally.session, fresh.values().toArray());
	tally.save();
	dropStaleIndex(connection, tally.session, Math.min(...fresh.keys()));
	joinSession(connection, tally.session);
}

/** Messages after the last block fill new blocks; late ones wait as rows until the recording is compacted. */
function storeFresh(connection: Connection, session: number, fresh: readonly SizedMessage[]): void {
	const lastBlockId = readLastBlockId(connection, session);
	insertHot(connection, session, fresh.filter(message => message.id <= lastBlockId));
	settleTail(connection, {session, lastBlockId, fresh: fresh.filter(message => message.id > lastBlockId)});
}

/** Looks a stored message up by id; keeps the block it found last, since doubled messages come in order. */
function makeFinder(connection: Connection, {session, lastId}: Tally): (id: number) => Pick<StoredMessage, 'text'> | undefined {
	const selectRow = connection.prepare('select text from messages where session = ? and id = ?');
	let block: Block | undefined;
	let textById = new Map<number, SizedMessage>();
	return id => {
		if (id > lastId) {
			return undefined;
		}

		const row = selectRow.get(session, id);
		if (row !== undefined) {
			return {text: readText(row, 'text')};
		}

		if (block === undefined || id < block.firstId || id > block.lastId) {
			block = findBlock(connection, session, id);
			textById = new Map(block?.messages.map(message => [message.id, message]));
		}

		return textById.get(id);
	};
}
