import type {DetailState} from './detail/detail-state.ts';
import type {Dialog} from './dialogs/dialog.ts';
import type {ViewsMenu} from './views/views-menu.ts';

/** What comes back when the help or the command line that was opened over it is left. */
export type Under =
	| ({readonly type: 'dialog'} & Dialog)
	| ({readonly type: 'detail'} & DetailState)
	| ({readonly type: 'views'} & ViewsMenu);
