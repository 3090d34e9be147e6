import type {AuditAction} from '../../../../source/format/audit/action/audit-action.ts';
import {describeEvent} from '../../../../source/format/audit/action/describe-event.ts';
import type {AuditEvent} from '../../../../source/format/audit/event/audit-event.ts';
import {createAssembler} from '../../../../source/format/audit/event/create-assembler.ts';
import {parseLine} from '../../../../source/format/audit/line/parse-line.ts';
import {noNames} from './convert-text.ts';

/** What each event of a log was; root is the only user. */
export function describeText(log: string): readonly AuditAction[] {
	return assembleText(log).map(event => describeEvent(event, noNames));
}

export function assembleText(log: string): readonly AuditEvent[] {
	const assembler = createAssembler();
	const events = log.split('\n').map(line => parseLine(line)).flatMap(parsed => 'reason' in parsed ? [] : assembler.push(parsed));
	return [...events, ...assembler.end()];
}
