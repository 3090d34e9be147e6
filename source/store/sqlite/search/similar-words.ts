import {isSimilar} from '../../query/measure-distance.ts';
import type {Connection} from '../connection.ts';
import {readText} from '../row.ts';

/** More words than this say that the typed one says too little: to read the blocks is as quick as to ask where they are. */
const mostWords = 1000;

/** The words of the index that may stand for a folded one typed with `~`; `any` when they are too many to ask for. Reads all words: they are far fewer than the blocks they are in. */
export function listSimilarWords(connection: Connection, typed: string): readonly string[] | 'any' {
	connection.exec('create virtual table if not exists temp.seen_vocabulary using fts5vocab (main, seen_words, row)');
	const words: string[] = [];
	const statement = connection.prepare('select term from temp.seen_vocabulary where length(term) between ? and ?');
	for (const row of statement.iterate(Math.max(1, [...typed].length - 2), [...typed].length + 2)) {
		const word = readText(row, 'term');
		if (!isSimilar(typed, word)) {
			continue;
		}

		if (words.length === mostWords) {
			return 'any';
		}

		words.push(word);
	}

	return words;
}
