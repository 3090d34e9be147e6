import type {ReactNode} from 'react';
import {Row} from '../components/row.tsx';
import type {View} from '../view.ts';

export function SessionsScreen({state, theme, glyphs}: View): ReactNode {
	const {page, selected} = state.sessions;
	return (
		<>
			<Row theme={theme} pieces={[{text: ' scribery '}, {text: glyphs.part, look: 'dim'}, {text: ` ${state.store.name}`}]}/>
			{page?.sessions.map((session, index) => (
				<Row key={`${session.host}/${session.rec}`} theme={theme} pieces={[{text: index === selected ? glyphs.cursor : ' '}, {text: ` ${session.user} ${session.host}`}]}/>
			))}
		</>
	);
}
