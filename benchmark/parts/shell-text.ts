import {createRandom} from './random.ts';
import type {Random} from './random.ts';

/** What a shell session is made of: one command and what it prints. */
export type ShellStep = {
	readonly command: string;
	/** Without line ends. */
	readonly output: readonly string[];
};

const syllables = ['ka', 'lo', 'mi', 'ter', 'an', 'so', 'ri', 'ven', 'du', 'pol', 'ex', 'cra', 'ne', 'sti', 'gor', 'ba', 'hel', 'ju', 'wor', 'fi', 'zen', 'tra', 'mo', 'qui', 'sap', 'yl', 'der', 'ost', 'in', 'ul'];
export const vocabularySize = 30_000;
/** Words as frequent as in a language: the one of rank N comes 1/N as often as the first. */
export const vocabulary: readonly string[] = makeVocabulary();

export const users = ['alice', 'bob', 'carol', 'deploy', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'root', 'backup', 'ansible'] as const;
export const hosts: readonly string[] = Array.from({length: 60}, (_, index) => `${['web', 'db', 'bastion', 'cache', 'build'][index % 5] ?? 'web'}${Math.floor(index / 5) + 1}`);

export function makeStep(random: Random): ShellStep {
	return random.pick(kinds)(random);
}

/** A word by its frequency. */
export function drawWord(random: Random): string {
	return vocabulary[Math.min(vocabularySize - 1, Math.floor(vocabularySize ** random.next()) - 1)] ?? 'ka';
}

export function drawHex(random: Random, length: number): string {
	return Array.from({length}, () => random.below(16).toString(16)).join('');
}

const kinds: ReadonlyArray<(random: Random) => ShellStep> = [
	random => ({command: `ls -l /srv/${drawWord(random)}`, output: ['total 128', ...repeat(random, 3, 8, () => `-rw-r--r-- 1 ${random.pick(users)} staff ${String(random.below(9_999_999)).padStart(8)} Nov ${String(1 + random.below(28)).padStart(2)} 10:${String(random.below(60)).padStart(2, '0')} ${drawWord(random)}-${drawWord(random)}.${random.pick(['log', 'conf', 'ts', 'gz', 'sql'])}`)]}),
	random => ({command: `journalctl -u ${random.pick(services)} -n 10`, output: repeat(random, 3, 6, () => `Nov 21 09:${String(random.below(60)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')} ${random.pick(hosts)} ${random.pick(services)}[${random.below(32_768)}]: ${drawSentence(random, 7)}`)}),
	random => ({command: 'git log --oneline -8', output: repeat(random, 3, 7, () => `${drawHex(random, 7)} ${drawSentence(random, 6)}`)}),
	random => ({command: `grep -rn ${drawWord(random)} /etc`, output: repeat(random, 2, 6, () => `/etc/${drawWord(random)}/${drawWord(random)}.conf:${random.below(900)}: ${drawWord(random)} = ${drawWord(random)} # ${drawSentence(random, 4)}`)}),
	random => ({command: `systemctl status ${random.pick(services)}`, output: [`● ${random.pick(services)}.service - ${drawSentence(random, 4)}`, `   Active: ${random.pick(['active (running)', 'failed (Result: exit-code)'])} since Mon 2026-11-23 10:${String(random.below(60)).padStart(2, '0')}:00 UTC; ${random.below(59)}min ago`, ` Main PID: ${random.below(32_768)} (${drawWord(random)})`, `   Memory: ${random.below(999)}.${random.below(9)}M`, ...repeat(random, 2, 5, () => `Nov 23 10:00:00 ${random.pick(hosts)} systemd[1]: ${drawSentence(random, 6)}`)]}),
	random => ({command: `cat /etc/${drawWord(random)}.conf`, output: random.next() < 0.15 ? [`cat: /etc/${drawWord(random)}.conf: Permission denied`] : repeat(random, 3, 8, () => `${drawWord(random)}.${drawWord(random)}: ${random.pick(['true', 'false', drawWord(random), String(random.below(65_536)), `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`])}`)}),
	random => ({command: `psql -c "select * from ${drawWord(random)} limit 8"`, output: [' id | name | state', '----+------+-------', ...repeat(random, 2, 6, () => ` ${random.below(99_999)} | ${drawWord(random)} ${drawWord(random)} | ${random.pick(['new', 'paid', 'sent', 'lost'])}`), '(8 rows)']}),
	random => ({command: `make ${drawWord(random)}`, output: [...repeat(random, 2, 5, () => `cc -O2 -Wall -c ${drawWord(random)}.c -o ${drawWord(random)}.o`), random.next() < 0.3 ? `${drawWord(random)}.c:${random.below(999)}: error: ${drawSentence(random, 5)}` : 'ok']}),
];
const services = ['nginx', 'postgresql', 'sshd', 'redis-server', 'cron', 'docker'] as const;

function drawSentence(random: Random, words: number): string {
	return Array.from({length: words}, () => drawWord(random)).join(' ');
}

function repeat(random: Random, least: number, most: number, make: () => string): string[] {
	return Array.from({length: least + random.below(most - least)}, () => make());
}

function makeVocabulary(): readonly string[] {
	const random = createRandom(7);
	const words = new Set<string>();
	while (words.size < vocabularySize) {
		words.add(Array.from({length: 2 + random.below(3)}, () => random.pick(syllables)).join(''));
	}

	return [...words];
}
