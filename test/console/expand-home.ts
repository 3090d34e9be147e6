import {homedir} from 'node:os';
import test from 'ava';
import {expandHome} from '../../source/console/expand-home.ts';

test('`~` at the start is the person\'s own directory', t => {
	const at = (file: string) => expandHome(file, {HOME: '/home/dora'});
	t.deepEqual(['~', '~/case.db', '~//x', '/srv/~/x', 'a~', '~bob/x', ''].map(file => at(file)), ['/home/dora', '/home/dora/case.db', '/home/dora/x', '/srv/~/x', 'a~', '~bob/x', '']);
});

test('without HOME the system says which directory that is', t => {
	t.is(expandHome('~', {}), homedir());
	t.is(expandHome('~', {HOME: ''}), homedir());
});
