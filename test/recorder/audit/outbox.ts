import test from 'ava';
import {createOutbox} from '../../../recorder/audit/outbox.ts';
import type {Outgoing} from '../../../recorder/audit/outgoing.ts';

const event = (serial: number): Outgoing => ({type: 'event', at: serial, serial: String(serial), part: 1, session: 1, lines: ['x'.repeat(100)]});

const nothing = (): void => undefined;

test('events go on being taken while a write does not come back, and are counted as a gap past the bound', async t => {
	const written: Outgoing[] = [];
	const blocked = Promise.withResolvers<void>();
	const gaps: number[] = [];
	const outbox = createOutbox({
		mostCharacters: 3000,
		async write(items) {
			await blocked.promise;
			written.push(...items);
			return 'written';
		},
		onFault(fault) {
			t.fail(String(fault));
		},
		onMended: nothing,
		onGap(sinceAt) {
			gaps.push(sinceAt);
		},
	});
	for (let serial = 1; serial <= 100; serial++) {
		if (outbox.hasRoom()) {
			outbox.add([event(serial)]);
		} else {
			outbox.drop({at: serial, serial: String(serial)});
		}
	}

	blocked.resolve();
	await outbox.close(10_000);
	const events = written.filter(item => item.type === 'event').length;
	t.true(events > 5 && events < 50);
	t.like(written.at(-1), {type: 'gap', cause: 'memory', count: 100 - events, first: String(events + 1), last: '100'});
	t.deepEqual(gaps, [events + 1]);
});

test('a spool that is full is tried again, and what was lost meanwhile is told', async t => {
	let isFull = true;
	const written: Outgoing[] = [];
	const faults: unknown[] = [];
	const full = Promise.withResolvers<void>();
	const outbox = createOutbox({
		mostCharacters: 500,
		async write(items) {
			full.resolve();
			if (isFull) {
				return 'full';
			}

			written.push(...items);
			return 'written';
		},
		onFault(fault) {
			faults.push(fault);
		},
		onMended: nothing,
		onGap: nothing,
	});
	outbox.add([event(1), event(2)]);
	await full.promise;
	await new Promise(resolve => {
		setImmediate(resolve);
	});
	t.false(outbox.hasRoom());
	outbox.drop({at: 3, serial: '3'});
	isFull = false;
	await outbox.close(10_000);
	t.deepEqual(written.map(({type}) => type), ['event', 'event', 'gap']);
	t.like(written[2], {cause: 'spool', count: 1});
	t.is(faults.length, 1);
});
