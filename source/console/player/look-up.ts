import {readTypedKeys} from '../../playback/read-typed-keys.ts';
import type {SessionKey, Store} from '../../store/store.ts';
import type {Loop} from '../loop.ts';
import type {PlayerEffect} from './player-effect.ts';

export type LookUpEffect = Extract<PlayerEffect, {type: 'readNotes' | 'readTyped'}>;

type Source = {readonly store: Store; readonly key: SessionKey};

/** Read what is known of a recording besides what it shows. What goes wrong is a notice: playing goes on. */
export async function lookUp(effect: LookUpEffect, {store, key}: Source, dispatch: Loop['dispatch']): Promise<void> {
	try {
		if (effect.type === 'readNotes') {
			dispatch({type: 'notesRead', notes: await store.listNotes(key)});
			return;
		}

		const {fromMs, untilMs} = effect;
		dispatch({type: 'typedRead', fromMs, untilMs, keys: await readTypedKeys(store, key, {fromMs, untilMs})});
	} catch (error) {
		const what = effect.type === 'readNotes' ? 'Notes' : 'Typed keys';
		dispatch({type: 'noticed', text: `${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`, isError: true});
	}
}
