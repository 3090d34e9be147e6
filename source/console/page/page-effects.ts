import {expandHome} from '../expand-home.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import {formatInstant} from '../text/format-time.ts';
import type {PageEffect} from './page-effect.ts';
import {tellUnrecorded} from './tell-unrecorded.ts';
import {writeNewFile} from './write-new-file.ts';

const entriesShown = 500;
const loginsShown = 500;

/** Reads and writes text. What goes wrong is a notice. */
export async function runPageEffect(effect: PageEffect, ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	try {
		if (effect.type === 'writeText') {
			await writeNewFile(expandHome(effect.file, ports.environment), effect.text);
			dispatch({type: 'noticed', text: `Wrote ${effect.what} to ${effect.file}.`, isError: false});
			return;
		}

		const store = await ports.getStore();
		if (effect.type === 'readUnrecorded') {
			await ports.recordAccess('list', '--unrecorded', '');
			dispatch({type: 'pageRead', ...tellUnrecorded(await store.listUnrecorded(loginsShown), effect.timeZone)});
			return;
		}

		const entries = await store.listAccess(entriesShown);
		dispatch({
			type: 'pageRead',
			title: `Access log of ${store.address}: the ${entries.length} newest entries`,
			lines: entries.map(({at, who, action, what, detail}) => [formatInstant(at, effect.timeZone), who, action, what, detail].filter(Boolean).join('  ')),
		});
	} catch (error) {
		dispatch({type: 'noticed', text: error instanceof Error ? error.message : String(error), isError: true});
	}
}
