import {shortenRec} from '../../store/address.ts';
import {writePosition} from '../../format/position.ts';
import type {NewNote} from '../notes/note-action.ts';
import {findBookmarkHere} from '../player/notes/bookmark-here.ts';
import type {PlayerState} from '../player/player-state.ts';
import {whereTo} from '../player/where-to.ts';
import type {State} from '../state.ts';
import {emptyInput, insertText} from '../text-input.ts';
import type {Target} from '../target.ts';
import {cancelButton} from './dialog.ts';
import type {Answer, Button, Dialog} from './dialog.ts';
import {readText} from './dialog-values.ts';
import {openDialog} from './open-dialog.ts';
import type {Purpose} from './purpose.ts';

/** Ask for tags to add and to take away. */
export function openTags(state: State, targets: readonly Target[]): State {
	const tags = [...new Set(targets.flatMap(({session}) => session?.tags ?? []))].toSorted();
	return openDialog(state, {
		purpose: {type: 'tags', targets},
		title: `Tags of ${nameTargets(targets)}`,
		text: [tags.length === 0 ? 'No tags yet.' : `Now: ${tags.join(' ')}`],
		fields: [
			{name: 'add', label: 'Add', type: 'text', input: emptyInput, hint: 'one or more, parted by blanks'},
			{name: 'remove', label: 'Take away', type: 'text', input: emptyInput},
		],
		buttons: [{text: 'Save', action: undefined}, cancelButton],
	});
}

/** Ask for a note; in the player it is about the present position. */
export function openNote(state: State, targets: readonly Target[]): State {
	const positionMs = state.screen === 'player' && state.player !== undefined ? whereTo(state.player) : undefined;
	return openDialog(state, {
		purpose: {type: 'note', targets, positionMs},
		title: `Note on ${nameTargets(targets)}${positionMs === undefined ? '' : ` at ${writePosition(positionMs)}`}`,
		fields: [{name: 'text', label: 'Note', type: 'text', input: emptyInput, hint: 'Others see it with your name; it stays.'}],
		buttons: [{text: 'Save', action: undefined}, cancelButton],
	});
}

/** Ask for the words of a bookmark; there may be none. One that stands here already can be worded anew, or taken back. */
export function openBookmark(state: State, address: string, player: PlayerState): State {
	const standing = findBookmarkHere(player);
	const positionMs = standing?.positionMs ?? whereTo(player);
	const takeBack: readonly Button[] = standing === undefined ? [] : [{text: 'Take back', action: {type: 'notesGiven', notes: [takeBackBookmark(address, positionMs)]}, isDestructive: true}];
	return openDialog(state, {
		purpose: {type: 'bookmark', address, positionMs, standing: standing?.text},
		title: `Bookmark at ${writePosition(positionMs, true)}`,
		text: standing === undefined ? [] : [`Set by ${standing.who}.`],
		fields: [{name: 'text', label: 'Words', type: 'text', input: insertText(emptyInput, standing?.text ?? ''), hint: 'what is to be seen here; may be empty'}],
		buttons: [{text: 'Save', action: undefined}, ...takeBack, cancelButton],
	});
}

export function answerTags({targets}: Extract<Purpose, {type: 'tags'}>, dialog: Dialog): Answer {
	const [added, removed] = [splitTags(readText(dialog, 'add')), splitTags(readText(dialog, 'remove'))];
	const wrong = [['add', findWrongTag(added)], ['remove', findWrongTag(removed)]].filter((entry): entry is [string, string] => entry[1] !== undefined);
	if (wrong.length > 0) {
		return {errors: Object.fromEntries(wrong)};
	}

	return added.length + removed.length === 0
		? {errors: {add: 'Write a tag to add or to take away.'}}
		: {action: {type: 'notesGiven', notes: tagTargets(targets, added, removed)}};
}

export function answerNote({targets, positionMs}: Extract<Purpose, {type: 'note'}>, dialog: Dialog): Answer {
	const text = readText(dialog, 'text');
	return text === '' ? {errors: {text: 'A note needs words.'}} : {action: {type: 'notesGiven', notes: targets.map(({address}) => ({address, kind: 'note', positionMs, text}))}};
}

export function answerBookmark({address, positionMs, standing}: Extract<Purpose, {type: 'bookmark'}>, dialog: Dialog): Answer {
	if (readText(dialog, 'text') === standing) {
		return {action: {type: 'noticed', text: 'The bookmark stays as it is.', isError: false}};
	}

	return {action: {type: 'notesGiven', notes: [{address, kind: 'bookmark', positionMs, text: readText(dialog, 'text')}]}};
}

/** The note that takes back the bookmark at a position. */
export function takeBackBookmark(address: string, positionMs: number): NewNote {
	return {address, kind: 'unbookmark', positionMs, text: ''};
}

/** Notes that tag and untag each of the recordings. */
export function tagTargets(targets: readonly Target[], added: readonly string[], removed: readonly string[]): readonly NewNote[] {
	return targets.flatMap(({address}) => [
		...added.map((text): NewNote => ({address, kind: 'tag', positionMs: undefined, text})),
		...removed.map((text): NewNote => ({address, kind: 'untag', positionMs: undefined, text})),
	]);
}

/** What is wrong with the first tag that is none; `undefined` when all are good. */
export function findWrongTag(tags: readonly string[]): string | undefined {
	const wrong = tags.find(tag => !/^[\p{Letter}\p{Number}][\p{Letter}\p{Number}\-.\/_]{0,63}$/v.test(tag));
	return wrong === undefined ? undefined : `"${wrong}" is no tag: letters, digits, - _ . and / only, at most 64.`;
}

/** `web1/39d-1c81a`, or how many. */
export function nameTargets(targets: readonly Target[]): string {
	const [first] = targets;
	return targets.length === 1 && first !== undefined ? shortenAddress(first.address) : `${targets.length} recordings`;
}

function shortenAddress(address: string): string {
	const slash = address.indexOf('/') + 1;
	return address.slice(0, slash) + shortenRec(address.slice(slash));
}

function splitTags(text: string): readonly string[] {
	return [...new Set(text.split(/[\s,]+/v).filter(tag => tag !== ''))];
}
