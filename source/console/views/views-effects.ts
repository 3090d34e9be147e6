import {saveView} from '../../config-views.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {ViewsEffect} from './views-effect.ts';

/** Writes the configuration; what goes wrong is a notice. */
export function runViewsEffect({name, query}: ViewsEffect, {environment}: Ports, dispatch: Loop['dispatch']): void {
	try {
		const views = saveView(environment, name, query);
		dispatch({type: 'viewsSaved', views, notice: query === undefined ? `View "${name}" is deleted.` : `View "${name}" is saved.`});
	} catch (error) {
		dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
	}
}
