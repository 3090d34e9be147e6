import test from 'ava';
import {listFacetRows} from '../../../source/console/facets/facet-rows.ts';
import type {State} from '../../../source/console/state.ts';
import {update} from '../../../source/console/update.ts';
import {makeAuditState} from '../../helpers/audit-day.ts';
import {foundParts} from '../../helpers/hits-day.ts';
import {inputOf} from '../../../source/console/text-input.ts';
import {countedFacets, makeFacetsState} from '../../helpers/facets-day.ts';
import {matchFrame} from '../../helpers/match-frame.ts';
import {pressKeys} from '../../helpers/press-keys.ts';

const normal = {columns: 80, rows: 24};
const wide = {columns: 120, rows: 40};

test('the facets stand beside a wide list', matchFrame, 'facets', makeFacetsState(wide));
test('the facets come over a list of 80 columns', matchFrame, 'facets', makeFacetsState(normal));

test('Enter adds the value, Space allows it too, ! excludes it', t => {
	const chosen = pressKeys(makeFacetsState(normal), 'j').state;
	t.is(filterOf(pressKeys(chosen, 'enter').state), 'since:2d not user:root user:bob');
	const alice = pressKeys(makeFacetsState(normal), 'enter').state;
	t.is(filterOf(alice), 'since:2d not user:root user:alice');
	t.is(filterOf(pressKeys(alice, 'j', 'space').state), 'since:2d not user:root user:(alice,bob)');
	t.is(filterOf(pressKeys(alice, '!').state), 'since:2d not user:root not user:alice');
	t.is(filterOf(pressKeys(chosen, 'space').state), 'since:2d not user:root user:bob');
});

test('values of each group become the term that finds them', t => {
	const filters = ['user', 'host', 'day', 'flags', 'tags'].map((_, index) => filterOf(pressKeys(makeFacetsState(wide, ''), ...Array.from({length: index}, () => ']'), 'enter').state));
	t.deepEqual(filters, ['user:alice', 'host:web1', 'when:2026-11-23', 'has:root', 'tag:"incident 88"']);
});

test('a saved view takes the place of the filter, or is a part of it', t => {
	const atViews = pressKeys(makeFacetsState(wide), 'G').state;
	t.is(filterOf(pressKeys(atViews, 'enter').state), 'has:gap since:7d');
	t.is(filterOf(pressKeys(atViews, 'space').state), '(since:2d not user:root) or (has:gap since:7d)');
	t.is(filterOf(pressKeys(atViews, '!').state), '(since:2d not user:root) not (has:gap since:7d)');
});

test('a group shows five values, and all of them on demand', t => {
	const state = makeFacetsState(wide);
	const users = (of: State) => listFacetRows(of).filter(row => row.type === 'value' && row.group === 'user').length;
	t.is(users(state), 5);
	t.is(users(pressKeys(state, 'j', 'j', 'j', 'j', 'j', 'enter').state), 7);
});

test('Tab gives the keys to the list and back, f and Esc close', t => {
	const state = makeFacetsState(wide);
	const list = pressKeys(state, 'tab').state;
	t.true(list.facets.isOpen);
	t.is(pressKeys(list, 'j').state.facets.selected, list.facets.selected);
	t.not(pressKeys(list, 'j').state.sessions.selected, list.sessions.selected);
	t.true(pressKeys(list, 'tab').state.facets.hasFocus);
	for (const key of ['f', 'esc', 'q']) {
		t.false(pressKeys(state, key).state.facets.isOpen);
	}
});

test('the facets are counted when they open and when what is listed changes, an older answer is dropped', t => {
	const opened = pressKeys(pressKeys(makeFacetsState(wide), 'f').state, 'f');
	t.deepEqual(opened.effects.filter(effect => effect.type === 'countFacets'), []);
	const other = update(makeFacetsState(wide), {type: 'listed', requestId: 0, page: {sessions: [], matching: 0, matchingBytes: 0, matchingMs: 0, total: 0, unindexed: 0}, revision: 7, now: 0});
	t.deepEqual(other.effects.filter(effect => effect.type === 'countFacets'), []);
	const asked = pressKeys(makeFacetsState(wide), 'r');
	const {requestId} = asked.state.sessions.asking ?? {requestId: 0};
	const listed = update(asked.state, {type: 'listed', requestId, page: {sessions: [], matching: 0, matchingBytes: 0, matchingMs: 0, total: 0, unindexed: 0}, revision: 7, now: 0});
	const counting = listed.effects.find(effect => effect.type === 'countFacets');
	t.truthy(counting);
	const late = update(listed.state, {type: 'facetsCounted', requestId: (counting?.requestId ?? 0) - 1, facets: countedFacets}).state;
	t.is(late.facets.asking, listed.state.facets.asking);
});

test('closing the facets ends the count', t => {
	const counting = pressKeys(makeAuditState(wide), 'f');
	t.true(counting.effects.some(effect => effect.type === 'countFacets'));
	const closed = pressKeys(counting.state, 'esc');
	t.true(closed.effects.some(effect => effect.type === 'stopFacets'));
	t.is(closed.state.facets.asking, undefined);
});

test('before the list has an answer, and so an entry in the access log, nothing is counted', t => {
	const audit = makeAuditState(wide);
	const unread = pressKeys({...audit, sessions: {...audit.sessions, counts: undefined}}, 'f');
	t.deepEqual(unread.effects.filter(effect => effect.type === 'countFacets'), []);
});

test('on the hits the facets are counted once the search is in the access log', t => {
	const searched = pressKeys(makeAuditState(wide, {filter: inputOf('seen:failed')}), '2', 'f');
	t.deepEqual(searched.effects.filter(effect => effect.type === 'countFacets'), []);
	const requestId = searched.state.hits.search?.requestId ?? 0;
	const refused = update(searched.state, {type: 'hitsFailed', requestId, message: 'disk full', isAccess: true, problem: undefined});
	t.deepEqual(refused.effects.filter(effect => effect.type === 'countFacets'), []);
	const found = update(searched.state, {type: 'hitsFound', requestId, parts: foundParts});
	t.like(found.effects.find(effect => effect.type === 'countFacets'), {query: {type: 'moment'}, access: undefined});
});

test('on the hits a query without a moment is logged before its facets are counted', t => {
	const {effects} = pressKeys(makeAuditState(wide, {filter: inputOf('user:alice')}), '2', 'f');
	t.like(effects.find(effect => effect.type === 'countFacets'), {access: 'user:alice'});
});

test('counting that fails is told in the column', t => {
	const state = makeFacetsState(wide);
	const asking = {...state, facets: {...state.facets, asking: {text: 'x', revision: 1}}};
	t.is(update(asking, {type: 'facetsFailed', requestId: state.facets.requestId, message: 'too costly'}).state.facets.failure, 'too costly');
});

function filterOf(state: State): string {
	return state.sessions.filter.text;
}
