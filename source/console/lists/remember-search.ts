const mostRemembered = 50;

/** The searches typed so far, the last one at the end; one that is typed again at once, or empty, is not kept twice. */
export function rememberSearch(history: readonly string[], text: string): readonly string[] {
	return text === '' || history.at(-1) === text ? history : [...history, text].slice(-mostRemembered);
}
