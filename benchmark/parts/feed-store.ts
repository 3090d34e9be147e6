import process from 'node:process';
import {systemClock} from '../../source/clock.ts';
import {readForReplay} from '../../source/format/recording/read-for-replay.ts';
import {openStore} from '../../source/store/open-store.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {feedPacket} from '../../source/terminal/feed-packet.ts';

// Beside the indexer, in a process of its own: all that it must do before it derives anything.
const [address = ''] = process.argv.slice(2);
const store = await openStore(address, {mode: 'read', clock: systemClock});
for (const key of await store.listUnindexed(-1)) {
	const emulator = createEmulator({columns: 80, rows: 24});
	for await (const {text} of store.readMessages(key)) {
		for (const packet of readForReplay(text, 0).packets) {
			feedPacket(emulator, packet);
		}
	}
}

await store.close();
