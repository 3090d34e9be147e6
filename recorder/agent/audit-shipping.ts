import {rmSync, statSync, watch} from 'node:fs';
import type {FSWatcher} from 'node:fs';
import path from 'node:path';
import {auditFolder, keptSegments, listAuditSegments, locateAuditSegment} from '../audit/audit-segments.ts';
import {createAuditCursor} from './audit-cursor.ts';
import type {AuditPlace} from './audit-cursor.ts';
import type {Pump} from './pump.ts';

/** Delivers the spool of audit events. */
export type AuditShipping = {
	/** There may be more: look, and watch the folder if that was not possible before. */
	readonly look: () => void;
	/** How far each writer's other side has it. */
	readonly places: () => Readonly<Record<string, AuditPlace>>;
	/** Remove the segments that every writer has, as it was saved a moment ago, but for the newest. */
	readonly removeDelivered: () => void;
	readonly measure: () => AuditMeasure;
	readonly close: () => void;
};

export type AuditMeasure = {
	readonly segments: number;
	readonly bytes: number;
	/** By the writer's name: lines that its other side does not have yet are in so many bytes. */
	readonly behindBytes: Readonly<Record<string, number>>;
};

export type AuditShippingOptions = {
	readonly spool: string;
	/** Those that carry audit events. */
	readonly pumps: readonly Pump[];
	readonly saved: Readonly<Record<string, AuditPlace>>;
	readonly onFault: (about: string, fault: unknown) => void;
};

export function startAuditShipping({spool, pumps, saved, onFault}: AuditShippingOptions): AuditShipping {
	const folder = path.join(spool, auditFolder);
	const onLineFault = (fault: unknown): void => {
		onFault(folder, fault);
	};

	const cursors = pumps.map(pump => ({pump, cursor: createAuditCursor({folder, from: saved[pump.name], onFault: onLineFault})}));
	let watcher: FSWatcher | undefined;
	let seen = '';

	/** Not for nothing: what wakes a writer makes the agent save how far it is. */
	function wake(): void {
		const newest = listAuditSegments(folder).at(-1);
		const end = newest === undefined ? '' : `${newest}:${sizeOf(newest)}`;
		if (end === seen) {
			return;
		}

		seen = end;
		for (const {pump, cursor} of cursors) {
			pump.wake(cursor);
		}
	}

	function watchFolder(): void {
		if (watcher !== undefined || statSync(folder, {throwIfNoEntry: false}) === undefined) {
			return;
		}

		try {
			// eslint-disable-next-line n/prefer-promises/fs -- An iterator cannot be stopped without an error.
			watcher = watch(folder, {persistent: false}, wake);
			watcher.on('error', () => {
				watcher?.close();
				watcher = undefined; // Looked at now and then still.
			});
		} catch (error) {
			onFault(folder, error);
		}
	}

	function sizeOf(segment: number): number {
		return statSync(locateAuditSegment(folder, segment), {throwIfNoEntry: false})?.size ?? 0;
	}

	return {
		look() {
			watchFolder();
			wake();
		},
		places: () => Object.fromEntries(cursors.flatMap(({pump, cursor}) => {
			const place = cursor.acknowledged();
			return place === undefined ? [] : [[pump.name, place]];
		})),
		removeDelivered() {
			const neededFrom = Math.min(...cursors.map(({cursor}) => cursor.acknowledged()?.segment ?? 0));
			for (const segment of listAuditSegments(folder).slice(0, -keptSegments)) {
				if (cursors.length > 0 && segment < neededFrom) {
					rmSync(locateAuditSegment(folder, segment), {force: true});
				}
			}
		},
		measure() {
			const sizes = listAuditSegments(folder).map(segment => ({segment, bytes: sizeOf(segment)}));
			const behind = ({segment: from, offset}: Pick<AuditPlace, 'segment' | 'offset'>): number => Math.max(0, sizes.filter(({segment}) => segment >= from).reduce((sum, {bytes}) => sum + bytes, 0) - offset);
			return {
				segments: sizes.length,
				bytes: sizes.reduce((sum, {bytes}) => sum + bytes, 0),
				behindBytes: Object.fromEntries(cursors.map(({pump, cursor}) => [pump.name, behind(cursor.acknowledged() ?? {segment: 0, offset: 0})])),
			};
		},
		close() {
			watcher?.close();
		},
	};
}
