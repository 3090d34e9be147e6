/** What the person at the keyboard asked for cannot be done as asked. Printed in one line, exit code 2. */
export class UserError extends Error {
	override readonly name: string = 'UserError';
}
