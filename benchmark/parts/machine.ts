import {arch, availableParallelism, cpus, release, totalmem} from 'node:os';
import process from 'node:process';

/** The machine and the day of a run, for the head of a result. */
export function describeMachine(): string {
	const [cpu] = cpus();
	return `${new Date().toISOString().slice(0, 10)}, Linux ${release()} ${arch()}, ${availableParallelism()} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / (1024 ** 3))} GiB, Node ${process.versions.node}; shared with other work, so read times to ±20 %`;
}
