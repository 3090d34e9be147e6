import {openAppendFile} from './append-file.ts';
import type {Delivery} from './delivery.ts';

/**
Append messages to a file of JSON lines, as tlog's file writer does.

@param file - created for the user alone (0600) when missing.
@throws {RecorderError} when the file cannot be opened.
*/
export function openFile(file: string): Delivery {
	const opened = openAppendFile(file);
	return {name: file, write: opened.append, close: opened.close};
}
