import {agentPage} from './agent/agent-page.ts';
import {auditPage} from './audit/audit-page.ts';
import {collectPage} from './collect/collect-page.ts';
import {completionPage} from './completion/completion-page.ts';
import {consolePage} from './console-page.ts';
import {demoPage} from './demo/demo-page.ts';
import {doctorPage} from './doctor/doctor-page.ts';
import {exportPage} from './export/export-page.ts';
import {helpPage} from './help-page.ts';
import {importPage} from './import/import-page.ts';
import {indexPage} from './index/index-page.ts';
import {keysPage} from './keys/keys-page.ts';
import {lsPage} from './ls/ls-page.ts';
import type {CommandPage} from './page/command-page.ts';
import {playPage} from './play/play-page.ts';
import {recPage} from './rec/rec-page.ts';
import {searchPage} from './search/search-page.ts';
import {showPage} from './show/show-page.ts';
import {statsPage} from './stats/stats-page.ts';

/** The page of every subcommand, in the order of `scribery help`. */
export const pages: readonly CommandPage[] = [
	consolePage, recPage, lsPage, searchPage, statsPage, showPage, playPage, exportPage, importPage, collectPage, indexPage, agentPage, doctorPage, auditPage, demoPage, keysPage, completionPage, helpPage,
];
