import {writeSync} from 'node:fs';
import process from 'node:process';
import {systemClock} from '../../source/clock.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeMessage, makeMessages} from './make-message.ts';

/** A process of its own that uses a store: `write FILE HOST MESSAGES BATCH`, `read FILE HOST MESSAGES` (until it has seen that many), `look FILE`. */
const [job = '', file = '', host = '', count = '0', batch = '1'] = process.argv.slice(2);
const say = (line: string): void => {
	writeSync(1, `${line}\n`);
};

const store = await openStore(file, {mode: job === 'write' ? 'create' : 'read', clock: systemClock});
switch (job) {
	case 'write': {
		for (let id = 1; id <= Number(count); id += Number(batch)) {
			const toId = Math.min(id + Number(batch) - 1, Number(count));
			await store.addMessages(makeMessages(id, toId, {host}));
			say(`acknowledged ${toId}`);
		}

		break;
	}

	case 'read': {
		let seen = 0;
		for (let turn = 0; seen < Number(count); turn++) {
			const messages = await Array.fromAsync(store.readMessages(makeMessage({host})));
			const isWhole = messages.every((message, index) => message.id === index + 1) && messages.length >= seen;
			const session = await store.getSession(makeMessage({host}));
			if (!isWhole || (session?.messages ?? 0) < messages.length) {
				throw new Error(`turn ${turn}: ${messages.length} messages read after ${seen}, ${session?.messages} counted`);
			}

			seen = messages.length;
		}

		say(`read ${seen}`);
		break;
	}

	case 'look': {
		const page = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: 10, offset: 0});
		const messages = await Array.fromAsync(store.readMessages(makeMessage()));
		const refusal = await store.addAccess({at: 0, who: 'dora', action: 'play', what: 'x', detail: ''}).catch((error: unknown) => error);
		say(`${store.isReadOnly ? 'read-only' : 'writable'}, ${page.total} sessions, ${messages.length} messages, ${refusal instanceof Error ? refusal.message : 'logged'}`);
		break;
	}

	default: {
		throw new TypeError(`unknown job ${job}`);
	}
}

await store.close();
