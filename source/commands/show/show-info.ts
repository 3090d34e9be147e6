import {describeRecorderFacts} from '../../format/recording/describe-recorder-facts.ts';
import {printAddress, printPosition} from '../../store/address.ts';
import {isGap} from '../../store/is-gap.ts';
import type {Gap, Session} from '../../store/store.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {toIso, toSessionJson} from '../session-json.ts';
import {printJson} from '../print-json.ts';
import type {View} from './view.ts';

export const showInfo: View = async ({store, session, isJson}, {stdout}) => {
	const gaps = (await store.getIndexMarks(session))?.gaps ?? [];
	if (isJson) {
		stdout.write([{...toSessionJson(session), recorder: session.summary?.recorder ?? null}, ...gaps.map(gap => ({type: isGap(gap) ? 'gap' : 'hidden', ...gap}))].map(row => `${printJson(row)}\n`).join(''));
		return;
	}

	const rows = [...describe(session), ...gaps.map(gap => [isGap(gap) ? 'gap' : 'hidden', describeGap(gap)] as const)];
	stdout.write(rows.map(([name, value]) => `${name.padEnd(10)}  ${showControls(value)}\n`).join(''));
};

function describe(session: Session): ReadonlyArray<readonly [string, string]> {
	const {summary} = session;
	return [
		['address', printAddress(session)],
		['user', session.user],
		['host', session.host],
		['terminal', summary?.isPipe ? 'none (recorded without a terminal)' : `${session.term || 'unknown'}${summary === undefined ? '' : `, ${summary.columns}x${summary.rows} at the end, ${summary.resizes} resizes`}`],
		['session', session.auditSession === undefined ? 'audit session unset' : String(session.auditSession)],
		['started', toIso(session.startedAt) ?? 'unknown (no wall clock recorded)'],
		['ended', toIso(session.endedAt) ?? 'unknown (no wall clock recorded)'],
		['length', printPosition(session.lengthMs)],
		['state', session.state],
		['exit', session.exit ?? 'not recorded'],
		...describeRecorderFacts(summary?.recorder),
		['messages', `${session.messages} (${session.firstId} to ${session.lastId}), ${session.sizeBytes} bytes`],
		['recorded', summary === undefined ? 'not indexed' : `${summary.outputBytes} bytes of output, ${summary.hasInput ? `${summary.inputBytes} bytes of input` : 'no input'}`],
		['gaps', summary === undefined ? 'not indexed' : String(summary.gaps)],
	];
}

function describeGap({kind, fromMs, untilMs, detail}: Gap): string {
	return `${printPosition(fromMs)} to ${printPosition(untilMs)}, ${kind}: ${detail}`;
}
