import {createContext, Script} from 'node:vm';

/** A regular expression took too long on some text. */
export class CostlyPattern extends Error {
	override readonly name = 'CostlyPattern';
}

/**
Run an action that a hostile regular expression may hold up, and end it when it takes too long.

Backtracking stops for nothing but the engine's own interrupt, which this watchdog raises. It costs some 0.3 ms each time: one call is for many lines.

@param capMs - by the wall clock: a busy machine counts, too.
@param action - may be ended anywhere; nothing in it is cleaned up then.
@throws {CostlyPattern} when it was ended.
@see https://nodejs.org/api/vm.html#timeout-interactions-with-asynchronous-tasks-and-promises
*/
export function runCapped<T>(capMs: number, action: () => T): T {
	let result: {readonly value: T} | undefined;
	job = () => {
		result = {value: action()};
	};

	try {
		script.runInContext(context, {timeout: capMs});
	} catch (error) {
		// It is of the context's own Error class.
		if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
			throw new CostlyPattern(`stopped after ${capMs / 1000} s`, {cause: error});
		}

		throw error;
	}

	if (result === undefined) {
		throw new TypeError('the action was not run');
	}

	return result.value;
}

let job: () => void = () => undefined;
const context = createContext({
	run() {
		job();
	},
});
const script = new Script('run()');
