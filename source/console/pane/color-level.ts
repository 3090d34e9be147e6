/** What the auditor's terminal can show: direct colours, a palette of 256 or 16, or no colour at all. */
export type ColorLevel = 'truecolor' | '256' | '16' | 'mono';

/**
Guess from the environment what colours the terminal has.

`COLORTERM` alone promises direct colours: `screen` and `tmux` name themselves in `TERM` and pass no more than their palette on.

@see https://no-color.org
*/
export function detectColorLevel(environment: Readonly<Record<string, string | undefined>>): ColorLevel {
	const term = environment.TERM ?? 'dumb';
	if (term === 'dumb' || (environment.NO_COLOR ?? '') !== '' || /^vt\d/v.test(term)) {
		return 'mono';
	}

	if (/^(?:truecolor|24bit)$/v.test(environment.COLORTERM ?? '')) {
		return 'truecolor';
	}

	return term.includes('256color') ? '256' : '16';
}
