import {withTargets} from '../../dialogs/ask-about.ts';
import {findWrongTag, openBookmark, openNote, openTags, tagTargets, takeBackBookmark} from '../../dialogs/note-dialogs.ts';
import {findBookmarkHere} from '../../player/notes/bookmark-here.ts';
import {whereTo} from '../../player/where-to.ts';
import {nameKeyOf} from '../../name-key-of.ts';
import type {State, Update} from '../../state.ts';
import {listTargets} from '../../targets.ts';
import {inPlayer, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** What is said of recordings; without words a dialog asks for them. */
export const noteCommands: readonly CommandRow[] = [
	{name: 'tag', words: '[+A -B]', key: 'tag.edit', help: 'add and take away tags', run: tag},
	{name: 'note', words: '[TEXT]', key: 'note.edit', help: 'note on the recording', run: note},
	{name: 'bookmark', words: '[TEXT]', key: 'bookmark.add', help: 'bookmark at this position', run: bookmark},
	{name: 'unbookmark', words: '', key: 'bookmark.add', help: 'take back the bookmark at this position', run: unbookmark},
];

function tag(state: State, words: string): Update {
	const targets = listTargets(state);
	if (words === '' || targets.length === 0) {
		return withTargets(state, () => openTags(state, targets));
	}

	const tags = words.split(' ').filter(word => word !== '');
	const added = tags.filter(word => !word.startsWith('-')).map(word => word.replace(/^\+/v, ''));
	const removed = tags.filter(word => word.startsWith('-')).map(word => word.slice(1));
	const wrong = findWrongTag([...added, ...removed]);
	return wrong === undefined ? {state, effects: [{type: 'addNotes', notes: tagTargets(targets, added, removed)}]} : refuse(state, wrong);
}

function note(state: State, text: string): Update {
	const targets = listTargets(state);
	if (text === '' || targets.length === 0) {
		return withTargets(state, () => openNote(state, targets));
	}

	const positionMs = state.screen === 'player' && state.player !== undefined ? whereTo(state.player) : undefined;
	return {state, effects: [{type: 'addNotes', notes: targets.map(({address}) => ({address, kind: 'note', positionMs, text}))}]};
}

function bookmark(state: State, text: string): Update {
	return inPlayer(state, () => {
		const {player} = state;
		const [target] = listTargets(state);
		if (player === undefined || target === undefined) {
			return {state, effects: []};
		}

		const positionMs = whereTo(player);
		return text === '' ? {state: openBookmark(state, target.address, player), effects: []} : {state, effects: [{type: 'addNotes', notes: [{address: target.address, kind: 'bookmark', positionMs, text}]}]};
	});
}

function unbookmark(state: State): Update {
	return inPlayer(state, () => {
		const [target] = listTargets(state);
		const mark = state.player === undefined ? undefined : findBookmarkHere(state.player);
		return target === undefined || mark === undefined
			? refuse(state, `No bookmark stands here: ${nameKeyOf('bookmark.next', state)} and ${nameKeyOf('bookmark.prev', state)} go to them.`)
			: {state, effects: [{type: 'addNotes', notes: [takeBackBookmark(target.address, mark.positionMs)]}]};
	});
}
