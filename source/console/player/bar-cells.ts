import type {HeatColumn} from '../../playback/timeline.ts';
import {listCommandPositions} from './audit/go-to-command.ts';
import type {PlayerState} from './player-state.ts';

/** Cell of the bar where a position lies. */
export function barCell({timeline}: PlayerState, positionMs: number, columns: number): number {
	const share = timeline.compressedMs === 0 ? 0 : timeline.toCompressed(positionMs) / timeline.compressedMs;
	return Math.max(0, Math.min(columns - 1, Math.floor(share * columns)));
}

/** What each cell of the bar stands for. The same question gets the same answer: it is asked for each frame. */
export function heatOf({timeline}: PlayerState, columns: number): readonly HeatColumn[] {
	const known = heats.get(timeline);
	if (known?.length === columns) {
		return known;
	}

	const heat = timeline.heat(columns);
	heats.set(timeline, heat);
	return heat;
}

const heats = new WeakMap<PlayerState['timeline'], readonly HeatColumn[]>();

type AuditCells = {readonly commands: readonly number[]; readonly logins: readonly number[]};

/** Cells in which programs were begun, and those of logins, each once; asked for each frame, too. */
export function auditCellsOf(player: PlayerState, columns: number): AuditCells {
	const {audit, timeline} = player;
	const known = auditCells.get(audit);
	if (known?.timeline === timeline && known.columns === columns) {
		return known.cells;
	}

	const toCells = (positions: readonly number[]): readonly number[] => [...new Set(positions.map(positionMs => barCell(player, positionMs, columns)))];
	const logins = audit.filter(({isNoise, event: {action}}) => !isNoise && action.kind === 'login').map(({positionMs}) => positionMs);
	const cells = {commands: toCells(listCommandPositions(audit)), logins: toCells(logins)};
	auditCells.set(audit, {timeline, columns, cells});
	return cells;
}

const auditCells = new WeakMap<PlayerState['audit'], {readonly timeline: PlayerState['timeline']; readonly columns: number; readonly cells: AuditCells}>();
