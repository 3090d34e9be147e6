import type {Action} from './action.ts';
import {updateFacets} from './facets/update-facets.ts';
import {updateHits} from './hits/update-hits.ts';
import {updateJobs} from './jobs/update-jobs.ts';
import {updateNotes} from './notes/update-notes.ts';
import {openPage} from './page/update-page.ts';
import {updatePalette} from './palette/update-palette.ts';
import {updatePlayer} from './player/update-player.ts';
import {speak} from './reader/spoken.ts';
import {askAgain} from './sessions/ask-store.ts';
import {updateSessions} from './sessions/update-sessions.ts';
import type {State, Update} from './state.ts';
import {updateWall} from './wall/update-wall.ts';

/** What effects and timers answer. */
type Answer = Exclude<Action, {readonly type: 'started' | 'pressed' | 'pasted' | 'do' | 'commanded' | 'resized' | 'ticked' | 'noticed' | 'clicked' | 'scrolled'}>;

/** Each answer goes to the part that asked. */
export function takeAnswer(state: State, answer: Answer): Update {
	switch (answer.type) {
		case 'jobOrdered':
		case 'jobProgressed':
		case 'jobEnded':
		case 'jobCancelled':
		case 'leaveNow':
		case 'leaveAfterJobs': {
			return updateJobs(state, answer);
		}

		case 'retryDue': {
			return state.sessions.asking === undefined ? askAgain(state, 'replace') : {state, effects: []};
		}

		case 'paneRead': {
			return {state: {...state, spoken: speak(state.spoken, answer.lines)}, effects: []};
		}

		case 'pageRead': {
			return {state: openPage(state, answer.title, answer.lines), effects: []};
		}

		case 'textToSave': {
			return {state, effects: [{type: 'writeText', file: answer.file, text: `${answer.text}\n`, what: 'the screen'}]};
		}

		case 'notesGiven':
		case 'noted': {
			return updateNotes(state, answer);
		}

		case 'found':
		case 'storeWanted':
		case 'storeOpened': {
			return updatePalette(state, answer);
		}

		case 'listed':
		case 'listFailed':
		case 'waited':
		case 'rankDue':
		case 'askDue':
		case 'ranked':
		case 'refreshDue':
		case 'unchanged':
		case 'changed':
		case 'checkFailed':
		case 'settled':
		case 'marksRead':
		case 'namesRead':
		case 'withoutCounted': {
			return updateSessions(state, answer);
		}

		case 'hitsFound':
		case 'hitsEnded':
		case 'hitsFailed':
		case 'hitsWaited':
		case 'hitsLoaded':
		case 'hitSettled':
		case 'hitScreenRead': {
			return updateHits(state, answer);
		}

		case 'wallListed':
		case 'wallUnchanged':
		case 'wallFailed':
		case 'wallDue':
		case 'runningCounted':
		case 'tileFailed': {
			return updateWall(state, answer);
		}

		case 'facetsCounted':
		case 'facetsFailed': {
			return updateFacets(state, answer);
		}

		case 'viewsSaved': {
			return {state: {...state, views: answer.views, notice: {text: answer.notice, isError: false}}, effects: []};
		}

		default: {
			return updatePlayer(state, answer);
		}
	}
}
