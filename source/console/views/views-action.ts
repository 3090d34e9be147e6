import type {Config} from '../../config.ts';

/** What keeping a view answers. */
export type ViewsAction = {readonly type: 'viewsSaved'; readonly views: Config['views']; readonly notice: string};
