import {fixturePath} from '../fixture-store.ts';
import {makeHome, runScribery} from '../run-scribery.ts';

const recordings = ['bastion1-carol-input-only.jsonl', 'bastion1-erin-tmux.jsonl', 'bastion1-mallory-hostile.jsonl', 'db1-bob-password.jsonl', 'db1-frank-gap.jsonl', 'db2-bob-htop.jsonl', 'db2-carol-binary.jsonl', 'db2-deploy-pipe.jsonl', 'db2-frank-ver1.jsonl', 'logserver-two-hosts.jsonl', 'web1-carol-less.jsonl.gz', 'web1-deploy-build.jsonl.zst', 'web1-erin-resize.jsonl', 'web2-alice-vim.jsonl', 'web2-carol-unicode.jsonl', 'web2-deploy-killed.jsonl', 'web3-frank-ver2.jsonl'];

/** A home whose store has the fixtures' sessions, 18 of them. */
export function importFixtures(): string {
	const home = makeHome();
	runScribery(home, ['import', ...recordings.map(name => fixturePath(name))]);
	return home;
}

/** Brings one more in, while a console has the store open. */
export function importing(home: string, name: string): () => void {
	return () => {
		runScribery(home, ['import', fixturePath(name)]);
	};
}
