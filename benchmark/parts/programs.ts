import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const launcher = path.join(root, 'source/launch/scribery.cjs');
