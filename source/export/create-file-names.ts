import type {SessionKey} from '../store/session.ts';
import {fileNameOf} from './file-name-of.ts';

/** Names for the files of one export. What would have the name of one before it, as other signs became `_` or it is another picture of the recording, gets a number: `./web1-39d-1c81a-2.svg`. */
export function createFileNames(): (session: SessionKey, extension: string) => string {
	const taken = new Set<string>();
	return (session, extension) => {
		let name = fileNameOf(session, extension);
		for (let number = 2; taken.has(name); number++) {
			name = fileNameOf({...session, rec: `${session.rec}-${number}`}, extension);
		}

		taken.add(name);
		return name;
	};
}
