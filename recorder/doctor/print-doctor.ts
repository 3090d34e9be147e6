import type {Finding} from './finding.ts';
import type {ConvertedTlog, TlogOutcome} from './tlog/convert-tlog.ts';

const words: Readonly<Record<Finding['state'], string>> = {good: 'good', fault: 'FAULT', warning: 'warning', skipped: '-'};

/** What one check found, and below it what to do. */
export function printFinding({check, state, found, advice}: Finding): string {
	const lines = [`${words[state].padEnd(8)}${check.padEnd(14)}${found}`, ...advice === undefined ? [] : [`${' '.repeat(22)}${advice}`]];
	return lines.map(line => `${showHidden(line)}\n`).join('');
}

/** Both files, and what became of each key, as a person reads it. */
export function printConverted({session, agent, outcomes}: ConvertedTlog): string {
	return `# /etc/scribery/session.conf; notty and full do what tlog does without a terminal, and when nothing can be written
${session.split('\n').map(line => showHidden(line)).join('\n')}
# /etc/scribery/agent.json
${printPlainJson(agent, '\t')}

# What became of each key
${outcomes.map(outcome => printOutcome(outcome)).join('')}`;
}

/** JSON in which every control, and every character that hides or reorders text, is escaped: programs have names of anybody's choice. */
export function printPlainJson(value: unknown, indent = ''): string {
	return JSON.stringify(value, undefined, indent).replaceAll(/[\p{Format}\u{7F}-\u{9F}\u{2028}\u{2029}]/gv, character => escapeUnits(character));
}

function printOutcome({key, value, origin, outcome, note}: TlogOutcome): string {
	return `${showHidden(`# ${outcome.padEnd(8)}${key} ${JSON.stringify(value) ?? ''} (${origin ?? 'not set'}): ${note}`)}\n`;
}

function showHidden(line: string): string {
	return line.replaceAll(/[\p{Control}\p{Format}\u{2028}\u{2029}]/gv, character => escapeUnits(character));
}

/** `\u202e`, and two of them beyond U+FFFF. */
function escapeUnits(character: string): string {
	return Array.from({length: character.length}, (_, index) => String.raw`\u${(character.slice(index, index + 1).codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('');
}
