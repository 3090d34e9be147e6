import {identifyShipped} from '../format/audit/shipped/identify-shipped.ts';
import type {Shipped} from '../format/audit/shipped/shipped.ts';
import type {NewEvent} from '../store/store.ts';

/** What stands for no audit session: (uint32) -1. */
export const unsetSession = 4_294_967_295;

/** Parts of one event, which bear one serial, are put together by the store. Gaps and lines that are no records belong to no session. */
export function takeShipped(shipped: Shipped): NewEvent {
	const {host, boot, at} = shipped;
	switch (shipped.type) {
		case 'event': {
			return {host, boot, at, serial: shipped.serial, auditSession: shipped.session === unsetSession ? undefined : shipped.session, lines: shipped.lines};
		}

		case 'gap': {
			return {host, boot, at, serial: identifyShipped(shipped), auditSession: undefined, lines: [shipped.text]};
		}

		case 'text': {
			return {host, boot, at, serial: identifyShipped(shipped), auditSession: undefined, lines: [shipped.line]};
		}

		default: {
			return shipped satisfies never;
		}
	}
}
