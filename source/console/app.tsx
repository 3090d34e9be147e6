import {Box, Text, useApp, useCursor, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';
import {Rows} from './components/rows.tsx';
import {drawFrame} from './draw-frame.ts';
import {findCursor} from './find-cursor.ts';
import type {Loop} from './loop.ts';
import {readPresses} from './read-presses.ts';
import {readFrame} from './reader/read-frame.ts';
import type {State} from './state.ts';
import {viewOf} from './view.ts';
import type {View} from './view.ts';

/** Gives the terminal away while the work lasts. */
export type SuspendTerminal = (work: () => Promise<void>) => Promise<void>;

type Properties = {
	readonly loop: Loop;
	/** Called once with what only a component gets from Ink. */
	readonly onReady: (suspendTerminal: SuspendTerminal) => void;
};

/** The root: the one place that reads keys, pastes and the window's size. */
export function App({loop, onReady}: Properties): ReactNode {
	const state = useSyncExternalStore(loop.subscribe, loop.getDrawn);
	const {suspendTerminal} = useApp();
	const size = useWindowSize();
	useEffect(() => {
		onReady(suspendTerminal);
	}, [onReady, suspendTerminal]);
	useEffect(() => {
		loop.dispatch({type: 'resized', size});
	}, [loop, size]);
	useInput((input, key) => {
		for (const press of readPresses(input, key)) {
			loop.dispatch({type: 'pressed', press});
		}
	});
	usePaste(text => {
		loop.dispatch({type: 'pasted', text});
	});

	return <Frame state={state}/>;
}

/** One frame, drawn from the state alone; for a screen reader its lines. */
export function Frame({state}: {readonly state: State}): ReactNode {
	const view = viewOf(state);
	return state.settings.isReader ? <Lines lines={readFrame(view)}/> : <Screen view={view}/>;
}

function Screen({view}: {readonly view: View}): ReactNode {
	const {size} = view.state;
	const rows = drawFrame(view);
	const {setCursorPosition} = useCursor();
	setCursorPosition(findCursor(rows));
	return (
		<Box flexDirection='column' width={size.columns} height={size.rows} overflow='hidden'>
			<Rows theme={view.theme} rows={rows}/>
		</Box>
	);
}

function Lines({lines}: {readonly lines: readonly string[]}): ReactNode {
	return (
		<Box flexDirection='column'>
			{/* A line has no other name than its place. */}
			{lines.map((line, index) => <Text key={index}>{line}</Text>)}
		</Box>
	);
}
