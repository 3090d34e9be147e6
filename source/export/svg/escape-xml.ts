/** Text for XML, inside an element or an attribute in double quotes: nothing of it is markup, and what XML 1.0 cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
	return text.replaceAll(forbidden, '\u{FFFD}').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** @see https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gv;
