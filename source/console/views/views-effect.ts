/** Keep a search under a name; without a query, forget the view. */
export type ViewsEffect = {readonly type: 'saveView'; readonly name: string; readonly query: string | undefined};
