import test from 'ava';
import {tellStoreError} from '../../../source/console/player/tell-store-error.ts';

test('of the store\'s path only the end is told', t => {
	t.is(tellStoreError(new Error('/a/b/store.db: is no longer there'), {address: '/a/b/store.db'}), '…/store.db: is no longer there');
	t.is(tellStoreError('gone', {address: '/a/b/store.db'}), 'gone');
	t.is(tellStoreError(new Error('demo: full'), {address: 'demo'}), 'demo: full');
});
