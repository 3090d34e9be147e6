import type {Topic, TopicPart} from '../topic/topic.ts';
import {escapeRoff, exampleBlock, seeAlso, tagged, titleLine, writeName, writeText} from './man-text.ts';
import type {ManEdition} from './man-text.ts';

/** The manual's page of a topic, from what `scribery help TOPIC` prints. */
export function writeTopicMan({name, title, parts}: Topic, edition: ManEdition): string {
	return [
		titleLine(`scribery-${name}`, 7, edition),
		'.SH NAME',
		writeName(`scribery-${name}`, title),
		'.SH DESCRIPTION',
		...parts.map((part, index) => writePart(part, index === 0 || ('title' in part))),
		'.SH SEE ALSO',
		seeAlso([['scribery', 1]]),
		'',
	].join('\n');
}

function writePart(part: TopicPart, isAfterHeading: boolean): string {
	switch (part.type) {
		case 'text': {
			return `${isAfterHeading ? '' : '.PP\n'}${writeText(part.text)}`;
		}

		case 'examples': {
			return `.SH EXAMPLES\n${exampleBlock(part.lines)}`;
		}

		case 'rows': {
			const rows = part.rows.map(([label, meaning]) => tagged(String.raw`\fB${escapeRoff(label)}\fR`, meaning));
			return [...(part.title === undefined ? [] : [`.SS ${escapeRoff(part.title)}`]), ...rows].join('\n');
		}
	}
}
