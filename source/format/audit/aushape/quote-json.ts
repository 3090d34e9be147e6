/** Quote text for JSON; DEL is escaped besides what JSON asks for, and half a surrogate pair cannot leave. */
export function quoteJson(text: string): string {
	return special.test(text) ? JSON.stringify(text).replaceAll('\u{7F}', String.raw`\u007f`) : `"${text}"`;
}

// eslint-disable-next-line no-control-regex, regexp/no-control-character -- these are what is looked for
const special = /[\p{Surrogate}\u{0}-\u{1F}"\\\u{7F}]/v;
