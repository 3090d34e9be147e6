import type {CommandPage} from '../page/command-page.ts';

export const completionPage = {
	name: 'completion',
	title: 'Print what makes a shell complete scribery\'s words',
	usage: ['bash|zsh|fish'],
	operand: 'shell',
	options: {},
	notes: ['Commands, options, their values and the words of searches; users, hosts and addresses are asked from the store, for a fifth of a second at most.'],
	examples: [
		'eval "$(scribery completion bash)"           # in ~/.bashrc',
		'scribery completion zsh > ~/.zfunc/_scribery # a folder of $fpath',
		'scribery completion fish > ~/.config/fish/completions/scribery.fish',
	],
	exits: ['0 printed', '2 no such shell'],
} as const satisfies CommandPage;
