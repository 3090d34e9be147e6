import {isEmojiCluster} from '../../terminal/is-emoji-cluster.ts';

/**
What of a recorded character may be painted: never a control, a character that turns the reading direction, or one that shows nothing.

Emulators keep some of these in their cells; painted, they would hide text or shift the row. In an emoji the joiner, the variation selectors and the tags of a flag are what makes the picture, so there they stay.

@param cluster - one character, with its combining marks.
@returns The cluster without them; empty when nothing is left.
*/
export function keepPrintable(cluster: string): string {
	return !hidden.test(cluster) || isEmojiCluster(cluster) ? cluster : cluster.replaceAll(everyHidden, '');
}

/** Controls, surrogates, line separators, formatting, and whatever else Unicode says is not drawn: fillers, selectors, tags. */
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}]/v;
const everyHidden = new RegExp(hidden.source, 'gv');
