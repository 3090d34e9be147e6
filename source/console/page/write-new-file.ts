import {open, rm} from 'node:fs/promises';

/**
Write a file that was not there, whole or not at all, for its owner only. A link that leads nowhere counts as there.

@throws {Error} when something has that name, or with the system's reason.
*/
export async function writeNewFile(file: string, text: string): Promise<void> {
	const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
		throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? new Error(`${file} is there already: choose another name.`, {cause: error}) : error;
	});
	try {
		await handle.writeFile(text);
		await handle.sync();
	} catch (error) {
		await rm(file, {force: true});
		throw error;
	} finally {
		await handle.close();
	}
}
