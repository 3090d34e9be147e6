/** True for what Unicode recommends, and for any pictures joined: terminals know newer ones than this Node does. In these the joiner, the variation selectors and the tags of a flag make the picture. */
export function isEmojiCluster(cluster: string): boolean {
	return emoji.test(cluster);
}

const emoji = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}[\u{FE0E}\u{FE0F}]?\p{Emoji_Modifier}?(?:\u{200D}\p{Extended_Pictographic}[\u{FE0E}\u{FE0F}]?\p{Emoji_Modifier}?)*)$/v;
