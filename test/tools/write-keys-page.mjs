// Writes docs/keys.md from the key table.
import {writeFileSync} from 'node:fs';
import {writeKeysPage} from '../../dist/source/keys/keys-page.js';

writeFileSync(new URL('../../docs/keys.md', import.meta.url), writeKeysPage());
