import type {Clock} from '../../source/clock.ts';
import type {SpoolMeasure} from '../spool/measure-spool.ts';
import type {AgentConfig} from './agent-config.ts';
import type {Pump} from './pump.ts';
import type {Names} from './settle-begun.ts';
import type {StateFolder} from './state-folder.ts';
import type {AgentState} from './state.ts';

export type AgentOptions = {
	readonly config: AgentConfig;
	readonly clock: Clock;
	readonly names: Names;
	readonly bootId: string;
	readonly folder: StateFolder;
	readonly pumps: readonly Pump[];
	/** Where each writer's destination ends now, where that can be told. */
	readonly readMarks: () => AgentState['marks'];
	/** Tell of a fault, each once until it is mended. */
	readonly onFault: (about: string, fault: unknown) => void;
	readonly onMended: (about: string) => void;
	/** Those that last, by what they are about. */
	readonly faults: () => ReadonlyMap<string, string>;
	/** The spool has become fuller or emptier than a threshold. */
	readonly onLevel: (measure: SpoolMeasure) => void;
};
