import {Buffer} from 'node:buffer';
import test from 'ava';
import {findRelpOffer, readRelpResponse} from '../../../source/format/relp/relp-response.ts';

test('an answer tells its code, its words and what is offered', t => {
	// What rsyslog 8.2302 answers to `open`.
	const answer = readRelpResponse(Buffer.from('200 OK\nrelp_version=0\nrelp_software=librelp,1.11.0,https://librelp.adiscon.com\ncommands=syslog\n'));
	t.is(answer.code, 200);
	t.is(answer.text, 'OK');
	t.deepEqual(findRelpOffer(answer.rest, 'commands'), ['syslog']);
	t.deepEqual(findRelpOffer(answer.rest, 'starttls'), []);
});

for (const [text, code, words] of [['200', 200, ''], ['500 no such command', 500, 'no such command'], ['', 0, ''], ['OK', 0, 'OK'], ['2000 x', 0, '2000 x']] as const) {
	test(`the answer "${text}" has the code ${code}`, t => {
		const answer = readRelpResponse(Buffer.from(text));
		t.is(answer.code, code);
		t.is(answer.text, words);
	});
}
