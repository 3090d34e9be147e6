import type {Hint} from '../hints.ts';

/** What the keys do while the facets have them. */
export const facetHints: readonly Hint[] = [['facet.add', 'only these'], ['facet.or', 'these, too'], ['facet.not', 'not these'], [['group.prev', 'group.next'], 'group'], ['facets.toggle', 'close'], ['focus.next', 'list']];
