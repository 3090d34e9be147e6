import {DatabaseSync} from 'node:sqlite';
import type {StatementSync} from 'node:sqlite';
import {setTimeout as sleep} from 'node:timers/promises';
import {StoreError} from '../store-error.ts';
import {addNameFunction} from './name-function.ts';
import {identifyFile, readMark} from './place.ts';
import type {Opening, Place} from './place.ts';
import {isBusy, translateError} from './translate-error.ts';

/** How long a call waits for another process in all, if it does not say. */
const usualPatienceMs = 5000;
/** How long SQLite itself waits, blocking this thread; between two such waits the console can draw and read keys. */
const blockingMs = 100;
const pauseMs = 10;
/** Statements kept prepared; searches make new ones. */
const statementsKept = 100;

/** @throws {StoreError} when the file is none to go on with. */
type AcceptReplaced = (connection: Connection) => void;

/** One connection to one SQLite file: transactions that wait for other processes, statements prepared once, errors in our words. */
export class Connection {
	readonly #place: Place;
	readonly #statements = new Map<string, StatementSync>();
	readonly #acceptReplaced: AcceptReplaced | undefined;
	#opening: Opening;
	#database: DatabaseSync;
	#openings = 0;
	/** Which file is open: not always the one that bears its name now. `undefined` while it is none to go on with. */
	#identity: string | undefined;

	/** `acceptReplaced` looks at a file that took the place of the one that was open; without it such a file is refused. */
	constructor(place: Place, acceptReplaced?: AcceptReplaced) {
		this.#place = place;
		this.#acceptReplaced = acceptReplaced;
		this.#identity = identifyFile(place.file);
		this.#opening = place.choose();
		this.#database = this.#open();
	}

	get file(): string {
		return this.#place.file;
	}

	prepare(sql: string): StatementSync {
		const known = this.#statements.get(sql);
		if (known !== undefined) {
			return known;
		}

		if (this.#statements.size >= statementsKept) {
			this.#statements.clear();
		}

		const statement = this.#database.prepare(sql);
		// After a write `run` gives the row inserted last, also one inside a full-text index, whose numbers go beyond what a JavaScript number holds: it would throw.
		statement.setReadBigInts(statement.columns().length === 0);
		this.#statements.set(sql, statement);
		return statement;
	}

	exec(sql: string): void {
		this.#database.exec(sql);
	}

	/** Run synchronous reads that see one state of the store. The transaction ends before this returns: no reader holds up a checkpoint. */
	async read<T>(action: () => T, patienceMs?: number): Promise<T> {
		return this.retry(() => this.#transact('begin', action), patienceMs);
	}

	/** Run synchronous writes, all or none; durable once it returns. */
	async write<T>(action: () => T, patienceMs?: number): Promise<T> {
		return this.retry(() => this.#transact('begin immediate', action), patienceMs);
	}

	/** Run an action of its own, again while another process is in the way. */
	async retry<T>(action: () => T, patienceMs = usualPatienceMs): Promise<T> {
		const giveUpAt = performance.now() + patienceMs;
		for (;;) {
			try {
				this.#refresh();
				return action();
			} catch (error) {
				if (!isBusy(error) || performance.now() > giveUpAt) {
					throw translateError(this.file, error, patienceMs);
				}
			}

			// One after the other on purpose: each is a new try.

			await sleep(pauseMs);
		}
	}

	/** Differs after each change of the file, by this connection or another. Use it inside `read`. */
	readVersion(): string {
		const row = this.prepare('select data_version as others, total_changes() as own from pragma_data_version').get() ?? {};
		return [this.#openings, row.others, row.own].join('.');
	}

	close(): void {
		this.#statements.clear();
		// Opening anew may have failed before.
		if (this.#database.isOpen) {
			this.#database.close();
		}
	}

	#open(): DatabaseSync {
		this.#openings++;
		try {
			const database = new DatabaseSync(this.#opening.url, {timeout: blockingMs, enableForeignKeyConstraints: true});
			addNameFunction(database);
			return database;
		} catch (error) {
			throw translateError(this.file, error);
		}
	}

	/** SQLite goes on with a file that was moved or removed, as if nothing had happened: what is read is old, what is written is lost. And of one opened as unchanging that did change it would read a mixture. */
	#refresh(): void {
		const identity = identifyFile(this.file);
		if (identity === undefined) {
			throw new StoreError(`${this.file}: is no longer there: it was moved or removed while it was open; put it back, or name another store with --store`, {isRetryable: true});
		}

		if (identity !== this.#identity) {
			this.#followReplaced(identity);
		} else if (this.#opening.mark !== undefined && this.#opening.mark !== readMark(this.file)) {
			this.#reopen();
		}
	}

	#followReplaced(identity: string): void {
		if (this.#acceptReplaced === undefined) {
			throw new StoreError(`${this.file}: another file took its place while it was open; nothing more is written, start again to use the new one`);
		}

		// Once the old file is closed its number may become that of another.
		this.#identity = undefined;
		this.#reopen();
		this.#acceptReplaced(this);
		this.#identity = identity;
	}

	#reopen(): void {
		this.close();
		this.#opening = this.#place.choose();
		this.#database = this.#open();
	}

	#transact<T>(begin: string, action: () => T): T {
		this.#database.exec(begin);
		try {
			const result = action();
			this.#database.exec('commit');
			return result;
		} catch (error) {
			// A full disk ends the transaction by itself.
			if (this.#database.isTransaction) {
				this.#database.exec('rollback');
			}

			throw error;
		}
	}
}
