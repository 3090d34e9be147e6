import type {Shipped, ShippedEvent, ShippedGap, ShippedText} from '../../source/format/audit/shipped/shipped.ts';

type Unplaced<Whole extends Shipped> = Omit<Whole, 'host' | 'boot' | 'number'>;

/** What is to be shipped, before it is known where from. */
export type Outgoing = Unplaced<ShippedEvent> | Unplaced<ShippedGap> | Unplaced<ShippedText>;

export type OutgoingText = Unplaced<ShippedText>;

/** Where all that a process ships comes from. */
export type Origin = {
	readonly host: string;
	/** Of what happened at this time, epoch milliseconds. */
	readonly findBoot: (at: number) => string | undefined;
};

/** Put together what is shipped. */
export function placeOutgoing(outgoing: Outgoing, {host, findBoot}: Origin, number: number | undefined): Shipped {
	return {...outgoing, host, boot: findBoot(outgoing.at), number};
}
