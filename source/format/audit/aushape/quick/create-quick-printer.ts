import type {AuditEvent} from '../../event/audit-event.ts';
import type {AuditRecord} from '../../record.ts';
import {printClosing, printOpening} from '../layout.ts';
import type {Layout} from '../layout.ts';
import {printJsonHead, printList} from '../print-json-event.ts';
import type {ShapeOptions} from '../shape-event.ts';
import {createCallPrinter} from './print-call.ts';
import {createPathPrinter} from './print-path.ts';
import {createRunPrinter} from './run-printer.ts';
import type {RunPrinter} from './run-printer.ts';
import {listArguments} from './list-arguments.ts';
import {endOfWord, isDigits} from './scan.ts';

/**
Make a printer of what nearly all of a log is: events that the kernel wrote as it does, none of them with an error.

It knows by heart what the parts of records become that come again and again, and skips laying the event out. What it prints is what `printJsonEvent` prints; a property holds them together.

@returns A printer that gives `undefined` for an event that must go the slow way.
*/
export function createQuickPrinter({hostNames, hasText, printTime}: ShapeOptions, layout: Layout): (event: AuditEvent) => string | undefined {
	const level = layout.eventLevel + 2;
	const ofRecord = findBrackets(layout, level);
	const ofItem = findBrackets(layout, level + 1);
	const ofData = findBrackets(layout, level - 1);
	const printCall = createCallPrinter({separator: ofRecord.separator, hostNames});
	const printPath = createPathPrinter({separator: ofItem.separator, hostNames});
	const printers = new Map<string, {readonly whole: RunPrinter; readonly behindPid: RunPrinter}>();

	function printOther(record: AuditRecord): string | undefined {
		const {type, line, text, bodyStart, enriched} = record;
		let known = printers.get(type.name);
		if (known === undefined) {
			const options = {separator: ofRecord.separator, hostNames};
			known = {whole: createRunPrinter(type.name, new Set(), options), behindPid: createRunPrinter(type.name, new Set(['pid']), options)};
			printers.set(type.name, known);
		}

		const end = enriched === '' ? text : line;
		const pidEnd = text.startsWith(' pid=', bodyStart) ? endOfWord(text, bodyStart + 1) : -1;
		if (pidEnd === -1 || pidEnd === text.length || !isDigits(text, bodyStart + 5, pidEnd)) {
			return known.whole(end.slice(bodyStart));
		}

		const rest = known.behindPid(end.slice(pidEnd + 1));
		return rest === undefined || rest === '' ? undefined : `"pid":["${text.slice(bodyStart + 5, pidEnd)}"]${ofRecord.separator}${rest}`;
	}

	function printData(records: readonly AuditRecord[]): string | undefined {
		let data = '';
		let paths = '';
		let pathCount = 0;
		let values: readonly string[] | undefined;
		const names: string[] = [];
		for (const record of records) {
			const {type} = record;
			if (type.name === 'PATH') {
				const path = printPath(record, pathCount);
				if (path === undefined || pathCount > mostPaths) {
					return undefined;
				}

				paths += `${pathCount === 0 ? '' : ofRecord.separator}${ofItem.open}${path}${ofItem.close}`;
				pathCount++;
			} else if (type.name === 'EXECVE') {
				if (values !== undefined) {
					return undefined;
				}

				values = listArguments(record);
				if (values === undefined) {
					return undefined;
				}
			} else if (type.number !== endOfEvent) {
				const fields = !type.isKnown || listedTypes.has(type.name) || names.includes(type.name) ? undefined : (type.name === 'SYSCALL' ? printCall(record) : printOther(record));
				if (fields === undefined || fields === '') {
					return undefined;
				}

				data += `${data === '' ? '' : ofData.separator}"${type.lowerName}":${ofRecord.open}${fields}${ofRecord.close}`;
				names.push(type.name);
			}
		}

		if (values !== undefined) {
			data += `${data === '' ? '' : ofData.separator}"execve":${printList('[]', values, layout, level)}`;
		}

		if (pathCount > 0) {
			data += `${data === '' ? '' : ofData.separator}"path":[${ofRecord.opening}${paths}${ofRecord.closing}]`;
		}

		return data === '' ? undefined : `${ofData.open}${data}${ofData.close}`;
	}

	return event => {
		const data = hasText ? undefined : printData(event.records);
		return data === undefined ? undefined : printList('{}', [...printJsonHead(event, printTime(event.seconds, event.milliseconds)), `"data":${data}`], layout, layout.eventLevel);
	};
}

type Brackets = {
	readonly open: string;
	readonly close: string;
	readonly separator: string;
	/** What stands behind any opening bracket, and before its closing one. */
	readonly opening: string;
	readonly closing: string;
};

function findBrackets(layout: Layout, level: number): Brackets {
	const opening = printOpening(layout, level + 1);
	const closing = printClosing(layout, level);
	return {open: `{${opening}`, close: `${closing}}`, separator: `,${opening}`, opening, closing};
}

const endOfEvent = 1320;
const mostPaths = 255; // Where aushape stops, as `collectPaths`.
const listedTypes: ReadonlySet<string> = new Set(['OBJ_PID', 'AVC', 'NETFILTER_CFG']);
