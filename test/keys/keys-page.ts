import {readFileSync} from 'node:fs';
import test from 'ava';
import {writeKeysPage} from '../../source/keys/keys-page.ts';

test('`docs/keys.md` is what `npm run keys` writes', t => {
	t.is(readFileSync(new URL('../../../docs/keys.md', import.meta.url), 'utf8'), writeKeysPage());
});
