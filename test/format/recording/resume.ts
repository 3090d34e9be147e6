import test from 'ava';
import * as fc from 'fast-check';
import {createEncoder} from '../../../source/format/recording/encode.ts';
import type {EncodedLine, Encoder, EncoderState} from '../../../source/format/recording/encoder.ts';
import type {RecordingHeader} from '../../../source/format/recording/message.ts';
import {arbitraryPayloadBytes, arbitrarySteps} from '../../helpers/arbitrary-steps.ts';
import type {Step} from '../../helpers/arbitrary-steps.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const header: RecordingHeader = {host: 'web1', rec: '5d24f15-1-2', user: 'ann', term: 'xterm', session: 7};

test('an encoder made anew behind any message makes the same messages from there on', t => {
	checkProperty(t, fc.property(arbitrarySteps, arbitraryPayloadBytes, (steps, payloadBytes) => {
		const told = encode(steps, payloadBytes);
		for (const [index, {line, step}] of told.slice(0, -1).entries()) {
			const again = encode(steps, payloadBytes, {from: structuredClone(line.after), step});
			t.deepEqual(again.map(each => each.line.text), told.slice(index + 1).map(each => each.line.text));
		}
	}));
});

test('notes stand behind the payload of the message they were asked for', t => {
	let asked = 0;
	const encoder = createEncoder({
		header,
		startedAt: 0,
		printNotes: () => `,"note":${++asked}`,
	});
	encoder.push({type: 'output', positionMs: 0, data: Uint8Array.of(0x61)});
	const lines = [...encoder.flush(), ...encoder.end({exit: '0'})];
	t.deepEqual(lines.map(({text}) => /"out_bin":\[\],(?<rest>.*)\}$/v.exec(text)?.groups?.rest), ['"note":1', '"note":2,"exit":"0"']);
});

test('an end that has to be told of makes a message without a status', t => {
	const [line] = createEncoder({header, startedAt: 0}).end({isTold: true, positionMs: 5});
	t.true(line?.text.endsWith('"id":1,"pos":5,"time":0.005,"timing":"","in_txt":"","in_bin":[],"out_txt":"","out_bin":[]}'));
});

/** A line, and the step in which it was finished; one past the last is the end. */
type Told = {readonly line: EncodedLine; readonly step: number};

function encode(steps: readonly Step[], payloadBytes: number, resume?: {readonly from: EncoderState; readonly step: number}): Told[] {
	const encoder = createEncoder({header, startedAt: 1_763_892_000_123, payloadBytes, from: resume?.from});
	const told: Told[] = [];
	let positionMs = 0;
	for (const [index, step] of steps.entries()) {
		positionMs += step.delayMs;
		if (index < (resume?.step ?? 0)) {
			continue;
		}

		const takenBytes = index === resume?.step ? resume.from.takenBytes : 0;
		told.push(...take(encoder, step, positionMs, takenBytes).map(line => ({line, step: step.type === 'flush' ? index + 1 : index})));
	}

	return [...told, ...encoder.end({exit: '0', positionMs}).map(line => ({line, step: steps.length}))];
}

function take(encoder: Encoder, step: Step, positionMs: number, takenBytes: number): readonly EncodedLine[] {
	switch (step.type) {
		case 'flush': {
			return encoder.flush();
		}

		case 'window': {
			return encoder.push({...step, positionMs});
		}

		case 'output':
		case 'input': {
			return encoder.push({...step, positionMs, data: step.data.subarray(takenBytes)});
		}

		default: {
			return step satisfies never;
		}
	}
}
