import type {CollectReport} from '../../collect/report.ts';
import {showControls} from '../../terminal/show-controls.ts';
import type {Context} from '../context.ts';

type Input = {
	/** As the person named it. */
	readonly file: string;
	readonly isJson: boolean;
	/** False when nothing of the file could be understood: then only the problem is told, not its counts. */
	readonly isRead: boolean;
};

/** Tell what became of one file: counts on stdout, problems on stderr. Names and what a problem quotes come from anybody. */
export function tellReport(report: CollectReport, {file, isJson, isRead}: Input, {stdout, stderr}: Context): void {
	const name = showControls(file === '-' ? 'standard input' : file);
	if (isJson) {
		stdout.write(`${JSON.stringify(toJson(file, report))}\n`);
	} else if (isRead) {
		stdout.write(`${name}: ${toSentence(report)}\n`);
	}

	const {problems, problemCount} = report;
	for (const problem of problems) {
		stderr.write(`scribery: ${showControls(problem)}\n`);
	}

	if (problemCount > problems.length) {
		stderr.write(`scribery: ${name}: ${problemCount - problems.length} more problems like these\n`);
	}
}

function toJson(file: string, {recordings, messages, events, stored, doubled, refused, problems}: CollectReport): Readonly<Record<string, unknown>> {
	return {type: 'import', file, recordings, messages, events, stored, doubled, refused, problems};
}

function toSentence({recordings, messages, events, stored, doubled, refused}: CollectReport): string {
	return `${recordings} recordings, ${messages} messages${events === 0 ? '' : `, ${events} audit events`}: ${stored} new, ${doubled} doubled, ${refused} refused`;
}
