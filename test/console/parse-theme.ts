import test from 'ava';
import {parseTheme} from '../../source/console/themes/parse-theme.ts';
import {themes} from '../../source/console/theme.ts';

test('a theme says how meanings look; the rest is as in `auto`', t => {
	t.deepEqual(parseTheme('{"accent": "cyan bold", "danger": "bright-red", "mark": "208 underline"}', 'x.json', '256'), {...themes.auto, accent: '36;1', danger: '91', mark: '38;5;208;4'});
});

test('direct colours are sent where the terminal has them, else the nearest it has', t => {
	t.is(parseTheme('{"accent": "#ff5f00"}', 'x.json', 'truecolor').accent, '38;2;255;95;0');
	t.is(parseTheme('{"accent": "#ff5f00"}', 'x.json', '256').accent, '38;5;202');
	t.is(parseTheme('{"accent": "#fe0000"}', 'x.json', '16').accent, '91');
	t.is(parseTheme('{"accent": "#fe0000 bold"}', 'x.json', 'mono').accent, '1');
});

for (const [text, message] of [
	['{"colour": "red"}', /^x\.json: no meaning "colour" \(known: text, dim/v],
	['{"accent": 3}', /^x\.json: "accent" is 3, expected words/v],
	['{"accent": "pink"}', /^x\.json: "accent" has "pink", expected a colour/v],
	['{"accent": "256"}', /^x\.json: "accent" has "256"/v],
	['[]', /^x\.json must hold one JSON object/v],
	['{', /^x\.json is not JSON/v],
] as const) {
	test(`what is no theme is refused: ${text}`, t => {
		t.throws(() => parseTheme(text, 'x.json', '256'), {message});
	});
}
