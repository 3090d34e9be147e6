import test from 'ava';
import {commands} from '../../source/commands/commands.ts';
import {pages} from '../../source/commands/pages.ts';
import {printPage} from '../../source/commands/page/print-page.ts';

test('each command has a page, and each page a command', t => {
	t.deepEqual(pages.map(({name}) => name), Object.keys(commands).filter(name => commands[name]?.isHidden !== true));
});

for (const page of pages) {
	test(`the help of ${page.name} fits 80 columns and 24 rows, with three examples`, t => {
		const lines = printPage(page).split('\n');
		t.deepEqual(lines.filter(line => line.length > 80), []);
		t.true(lines.length <= 24, lines.join('\n'));
		t.is(page.examples.length, 3);
		t.true(page.exits.length > 1);
	});

	for (const [name, option] of Object.entries(page.options)) {
		test(`the option ${name} of ${page.name} says what it takes, and its default is that`, t => {
			t.is(option.value === undefined, option.type === 'boolean');
			t.true(option.default === undefined || typeof option.default === option.type);
			t.true(option.values === undefined || option.default === undefined || option.values.includes(String(option.default)));
		});
	}
}
