import {describeEvent} from '../action/describe-event.ts';
import type {ConverterOptions} from '../create-converter.ts';
import type {EcsOptions} from './ecs-options.ts';
import {printEcsEvent, schemaVersion} from './print-ecs-event.ts';

/** Print each event as one line of JSON in the fields of the Elastic Common Schema; a line of the log that is no record becomes an event of kind `pipeline_error`, as the schema has it. */
export function createEcs({hostNames, hasText}: EcsOptions): ConverterOptions {
	return {
		printEvent(event) {
			const records = event.records.filter(({type}) => type.number !== endOfEvent);
			return records.length === 0 ? '' : `${JSON.stringify(printEcsEvent({...event, records}, describeEvent({...event, records}, hostNames), {hostNames, hasText}))}\n`;
		},
		printOther: (text, reason) => `${JSON.stringify({ecs: {version: schemaVersion}, event: {kind: 'pipeline_error', module: 'auditd', original: text}, error: {message: reason}})}\n`,
		printEnd: () => '',
	};
}

const endOfEvent = 1320;
