import type {Intake} from '../intake/intake.ts';
import type {Sender} from '../sender.ts';

/** What a protocol needs to serve one connection. */
export type Serving = {
	readonly intake: Intake;
	readonly sender: Sender;
	/** A longer line is a fault. */
	readonly lineBytes: number;
	/** The connection is ended because of what came over it. */
	readonly onFault: (fault: string) => void;
};
