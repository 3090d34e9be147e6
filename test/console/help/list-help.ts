import test from 'ava';
import {helpPages} from '../../../source/console/help/help-pages.ts';
import type {HelpPageName} from '../../../source/console/help/help-pages.ts';
import {helpHeight, listHelp} from '../../../source/console/help/list-help.ts';
import {listRows} from '../../../source/keys/find-action.ts';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {drawState} from '../../helpers/draw.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const pages = Object.keys(helpPages) as HelpPageName[]; // A literal's own keys.

function listPage(of: HelpPageName, columns: number, rows: number) {
	return listHelp({of, find: undefined, isFinding: false, firstRow: 0}, {...makeAuditState({columns, rows}), size: {columns, rows}});
}

test('no help text is cut at any width', async t => {
	for (const columns of [40, 59, 72, 80, 110, 120, 200]) {
		const state = makeAuditState({columns, rows: 200});
		for (const [index, of] of pages.entries()) {
			const frame = await drawState(pressKeys(state, '?', ...Array.from({length: index}, () => 'tab')).state);
			t.false(frame.split('\n').slice(2, -2).join('\n').includes('…'), `${of} at ${columns} columns`);
			const stacks = listPage(of, columns, 24);
			const told = (stacks[0] ?? []).map((_, column) => stacks.map(line => line[column]?.help ?? '').join(' ')).join(' ');
			const rows = helpPages[of].contexts.flatMap(context => listRows(context));
			t.deepEqual(rows.filter(({help}) => !told.includes(help)).map(({action}) => action), [], `${of} at ${columns} columns`);
		}
	}
});

test('the columns are as few as fit the height', t => {
	const at = (columns: number, rows: number) => (listPage('sessions', columns, rows)[0] ?? []).length;
	t.deepEqual([at(120, 80), at(120, 40), at(80, 80), at(80, 40), at(60, 20)], [1, 2, 1, 2, 1]);
	t.true(listPage('sessions', 120, 40).length <= helpHeight({columns: 120, rows: 40}));
});

test('where no columns fit the height they are as low as can be', t => {
	t.true(listPage('sessions', 80, 24).length < listPage('sessions', 60, 24).length);
});
