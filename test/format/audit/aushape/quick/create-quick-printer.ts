import test from 'ava';
import fc from 'fast-check';
import {printJsonEvent} from '../../../../../source/format/audit/aushape/print-json-event.ts';
import {createTimePrinter} from '../../../../../source/format/audit/aushape/print-time.ts';
import {createQuickPrinter} from '../../../../../source/format/audit/aushape/quick/create-quick-printer.ts';
import {shapeEvent} from '../../../../../source/format/audit/aushape/shape-event.ts';
import type {AuditEvent} from '../../../../../source/format/audit/event/audit-event.ts';
import {checkProperty} from '../../../../helpers/check-property.ts';
import {noNames} from '../../helpers/convert-text.ts';
import {assembleText} from '../../helpers/describe-text.ts';
import {sessionLogs} from '../../helpers/session-logs.ts';

const shape = {hostNames: noNames, hasText: false, printTime: createTimePrinter(() => 0)};
const layouts = [{foldLevel: 4, indentSize: 4, eventLevel: 1}, {foldLevel: 0, indentSize: 4, eventLevel: 0}, {foldLevel: Infinity, indentSize: 1, eventLevel: 1}] as const;

for (const [format, log] of Object.entries(sessionLogs)) {
	test(`nearly all of a real log goes the quick way and comes out the same, ${format}`, t => {
		for (const layout of layouts) {
			const print = createQuickPrinter(shape, layout);
			const events = assembleText(log);
			const quick = events.map(event => print(event));
			for (const [index, text] of quick.entries()) {
				const event = events[index];
				t.true(event !== undefined && (text === undefined || text === printSlowly(event, layout)), text);
			}

			t.true(quick.filter(text => text !== undefined).length > events.length * 0.95);
		}
	});
}

test('whatever becomes of a line, the quick way prints what the slow one does or nothing', t => {
	const lines = Object.values(sessionLogs).flatMap(log => log.split('\n'));
	const print = createQuickPrinter(shape, layouts[0]);
	const words = ['uid=0', 'a0=1', 'pid=5', 'ARCH=i386', 'SYSCALL=x', ' ', '\u{1D}', '"', '\\', '(null)', 'msg=\'', 'argc=2', 'item=0', 'name=', '=', 'é', '\u{7F}', '\t', 'syscall=102', 'arch=40000003', 'exit=-2', 'FF', ''];
	const change = fc.record({at: fc.nat(), length: fc.nat(12), text: fc.oneof(fc.constantFrom(...words), fc.string({unit: 'binary', maxLength: 3}))});
	const edit = fc.record({line: fc.nat(lines.length - 1), count: fc.integer({min: 1, max: 4}), changes: fc.array(change, {maxLength: 3})});
	checkProperty(t, fc.property(edit, ({line, count, changes}) => {
		const text = changes.reduce((log, {at, length, text: put}) => log.slice(0, at % (log.length + 1)) + put + log.slice((at % (log.length + 1)) + length), lines.slice(line, line + count).join('\n'));
		for (const event of assembleText(text)) {
			const quick = print(event);
			if (quick !== undefined && quick !== printSlowly(event, layouts[0])) {
				return false;
			}
		}

		return true;
	}), {numRuns: 3000});
});

function printSlowly(event: AuditEvent, layout: (typeof layouts)[number]): string | undefined {
	const shaped = shapeEvent(event, shape);
	return shaped === undefined ? undefined : printJsonEvent(shaped, layout);
}
