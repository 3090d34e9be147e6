import {measureText} from './measure-text.ts';

/** Text for a terminal that draws nothing but ASCII: signs of ours get their like, every other character is `?` in each of its cells. */
export function toAscii(text: string): string {
	if (/^[\u{20}-\u{7E}]*$/v.test(text)) {
		return text;
	}

	return Array.from(segmenter.segment(text), ({segment}) => replaceCluster(segment)).join('');
}

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
const likes: Readonly<Record<string, string>> = {'×': 'x', '–': '-', '…': '~', '≤': '<', '±': '+'};

function replaceCluster(cluster: string): string {
	return /^[\u{20}-\u{7E}]$/v.test(cluster) ? cluster : likes[cluster] ?? '?'.repeat(measureText(cluster));
}
