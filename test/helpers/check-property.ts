import type {ExecutionContext} from 'ava';
import fc from 'fast-check';

/** Passes when the property holds for all samples tried; fails with the smallest counterexample and its seed. */
export function checkProperty<Values>(t: ExecutionContext, property: fc.IProperty<Values>, options: fc.Parameters<Values> = {}): void {
	t.notThrows(() => {
		fc.assert(property, options);
	});
}
