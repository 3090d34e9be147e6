/** The saved views over the list; `selected` counts from the first. */
export type ViewsMenu = {readonly selected: number};
