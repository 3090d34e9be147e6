/** Shells that a completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
