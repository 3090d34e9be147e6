import process from 'node:process';

// `npm run benchmark NAME`: one question, its peers beside it in the same run.
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
	import: async () => import('./import.ts'),
	index: async () => import('./index.ts'),
	seek: async () => import('./seek.ts'),
	'first-frame': async () => import('./first-frame.ts'),
	play: async () => import('./play.ts'),
	pane: async () => import('./pane.ts'),
	rec: async () => import('./rec.ts'),
	search: async () => import('./search.ts'),
	kill: async () => import('./kill.ts'),
	agent: async () => import('./agent.ts'),
	live: async () => import('./live.ts'),
	extremes: async () => import('./extremes.ts'),
	soak: async () => import('./soak.ts'),
	session: async () => import('./session.ts'),

	audit: async () => import('./audit.ts'),
	'audit-storm': async () => import('./audit-storm.ts'),
	keystroke: async () => import('./keystroke.ts'),
};

const [name = ''] = process.argv.splice(2, 1);
const question = Object.hasOwn(questions, name) ? questions[name] : undefined;
if (question === undefined) {
	console.error(`npm run benchmark NAME, one of: ${Object.keys(questions).join(', ')}`);
	process.exitCode = 2;
} else {
	await question();
}
