import type {Shipped} from './shipped.ts';

/** Who it is, whatever way it came and however often: two of one host and boot that say the same here are the same. */
export function identifyShipped(shipped: Shipped): string {
	const {type, at} = shipped;
	switch (type) {
		case 'event': {
			return `${at}:${shipped.serial}${shipped.part === 1 ? '' : `:${shipped.part}`}`;
		}

		case 'gap': {
			return `${at}:${shipped.cause}:${shipped.first ?? ''}-${shipped.last ?? ''}:${shipped.count ?? ''}`;
		}

		case 'text': {
			return `${at}:text:${shipped.place}`;
		}

		default: {
			return type satisfies never;
		}
	}
}
