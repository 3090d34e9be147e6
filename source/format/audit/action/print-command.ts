/** Arguments as a shell would take them: quoted where they hold more than letters, digits and harmless signs. */
export function printCommand(argv: readonly string[]): string {
	return argv.map(word => /^[\w%+,\-.\/:=@]+$/v.test(word) ? word : `'${word.replaceAll('\'', String.raw`'\''`)}'`).join(' ');
}
