import type {ConvertedTlog, TlogOutcome} from '../../../recorder/doctor/tlog/convert-tlog.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {printJson} from '../print-json.ts';

/** Both files, and what became of each key, as a person reads it. */
export function printConverted({session, agent, outcomes}: ConvertedTlog): string {
	return `# /etc/scribery/session.conf; notty and full do what tlog does without a terminal, and when nothing can be written
${session.split('\n').map(line => showControls(line)).join('\n')}
# /etc/scribery/agent.json
${printJson(agent, '\t')}

# What became of each key
${outcomes.map(outcome => printOutcome(outcome)).join('')}`;
}

function printOutcome({key, value, origin, outcome, note}: TlogOutcome): string {
	return `# ${outcome.padEnd(8)}${showControls(key)} ${showControls(JSON.stringify(value) ?? '')} (${showControls(origin ?? 'not set')}): ${showControls(note)}\n`;
}
