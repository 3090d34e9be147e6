import type {ExportSource, PictureChoice} from '../../export/export-source.ts';
import {parsePosition} from '../../store/address.ts';
import {UserError} from '../../user-error.ts';
import type {parseArguments} from '../parse-arguments.ts';
import {exportPage} from './export-page.ts';

type Given = ReturnType<typeof parseArguments<typeof exportPage>>['flags'];

/** What to make of each recording named. */
export type Job = Pick<ExportSource, 'stream' | 'fromMs' | 'untilMs'> & {
	readonly format: string;
	readonly picture: PictureChoice;
	/** File, `-` for standard output, `undefined` for a name of our own. */
	readonly output: string | undefined;
	readonly reason: string;
	readonly idle: number | undefined;
	readonly json: boolean;
};

/**
Read the options of `export`.

@param given - as typed, each value one that its option takes.
@param addresses - what is to be exported.
@param isTerminal - whether standard output is one.
@throws {UserError} for options that do not go together.
*/
export function readJob(given: Given, addresses: readonly string[], isTerminal: boolean): Job {
	refuseMixtures(given, addresses, isTerminal);
	const {stream, theme} = exportPage.options;
	return {
		format: given.format,
		stream: stream.values.find(each => each === given.stream),
		fromMs: readTime(given.from, 0),
		untilMs: readTime(given.to, Infinity),
		picture: {theme: theme.values.find(each => each === given.theme) ?? 'dark', hasFrame: given.frame},
		output: given.output,
		reason: given.reason,
		idle: given.idle,
		json: given.json,
	};
}

function refuseMixtures(given: Given, addresses: readonly string[], isTerminal: boolean): void {
	const {format, stream, output} = given;
	if (addresses.length === 0) {
		throw new UserError('export: no recording named, expected HOST/REC');
	}

	if (output === '-' && isTerminal && format !== 'text' && format !== 'svg') {
		throw new UserError(`export: ${format} holds recorded bytes, which could take over this terminal: send them into a pipe or a file`);
	}

	if (stream === 'input' && (format === 'text' || format === 'svg')) {
		throw new UserError(`export: ${format} is what the terminal showed; typed input goes with --format raw, jsonl or asciicast`);
	}

	if (addresses.length > 1 && output !== undefined) {
		throw new UserError(`export: ${addresses.length} recordings cannot go into one file: leave out -o`);
	}

	if (format === 'svg' && (given.from !== undefined || given.to !== undefined)) {
		throw new UserError('export: svg is the screen at one instant, named as ADDRESS@POSITION: leave out --from and --to');
	}

	if (format !== 'svg' && given.frame) {
		throw new UserError(`export: --frame goes with --format svg, not with ${format}`);
	}
}

function readTime(text: string | undefined, missing: number): number {
	if (text === undefined) {
		return missing;
	}

	const position = parsePosition(text);
	return position === 'end' ? Infinity : position;
}
