/** Grows with each change of what the index holds; recordings indexed by another version are indexed anew. */
export const indexVersion = 7;
