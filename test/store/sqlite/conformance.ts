import {testMessages, testSessions} from '../conformance-suite.ts';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';

testMessages('SQLite', makeSqliteStore);
testSessions('SQLite', makeSqliteStore);
