import {RecorderError} from '../../recorder/errors.ts';
import {printQueryError, QueryError} from '../store/query/query-error.ts';

/** Exit codes of the errors a person can do something about, by the error's name. */
const exitCodes: ReadonlyMap<string, number> = new Map([
	['UserError', 2],
	['QueryError', 2],
	['FormatError', 2],
	['KeyMapError', 2],
	['StoreError', 3],
	['DeniedError', 4],
	['IntegrityError', 5],
]);

const bugExitCode = 70;

export function exitCodeOf(error: unknown): number {
	if (error instanceof RecorderError) {
		return error.exitCode;
	}

	return error instanceof Error ? exitCodes.get(error.name) ?? bugExitCode : bugExitCode;
}

/** One line for what the person can mend (a search with its place marked); our own faults with their stack. */
export function printError(error: unknown): string {
	if (error instanceof QueryError) {
		return `${printQueryError(error)}\n`;
	}

	return exitCodeOf(error) === bugExitCode ? `scribery stopped: this is a fault of scribery itself, please report it.\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n` : `scribery: ${error instanceof Error ? error.message : String(error)}\n`;
}
