import {makeSqliteStore} from '../../helpers/temporary-store.ts';
import {testStore} from '../conformance-suite.ts';

testStore('SQLite', makeSqliteStore);
