import {Box, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';
import {HelpScreen} from './help/help.tsx';
import {HitsScreen} from './hits/hits.tsx';
import type {Loop} from './loop.ts';
import {Palette} from './palette/palette.tsx';
import {PlayerScreen} from './player/player.tsx';
import {readPresses} from './read-presses.ts';
import {Peek} from './sessions/peek.tsx';
import {SessionsScreen} from './sessions/sessions.tsx';
import type {State} from './state.ts';
import {TooSmall} from './too-small.tsx';
import {WallScreen} from './wall/wall.tsx';
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

/** One frame, drawn from the state alone. */
export function Frame({state}: {readonly state: State}): ReactNode {
	const {size, overlay} = state;
	const view = viewOf(state);
	return (
		<Box flexDirection='column' width={size.columns} height={size.rows} overflow='hidden'>
			<Screen view={view}/>
			{overlay?.type === 'palette' && <Palette view={view} palette={overlay}/>}
		</Box>
	);
}

function Screen({view}: {readonly view: View}): ReactNode {
	const {overlay, screen} = view.state;
	if (view.layout.isTooSmall) {
		return <TooSmall {...view}/>;
	}

	if (overlay?.type === 'help') {
		return <HelpScreen view={view} help={overlay}/>;
	}

	if (overlay?.type === 'peek') {
		return <Peek view={view} tab={overlay.tab}/>;
	}

	switch (screen) {
		case 'player': {
			return <PlayerScreen {...view}/>;
		}

		case 'hits': {
			return <HitsScreen {...view}/>;
		}

		case 'live': {
			return <WallScreen {...view}/>;
		}

		case 'sessions': {
			return <SessionsScreen {...view}/>;
		}
	}
}
