/** What became of one input. */
export type CollectReport = {
	/** Recordings that lines belonged to. */
	readonly recordings: number;
	readonly messages: number;
	/** Audit events. */
	readonly events: number;
	readonly stored: number;
	readonly doubled: number;
	/** Lines that belong to no recording anyone could name: not stored. */
	readonly refused: number;
	/** One line each, with its place: what was refused, and what was stored although its content is faulty. At most 20 are kept. */
	readonly problems: readonly string[];
	readonly problemCount: number;
};

export type ReportWriter = {
	readonly addMessage: (host: string, rec: string) => void;
	readonly addEvent: () => void;
	readonly addStored: (added: {readonly stored: number; readonly doubled: number; readonly conflicting: number}) => void;
	readonly addRefused: (problem: string) => void;
	readonly addProblem: (problem: string) => void;
	readonly read: () => CollectReport;
};

const keptProblems = 20;

export function createReport(): ReportWriter {
	const recordings = new Set<string>();
	const problems: string[] = [];
	let [messages, events, stored, doubled, refused, problemCount] = [0, 0, 0, 0, 0, 0];

	function addProblem(problem: string): void {
		problemCount++;
		if (problems.length < keptProblems) {
			problems.push(problem);
		}
	}

	return {
		addMessage(host, rec) {
			recordings.add(`${host}/${rec}`);
			messages++;
		},
		addEvent() {
			events++;
		},
		addStored(added) {
			stored += added.stored;
			doubled += added.doubled;
			if (added.conflicting > 0) {
				addProblem(`${added.conflicting} lines repeat the id of a stored line with another text: the stored ones were kept`);
			}
		},
		addRefused(problem) {
			refused++;
			addProblem(problem);
		},
		addProblem,
		read: () => ({recordings: recordings.size, messages, events, stored, doubled, refused, problems, problemCount}),
	};
}
