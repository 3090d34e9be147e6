/**
List texts that each match of a regular expression contains, whatever else it does.

Cautious: what it does not know it takes for anything.

@param source - one that `checkRegex` let through.
@param isIgnoringCase - letters beyond ASCII have more than one other case then, and are left out.
@returns Texts in the case of the source.
*/
export function listRegexLiterals(source: string, isIgnoringCase: boolean): readonly string[] {
	const tokens = source.matchAll(tokenPattern).map(match => readToken(match.groups ?? {}, isIgnoringCase)).toArray();
	return readAlternatives({tokens, at: 0});
}

/** An atom with its quantifier, or a sign that makes groups. */
const tokenPattern = new RegExp([
	String.raw`(?<open>\((?:\?(?<flags>[\-a-z]*:|<[^>]*>))?)`,
	String.raw`(?<alternative>\|)`,
	String.raw`(?<edge>[$^]|\\[Bb])`,
	String.raw`(?:(?<close>\))|\\(?<escaped>[^0-9A-Za-z])|(?<other>\.|\[(?:\\.|[^\\\]])*\]?|\\(?:[Pp]\{[^\}]*\}|u\{[^\}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.))|(?<plain>.))(?<quantifier>[*+?]\??|\{\d+(?:,\d*)?\}\??)?`,
].join('|'), 'gsv');

type Token =
	| {readonly type: 'open'; readonly isOpaque: boolean}
	| {readonly type: 'alternative' | 'edge'}
	| {readonly type: 'close' | 'other'; readonly count: Count}
	| {readonly type: 'character'; readonly text: string; readonly count: Count};

type Count = 'none or more' | 'one' | 'one or more';

function readToken(groups: Readonly<Record<string, string | undefined>>, isIgnoringCase: boolean): Token {
	const {open, flags = '', alternative, edge, close, escaped, plain, quantifier = ''} = groups;
	if (open !== undefined) {
		return {type: 'open', isOpaque: /^[\-a-z]+:/v.test(flags)};
	}

	if (alternative !== undefined || edge !== undefined) {
		return {type: edge === undefined ? 'alternative' : 'edge'};
	}

	const count = countQuantifier(quantifier);
	const text = escaped ?? plain ?? '';
	if (close !== undefined) {
		return {type: 'close', count};
	}

	return text === '' || (isIgnoringCase && /[^\0-\u{7F}]/v.test(text)) ? {type: 'other', count} : {type: 'character', text, count};
}

function countQuantifier(quantifier: string): Count {
	return quantifier === '' ? 'one' : (/^(?:[*?]|\{0)/v.test(quantifier) ? 'none or more' : 'one or more');
}

type Reader = {readonly tokens: readonly Token[]; at: number};

/** Up to the end of the group, which is not taken. With alternatives, nothing is certain. */
function readAlternatives(reader: Reader): readonly string[] {
	const literals: string[] = [];
	let run = '';
	let hasAlternatives = false;

	function endRun(next = ''): void {
		literals.push(run);
		run = next;
	}

	for (; ;reader.at++) {
		const token = reader.tokens[reader.at];
		if (token === undefined || token.type === 'close') {
			endRun();
			return hasAlternatives ? [] : literals;
		}

		if (token.type === 'character' && token.count !== 'none or more') {
			run += token.text;
			if (token.count === 'one or more') {
				// The last of them stands before what follows.
				endRun(token.text);
			}
		} else if (token.type === 'open') {
			endRun();
			literals.push(...readGroup(reader, token.isOpaque));
		} else if (token.type !== 'edge') {
			endRun();
			hasAlternatives ||= token.type === 'alternative';
		}
	}
}

function readGroup(reader: Reader, isOpaque: boolean): readonly string[] {
	reader.at++;
	const literals = readAlternatives(reader);
	const end = reader.tokens[reader.at];
	return isOpaque || end?.type !== 'close' || end.count === 'none or more' ? [] : literals;
}
