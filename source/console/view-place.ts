import type {ListName} from './lists/list-name.ts';

/** A view to come back to: a list, or a recording at a position. */
export type LastView = {readonly screen: ListName} | {readonly screen: 'player'; readonly address: string};
