import {openDialog} from '../dialogs/open-dialog.ts';
import type {State, Update} from '../state.ts';
import type {Job, JobOrder} from './job.ts';
import type {JobAction} from './job-action.ts';
import {listRunning} from './jobs-state.ts';

const keptJobs = 20; // Ended ones, to look up what became of them.

/** What a job's order or answer does. */
export function updateJobs(state: State, action: JobAction): Update {
	switch (action.type) {
		case 'jobOrdered': {
			return start(state, action.order);
		}

		case 'jobProgressed': {
			return {state: change(state, action.id, {progress: action.progress}), effects: []};
		}

		case 'jobEnded': {
			return end(state, action);
		}

		case 'jobCancelled': {
			return {state, effects: [{type: 'cancelJob', id: action.id}]};
		}

		case 'leaveNow': {
			return {state, effects: [{type: 'exit', code: 0}]};
		}

		case 'leaveAfterJobs': {
			const waiting = {...state, jobs: {...state.jobs, exitCode: 0}};
			return leaveIfDone({...waiting, notice: {text: 'Leaving once the work is done.', isError: false}});
		}
	}
}

/** A store that is behind is caught up with when it is first seen. */
export function followStale(before: State, after: State): Update {
	const isFirst = before.sessions.counts === undefined && after.sessions.counts !== undefined && after.sessions.counts.unindexed > 0;
	return {state: after, effects: isFirst ? [{type: 'catchUp'}] : []};
}

/** Ask before leaving while jobs run. Asked already, leaving is meant. */
export function holdExit(before: State, {state, effects}: Update): Update {
	const running = listRunning(state.jobs).filter(job => job.isHolding);
	const isAsked = before.overlay?.type === 'dialog' && before.overlay.purpose.type === 'leave';
	if (running.length === 0 || isAsked || effects.every(effect => effect.type !== 'exit')) {
		return {state, effects};
	}

	return {state: askToLeave(state, running), effects: effects.filter(effect => effect.type !== 'exit')};
}

function askToLeave(state: State, running: readonly Job[]): State {
	return openDialog(state, {
		purpose: {type: 'leave'},
		title: running.length === 1 ? 'Work is not finished' : `${running.length} jobs are not finished`,
		text: running.map(job => job.title),
		fields: [],
		buttons: [
			{text: 'Wait, then leave', action: {type: 'leaveAfterJobs'}},
			{text: 'Cancel it and leave', action: {type: 'leaveNow'}, isDestructive: true},
			{text: 'Stay', action: 'close'},
		],
	});
}

function start(state: State, order: JobOrder): Update {
	const id = (state.jobs.list.at(-1)?.id ?? 0) + 1;
	const job: Job = {id, title: titleOf(order), state: 'running', isHolding: !(order.type === 'index' && order.isUnasked), progress: undefined, result: ''};
	const ended = new Set(state.jobs.list.filter(each => each.state !== 'running').slice(-keptJobs));
	const list = [...state.jobs.list.filter(each => each.state === 'running' || ended.has(each)), job];
	return {state: {...state, jobs: {...state.jobs, list}}, effects: [{type: 'startJob', id, order}]};
}

function titleOf(order: JobOrder): string {
	if (order.type === 'index') {
		return order.isRebuild ? 'Indexing everything anew' : 'Indexing';
	}

	if (order.type === 'import') {
		return `Importing ${order.from}`;
	}

	const {addresses, format} = order.request;
	return `Exporting ${addresses.length === 1 ? addresses[0] ?? '' : `${addresses.length} recordings`} as ${format}`;
}

function end(state: State, {id, state: how, result}: Extract<JobAction, {type: 'jobEnded'}>): Update {
	const ended = change(state, id, {state: how, result});
	const isQuiet = how === 'done' && state.jobs.list.some(job => job.id === id && !job.isHolding);
	return leaveIfDone(isQuiet ? ended : {...ended, notice: {text: result, isError: how === 'failed'}});
}

function leaveIfDone(state: State): Update {
	const {jobs} = state;
	return {state, effects: jobs.exitCode !== undefined && listRunning(jobs).length === 0 ? [{type: 'exit', code: jobs.exitCode}] : []};
}

function change(state: State, id: number, fields: Partial<Job>): State {
	return {...state, jobs: {...state.jobs, list: state.jobs.list.map(job => job.id === id ? {...job, ...fields} : job)}};
}
