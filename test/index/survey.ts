import test from 'ava';
import fc from 'fast-check';
import {indexVersion} from '../../source/store/index-version.ts';
import {createSurvey} from '../../source/index/survey.ts';
import type {Survey} from '../../source/index/survey.ts';
import type {StoredMessage} from '../../source/store/store.ts';
import {checkProperty} from '../helpers/check-property.ts';

const payload = fc.constantFrom({timing: '=80x24>1', out_txt: 'x'}, {timing: '>2+300>3', out_txt: 'ab\u{1B}[c'}, {timing: '=90x30', out_txt: ''}, {timing: '>9', out_txt: 'too short'.slice(3)}, {timing: '>4', out_txt: '\u{1B}[2J'}, {timing: '<1+2000>1', in_txt: 'i', out_txt: 'o'}, {timing: '>1+', out_txt: 'a'});
const steps = fc.array(fc.record({payload, idStep: fc.constantFrom(1, 1, 1, 3), passedMs: fc.constantFrom(0, 10, 400, 5000, -100), clockStepMs: fc.constantFrom(0, 0, 0, -60_000)}), {minLength: 1, maxLength: 12});

test('a survey that goes on from an index ends like one of the whole recording', t => {
	checkProperty(t, fc.property(steps, fc.nat(), (given, cut) => {
		const messages = makeMessages(given);
		const whole = createSurvey();
		for (const message of messages) {
			whole.add(message);
		}

		const at = 1 + (cut % messages.length);
		const first = createSurvey();
		for (const message of messages.slice(0, at)) {
			first.add(message);
		}

		const resumed = resume(first, messages[at - 1]);
		for (const message of messages.slice(at)) {
			resumed?.add(message);
		}

		return resumed !== undefined && describe(resumed) === describe(whole);
	}), {numRuns: 500});
});

function makeMessages(given: ReadonlyArray<{readonly payload: object; readonly idStep: number; readonly passedMs: number; readonly clockStepMs: number}>): StoredMessage[] {
	let id = 0;
	let positionMs = 0;
	let clockMs = 1e12;
	return given.map(step => {
		id += step.idStep;
		positionMs = Math.max(0, positionMs + step.passedMs);
		clockMs += step.clockStepMs;
		return {id, positionMs, text: JSON.stringify({ver: '2.3', host: 'h', rec: 'r', user: 'u', term: 'xterm', session: 1, id, pos: positionMs, time: (clockMs + positionMs) / 1000, in_txt: '', in_bin: [], out_bin: [], ...step.payload})};
	});
}

/** As the index stores it: through JSON. */
function resume(survey: Survey, lastMessage: StoredMessage | undefined): Survey | undefined {
	const size = survey.readSize() ?? {columns: 80, rows: 24};
	const summary = {inputBytes: 0, outputBytes: 0, columns: size.columns, rows: size.rows, resizes: 0, gaps: 0, gapMs: 0, hasInput: false, isPipe: survey.readSize() === undefined, lastScreen: [], indexedId: survey.lastId};
	const marks = {version: indexVersion, summary, gaps: survey.readGaps(), activity: survey.readActivity(), resizes: survey.readResizes()};
	return lastMessage && createSurvey(structuredClone({marks, lastMessage}));
}

function describe(survey: Survey): string {
	const gaps = survey.readGaps().map(gap => Object.entries(gap).toSorted(([a], [b]) => a.localeCompare(b)));
	return JSON.stringify([survey.lastId, survey.lastMs, gaps, survey.readActivity(), survey.readResizes(), survey.readSize()]);
}
