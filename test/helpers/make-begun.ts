import type {Begun, TranscriptSettings} from '../../recorder/agent/begun.ts';

/** What would be settled about a recording, with settings of one's own. */
export function makeBegun(settings: Partial<TranscriptSettings> = {}): Begun {
	return {
		header: {host: 'web-1', rec: '0123456789abcdef0123456789abcdef-1f-2e', user: 'ann', term: 'xterm', session: 7},
		startedAt: 1_763_892_000_000,
		startUs: 5_000_000,
		isInputRecorded: true,
		login: '{"uid":1000}',
		settings: {latencyMs: 250, payloadBytes: 2048, masksSecrets: true, limit: {action: 'pass', bytesPerSecond: 16_384, burstBytes: 32_768}, ...settings},
	};
}
