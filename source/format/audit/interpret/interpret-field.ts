import type {Field} from '../field/field.ts';
import {findFieldKind} from '../field/field-kind.ts';
import type {FieldKind} from '../field/field-kind.ts';
import type {InterpretContext, Interpretation} from './interpretation.ts';
import {interpretArgument} from './interpret-argument.ts';
import {interpretValue} from './interpret-value.ts';
import type {Decoded} from './decode-hex.ts';
import {unescapeValue} from './unescape.ts';

/**
Say what a field means: names for numbers, text for hexadecimal.

@returns The text, and whether the value of the line is given beside it: when it differs and is not merely the text's escaped form, or when the text does not hold all of it.
@see libauparse 3.0.9, whose words these are
*/
export function interpretField({name, value}: Field, context: InterpretContext): Interpretation {
	const kind = findFieldKind(name, context.type, value);
	if (kind === 'plain') {
		return {text: value, isRawKept: false};
	}

	const given = context.enriched.size > 0 && !value.startsWith('"') ? context.enriched.get(name) : undefined;
	if (given !== undefined && !given.startsWith('unknown-')) {
		const text = quotedKinds.has(kind) ? unescapeValue(given).text : given;
		return {text, isRawKept: text !== value && !isEscaped(kind)};
	}

	if (isEscaped(kind) || kind === 'file') {
		const {text, isLossy} = kind === 'key' ? unescapeKey(value) : unescapeValue(value);
		return {text, isRawKept: isLossy || (kind === 'file' && text !== value)};
	}

	const text = kind === 'argument' ? interpretArgument(value, Number(name.slice(1)), context) : interpretValue(kind, value, context);
	return {text, isRawKept: text !== value};
}

/** Behind a key there may stand enrichment whose divider was lost, or a quote that nothing opened. */
function unescapeKey(value: string): Decoded {
	return value.startsWith('(null)') ? {text: '(null)', isLossy: false} : unescapeValue(value.startsWith('"') ? value : value.replace(/"$/v, ''));
}

/** Names of people are quoted, or hexadecimal, in what a daemon adds. */
const quotedKinds: ReadonlySet<FieldKind> = new Set(['user', 'group']);

function isEscaped(kind: FieldKind): boolean {
	return kind === 'escaped' || kind === 'key';
}
