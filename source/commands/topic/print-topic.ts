import {wrapText} from '../page/wrap-text.ts';
import type {Topic, TopicPart} from './topic.ts';

const columns = 80;

/** A topic's page as text of 80 columns. */
export function printTopic({title, parts}: Topic): string {
	return `${[wrapText(title, columns).join('\n'), ...parts.map(part => printPart(part))].join('\n\n')}\n`;
}

function printPart(part: TopicPart): string {
	switch (part.type) {
		case 'text': {
			return wrapText(part.text, columns).join('\n');
		}

		case 'examples': {
			return part.lines.map(line => `  $ ${line}`).join('\n');
		}

		case 'rows': {
			const width = Math.max(...part.rows.map(([label]) => label.length));
			const rows = part.rows.flatMap(([label, meaning]) => wrapText(meaning, columns - width - 4).map((line, index) => `  ${(index === 0 ? label : '').padEnd(width)}  ${line}`));
			return [...(part.title === undefined ? [] : [part.title]), ...rows].join('\n');
		}
	}
}
