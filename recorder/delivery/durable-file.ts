import type {AppendFile} from './append-file.ts';
import {openAppendFile} from './append-file.ts';
import type {Delivery} from './delivery.ts';

/** A file of JSON lines whose messages count as delivered when the disk has them. It may be rotated: the next message goes to the file that has the name then. */
export function openDurableFile(file: string): Delivery {
	let opened: AppendFile | undefined;
	return {
		name: `file ${file}`,
		async write(messages) {
			if (opened?.isMoved()) {
				opened.close();
				opened = undefined;
			}

			opened ??= openAppendFile(file);
			opened.append(messages);
			await opened.sync();
		},
		close() {
			opened?.close();
			opened = undefined;
		},
	};
}
