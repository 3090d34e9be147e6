/**
Remember what texts became, up to so many of them; then begin anew.

A key that is part of a longer string would keep all of that in memory: it is copied.
*/
export function createCache<Value>(make: (text: string) => Value, most = mostTexts): (text: string) => Value {
	const values = new Map<string, Value>();

	return text => {
		const known = values.get(text);
		if (known !== undefined || values.has(text)) {
			return known as Value; // The map has it.
		}

		const value = make(text);
		if (text.length <= mostCharacters) {
			if (values.size >= most) {
				values.clear();
			}

			values.set(structuredClone(text), value);
		}

		return value;
	};
}

const mostTexts = 4000; // With half a KiB each, and as much for what it became, some 4 MiB.
const mostCharacters = 1024; // Longer ones do not come again.
