/**
Make a path absolute, and take `.` and `..` out of it without looking at the disk, where the links of then may be gone.

@param folder - absolute; `undefined` where it is not known: the path then stays relative.
@param name - as the log has it, absolute or relative to the folder.
*/
export function joinPath(folder: string | undefined, name: string): string {
	const path = name.startsWith('/') || folder === undefined ? name : `${folder}/${name}`;
	if (!path.startsWith('/')) {
		return path;
	}

	if (!path.includes('//') && !path.includes('/.')) {
		return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
	}

	const parts: string[] = [];
	for (const part of path.split('/')) {
		if (part === '..') {
			parts.pop();
		} else if (part !== '' && part !== '.') {
			parts.push(part);
		}
	}

	return `/${parts.join('/')}`;
}
