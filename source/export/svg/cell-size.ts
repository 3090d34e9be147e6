/** Size of a cell and its letters, in the picture's units: close to what monospaced fonts have, so that nothing is stretched much. */
export const cellSize = {width: 9, height: 18, font: 15, baseline: 14} as const;
