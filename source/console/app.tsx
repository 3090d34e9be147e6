import {Box, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useSyncExternalStore, type ReactNode} from 'react';
import {glyphSets} from './glyphs.ts';
import {chooseLayout} from './layout.ts';
import type {Loop} from './loop.ts';
import {PlayerScreen} from './player/player.tsx';
import {readPresses} from './read-presses.ts';
import {SessionsScreen} from './screens/sessions.tsx';
import {TooSmall} from './screens/too-small.tsx';
import type {State} from './state.ts';
import {themes} from './theme.ts';

/** The root: the one place that reads keys, pastes and the window's size. */
export function App({loop}: {readonly loop: Loop}): ReactNode {
	const state = useSyncExternalStore(loop.subscribe, loop.getState);
	const size = useWindowSize();
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
	const {size, settings} = state;
	const view = {state, layout: chooseLayout(size), glyphs: glyphSets[settings.glyphs], theme: themes[settings.theme]};
	return (
		<Box flexDirection='column' width={size.columns} height={size.rows} overflow='hidden'>
			{view.layout.isTooSmall ? <TooSmall {...view}/> : (state.screen === 'player' ? <PlayerScreen {...view}/> : <SessionsScreen {...view}/>)}
		</Box>
	);
}
