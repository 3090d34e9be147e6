import type {Hit} from '../../store/moments.ts';

/** How a kind of moment is written where one sign must do, in the console too. */
export const kindSigns: Readonly<Record<Hit['kind'], string>> = {seen: 's', typed: 't'};
