import type {AuditAction} from './audit-action.ts';
import type {Facts} from './read-facts.ts';

/** How it ended. The kernel writes `success=no exit=-13`, programs `res=failed`. */
export function readOutcome(facts: Facts | undefined): AuditAction['outcome'] {
	const word = facts?.text('success') ?? facts?.text('res') ?? facts?.text('result');
	const exit = facts?.raw('exit');
	const error = exit?.startsWith('-') ? /^[A-Z][\dA-Z_]+/v.exec(facts?.text('exit') ?? '')?.[0] : undefined;
	const isUnderWay = error === 'EINPROGRESS'; // A connection that nobody waits for.
	return {isSuccess: word === undefined || isUnderWay ? undefined : answers.get(word), exit, error};
}

const answers: ReadonlyMap<string, boolean> = new Map([['yes', true], ['success', true], ['1', true], ['no', false], ['failed', false], ['0', false]]);
