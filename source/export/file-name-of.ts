import type {SessionKey} from '../store/store.ts';

/** What an exported file is called unless a name is given: `./web1-39d-1c81a.cast`. Signs that shells and folders read otherwise are `_`. */
export function fileNameOf({host, rec}: SessionKey, extension: string): string {
	return `./${`${host}-${rec}`.replaceAll(/[^\w\-.]/gv, '_')}.${extension}`;
}
