import type {KeyCase, Mark, RowCase} from './key-case.ts';

/** What stands in a text field of that label, to the end of the line, the edge of its box or what is told behind it. */
export function field(label: string, text: string): Mark {
	return console => console.readLines().some(line => {
		const at = line.indexOf(label);
		const rest = line.slice(at + label.length).split('│', 1)[0]?.trimStart() ?? '';
		return at !== -1 && (rest.trimEnd() === text || (text !== '' && rest.startsWith(`${text}  `)));
	});
}

const typed = 'ab cd';
const cursor = '|';

/** Keys that edit, from the end or the start of `ab cd`, and the text with a `|` typed where the cursor is then. */
const edits: Readonly<Record<string, {readonly isFromStart: boolean; readonly text: string}>> = {
	left: {isFromStart: false, text: 'ab c|d'},
	right: {isFromStart: true, text: 'a|b cd'},
	home: {isFromStart: false, text: '|ab cd'},
	end: {isFromStart: true, text: 'ab cd|'},
	'ctrl-a': {isFromStart: false, text: '|ab cd'},
	'ctrl-e': {isFromStart: true, text: 'ab cd|'},
	'ctrl-w': {isFromStart: false, text: 'ab |'},
	'ctrl-u': {isFromStart: false, text: '|'},
	'ctrl-k': {isFromStart: true, text: '|'},
	backspace: {isFromStart: false, text: 'ab c|'},
	delete: {isFromStart: true, text: '|b cd'},
};

/** What the keys that edit do in a text field, which is empty at home. */
export function editsOf(label: string): RowCase {
	return (key): KeyCase => {
		const {isFromStart, text} = edits[key] ?? {isFromStart: false, text: `no case for ${key}`};
		return {before: [...typed, ...isFromStart ? ['home'] : []], from: field(label, typed), behind: [cursor], shows: field(label, text), after: ['end', 'ctrl-u']};
	};
}
