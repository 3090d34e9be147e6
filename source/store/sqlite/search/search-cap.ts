/** How long one look of a regular expression through a stretch of text may take, ms. */
export const searchCapMs = 2000;
