import {existsSync, readdirSync} from 'node:fs';
import type {ExportSource} from '../../source/export/export-source.ts';
import {fixturePath} from './fixture-store.ts';

/** What a driver saw or typed while a fixture was recorded; `fixtures/readme.md` tells how. */
export type FixtureTruth = {
	/** The file that holds the true bytes. */
	readonly name: string;
	/** The recording, perhaps packed. */
	readonly recording: string;
	/** Which of the recordings in that file, where there are several. */
	readonly host: string | undefined;
	readonly stream: NonNullable<ExportSource['stream']>;
};

/** All truths of `fixtures/recordings`. */
export function listTruths(): FixtureTruth[] {
	return readdirSync(fixturePath('.')).flatMap(name => {
		const groups = /^(?<stem>[^.@]+)(?:@(?<host>[^.]+))?\.(?<kind>raw|typed)$/v.exec(name)?.groups;
		if (groups === undefined) {
			return [];
		}

		return {name, recording: findRecording(groups.stem ?? ''), host: groups.host, stream: groups.kind === 'raw' ? 'output' : 'input'};
	});
}

function findRecording(stem: string): string {
	const found = ['.jsonl', '.jsonl.gz', '.jsonl.zst', '.cast'].map(suffix => stem + suffix).find(name => existsSync(fixturePath(name)));
	if (found === undefined) {
		throw new Error(`${stem}: a truth without a recording`);
	}

	return found;
}
