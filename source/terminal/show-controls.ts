/**
Make recorded text safe to show outside the pane: every character that moves, hides, reorders or joins is drawn as an escape, `\x1b` or `\u202e`.

Emoji keep the invisible characters they are made of. Line breaks and tabs are escaped too. The text may come from anybody.
*/
export function showControls(text: string): string {
	if (/^[\u{20}-\u{7E}]*$/v.test(text)) {
		return text;
	}

	return Array.from(segmenter.segment(text.toWellFormed()), ({segment}) => showCluster(segment)).join('');
}

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
const clusterLimit = 16; // Code points: more marks than any script stacks on one letter.

function showCluster(cluster: string): string {
	if (/^\p{RGI_Emoji}$/v.test(cluster)) {
		return cluster;
	}

	const characters = [...cluster];
	return characters.slice(0, clusterLimit).map(character => showCharacter(character)).join('') + (characters.length > clusterLimit ? '\u{FFFD}' : '');
}

function showCharacter(character: string): string {
	if (!/[\p{Default_Ignorable_Code_Point}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}\p{Noncharacter_Code_Point}]/v.test(character)) {
		return character;
	}

	const code = character.codePointAt(0) ?? 0;
	const digits = code.toString(16);
	return code < 0x1_00 ? String.raw`\x${digits.padStart(2, '0')}` : (code < 0x1_00_00 ? String.raw`\u${digits.padStart(4, '0')}` : String.raw`\u{${digits}}`);
}
