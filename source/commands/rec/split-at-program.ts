/**
Part a command line at the recorded program: everything from the first word that is neither an option nor an option's value, or from behind `--`, belongs to the program.

@param argv - the words after the command's name.
@param valueOptions - options that take a value, as typed (`-o`, `--output`).
*/
export function splitAtProgram(argv: readonly string[], valueOptions: readonly string[]): {readonly own: readonly string[]; readonly program: readonly string[]} {
	for (let index = 0; index < argv.length; index++) {
		const word = argv[index] ?? '';
		if (word === '--') {
			return {own: argv.slice(0, index), program: argv.slice(index + 1)};
		}

		if (word === '-' || !word.startsWith('-')) {
			return {own: argv.slice(0, index), program: argv.slice(index)};
		}

		if (valueOptions.includes(word)) {
			index++;
		}
	}

	return {own: argv, program: []};
}
