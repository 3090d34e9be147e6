import test from 'ava';
import {update} from '../../source/console/update.ts';
import {makeAuditState} from '../helpers/audit-day.ts';
import {keysOf, pressKeys} from '../helpers/press-keys.ts';

const size = {columns: 80, rows: 24};

test('rows read again meanwhile neither put off what is typed nor take back what is wrong with it', t => {
	const {state} = pressKeys(makeAuditState(size, {filter: {text: '', cursor: 0}}), '/', ...keysOf('colour:red'));
	const isForgotten = update(state, {type: 'changed'}).effects.some(effect => effect.type === 'forget' && effect.name === 'ask');
	t.false(isForgotten);
	const told = update(state, {type: 'askDue'}).state;
	t.truthy(told.sessions.problem);
	t.is(update(told, {type: 'changed'}).state.sessions.problem, told.sessions.problem);
});
