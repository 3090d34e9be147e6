import type {Fact} from './fact.ts';
import {fold} from './fold.ts';
import {isInNetwork, parseIpAddress} from './ip-address.ts';
import {isSimilar} from './measure-distance.ts';
import {parsePeer} from './parse-peer.ts';
import {isMatch, makePattern} from './pattern.ts';
import type {Pattern, PlainPattern} from './pattern.ts';
import type {MomentTerm, TextPattern} from './query.ts';
import {createTextMatcher} from './text-matcher.ts';

type FactTest = (fact: Fact) => boolean;

/**
What `cmd:`, `file:`, `net:` and `as:` mean: does what an audit event tells fulfil the term?

A regular expression is looked for anywhere in the arguments of a command, a path, a peer's address or a user's name.
*/
export function createFactMatcher({field, access, values}: MomentTerm): FactTest {
	const tests = values.map(value => createTest(field, value));
	return fact => fact.field === field && (access === undefined || fact.access === access) && tests.some(isMeant => isMeant(fact));
}

function createTest(field: MomentTerm['field'], pattern: TextPattern): FactTest {
	if (pattern.type === 'regex') {
		const {find} = createTextMatcher(pattern);
		return ({text, isNoise}) => !isNoise && find(text).length > 0;
	}

	if (pattern.type === 'fuzzy') {
		const typed = fold(pattern.text);
		return fact => !fact.isNoise && namesOf(fact).some(name => isSimilar(typed, fold(name)));
	}

	switch (field) {
		case 'cmd': {
			return createCommandTest(pattern);
		}

		case 'file': {
			return createFileTest(pattern);
		}

		case 'net': {
			return createPeerTest(pattern);
		}

		default: {
			return createNameTest(makePattern(pattern));
		}
	}
}

/** The words a fact goes by: a program's names, a file's last name, an address, a user's name and number. */
function namesOf({field, name, text}: Fact): readonly string[] {
	switch (field) {
		case 'cmd': {
			return name.split('\n');
		}

		case 'file': {
			return [baseOf(text)];
		}

		case 'net': {
			return [text];
		}

		case 'as': {
			return [text, name];
		}

		default: {
			return field satisfies never;
		}
	}
}

function baseOf(path: string): string {
	const end = path.length > 1 && path.endsWith('/') ? -1 : path.length;
	return path.slice(path.slice(0, end).lastIndexOf('/') + 1, end);
}

function createNameTest(pattern: Pattern): FactTest {
	return fact => !fact.isNoise && namesOf(fact).some(name => isMatch(pattern, fold(name)));
}

/** A word names the program; a phrase stands in what was typed behind it, too. */
function createCommandTest(pattern: PlainPattern): FactTest {
	if (pattern.type === 'word') {
		return createNameTest(makePattern(pattern));
	}

	const {find} = createTextMatcher(pattern);
	return ({text, isNoise}) => !isNoise && find(text).length > 0;
}

/** Who writes a whole path means that file, also where every program opens it. */
function createFileTest(pattern: PlainPattern): FactTest {
	const glob = makePattern(pattern);
	if (!pattern.text.includes('/')) {
		return createNameTest(glob);
	}

	if (pattern.text.endsWith('/')) {
		const below: Pattern = [...glob, {type: 'any'}];
		return ({text, isNoise}) => !isNoise && (isMatch(below, fold(text)) || isMatch(glob, fold(`${text}/`)));
	}

	const isExact = glob.every(({type}) => type === 'literal');
	return ({text, isNoise}) => (isExact || !isNoise) && isMatch(glob, fold(text));
}

function createPeerTest(pattern: PlainPattern): FactTest {
	const peer = parsePeer(pattern.text);
	if ('fault' in peer) {
		return () => false;
	}

	const {name, address, prefixBits, port} = peer;
	const glob = name === undefined ? undefined : makePattern({type: pattern.type, text: name});
	return fact => {
		if (fact.isNoise || (port !== undefined && fact.name !== String(port))) {
			return false;
		}

		if (address === undefined) {
			return glob === undefined || isMatch(glob, fold(fact.text));
		}

		const found = parseIpAddress(fact.text);
		return found !== undefined && isInNetwork(found, address, prefixBits ?? address.bits);
	};
}
