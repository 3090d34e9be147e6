import type {Export} from './export-source.ts';

export type FormatEntry = {
	readonly extension: string;
	readonly load: () => Promise<Export>;
};

/** Every format of `export`, by the name one types. */
export const formats: Readonly<Record<string, FormatEntry>> = {
	'asciicast-v3': {extension: 'cast', load: async () => (await import('./export-asciicast.ts')).exportAsciicastV3},
	'asciicast-v2': {extension: 'cast', load: async () => (await import('./export-asciicast.ts')).exportAsciicastV2},
	text: {extension: 'txt', load: async () => (await import('./export-text.ts')).exportText},
	raw: {extension: 'raw', load: async () => (await import('./export-raw.ts')).exportRaw},
	svg: {extension: 'svg', load: async () => (await import('./export-svg.ts')).exportSvg},
	jsonl: {extension: 'jsonl', load: async () => (await import('./export-jsonl.ts')).exportJsonl},
	tlog: {extension: 'tlog.jsonl', load: async () => (await import('./export-tlog.ts')).exportTlog},
};
