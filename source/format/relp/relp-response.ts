/** What a server answers (`rsp`) to a frame. */
export type RelpResponse = {
	/** 200 when it has done as it was asked; 0 when the answer has no code. */
	readonly code: number;
	/** For people. */
	readonly text: string;
	/** Lines behind the first: in the answer to `open`, what the server offers. */
	readonly rest: string;
};

/** Read the data of an answer: `200 OK`, then perhaps more lines. */
export function readRelpResponse(data: Uint8Array): RelpResponse {
	const text = new TextDecoder().decode(data);
	const end = text.indexOf('\n');
	const first = end === -1 ? text : text.slice(0, end);
	const {code = '0', words = first} = /^(?<code>\d{3})(?: |$)(?<words>.*)/v.exec(first)?.groups ?? {};
	return {code: Number(code), text: words, rest: end === -1 ? '' : text.slice(end + 1)};
}

/** The values of one offer (`commands=syslog,starttls`); empty when it is not among them. */
export function findRelpOffer(offers: string, name: string): readonly string[] {
	const line = offers.split('\n').find(offer => offer.startsWith(`${name}=`));
	return line === undefined ? [] : line.slice(name.length + 1).split(',').map(value => value.trim());
}
