/**
Read what the daemon added behind a record, `UID="root" SADDR={ saddr_fam=local path=/run/x }`.

@returns Values by the name of the field they belong to. Two fields of one name have one value between them: the daemon does not tell them apart.
*/
export function readEnriched(text: string): ReadonlyMap<string, string> {
	if (text === '') {
		return none;
	}

	return new Map(text.matchAll(/\b(?<name>[\w\-]+)=(?<value>\{.*?\}|"[^"]*"|\S*)/gv).map(({groups}) => [groups?.name?.toLowerCase() ?? '', groups?.value ?? ''] as const));
}

const none: ReadonlyMap<string, string> = new Map();
