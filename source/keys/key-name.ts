/**
A key's name as people read it: `⏎`, `→`, `Ctrl-c`, `PgDn`.

@param key - its name in the table.
@param isAscii - name keys with ASCII alone (`enter`, `>`), for terminals that cannot draw the rest.
*/
export function nameKey(key: string, isAscii = false): string {
	const special = names[key];
	if (special !== undefined) {
		return isAscii ? special.ascii : special.unicode;
	}

	return key.startsWith('ctrl-') ? `Ctrl-${key.slice('ctrl-'.length)}` : key;
}

/** True for what the console can tell as a key: one visible character, a named key, `ctrl-` with a letter. Ctrl with h, i, j or m is Backspace, Tab or Enter to a terminal. */
export function isKeyName(key: string): boolean {
	return key === 'space' || Object.hasOwn(names, key) || /^ctrl-[a-gkln-z]$/v.test(key) || /^[^\p{Control}\p{White_Space}]$/v.test(key);
}

const names: Readonly<Record<string, {readonly unicode: string; readonly ascii: string}>> = {
	enter: {unicode: '⏎', ascii: 'enter'},
	esc: {unicode: 'Esc', ascii: 'Esc'},
	tab: {unicode: 'Tab', ascii: 'Tab'},
	'shift-tab': {unicode: 'Shift-Tab', ascii: 'Shift-Tab'},
	backspace: {unicode: '⌫', ascii: 'bksp'},
	delete: {unicode: 'Del', ascii: 'Del'},
	left: {unicode: '←', ascii: '<-'},
	right: {unicode: '→', ascii: '->'},
	up: {unicode: '↑', ascii: 'up'},
	down: {unicode: '↓', ascii: 'down'},
	'shift-left': {unicode: '⇧←', ascii: 'S-<-'},
	'shift-right': {unicode: '⇧→', ascii: 'S-->'},
	home: {unicode: 'Home', ascii: 'Home'},
	end: {unicode: 'End', ascii: 'End'},
	'page-up': {unicode: 'PgUp', ascii: 'PgUp'},
	'page-down': {unicode: 'PgDn', ascii: 'PgDn'},
	...Object.fromEntries(Array.from({length: 12}, (_, index) => [`f${index + 1}`, {unicode: `F${index + 1}`, ascii: `F${index + 1}`}])),
};
