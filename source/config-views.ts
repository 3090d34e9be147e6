import {changeConfig} from './config-change.ts';
import type {Config} from './config.ts';

/**
Keep a search under a name in `config.json`, or forget it.

@param environment - tells where the file is.
@param name - e.g. `root on db*`.
@param query - the search; `undefined` forgets the view.
@returns All views there are now.
@throws {UserError} when the file is not a configuration, or cannot be written.
*/
export function saveView(environment: Parameters<typeof changeConfig>[0], name: string, query: string | undefined): Config['views'] {
	const {views} = changeConfig(environment, ({views: {[name]: _replaced, ...others}}) => ({views: query === undefined ? others : {...others, [name]: query}}));
	return views;
}
