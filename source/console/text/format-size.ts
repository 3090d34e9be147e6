const units = ['', 'K', 'M', 'G', 'T', 'P'];

/** A size in at most five characters, in powers of 1000: `812`, `190K`, `8.1M`. */
export function formatSize(sizeBytes: number): string {
	const {value, unit} = scale(sizeBytes);
	return value + unit;
}

/** A size in words: `812 bytes`, `190 KB`, `13.4 MB`. */
export function formatBytes(sizeBytes: number): string {
	const {value, unit} = scale(sizeBytes);
	return unit === '' ? `${value} ${sizeBytes === 1 ? 'byte' : 'bytes'}` : `${value} ${unit}B`;
}

/** One decimal from megabytes on, while there is room for it. */
function scale(sizeBytes: number): {readonly value: string; readonly unit: string} {
	const index = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3)));
	const value = sizeBytes / (1000 ** index);
	return {value: index < 2 || value >= 99.95 ? String(Math.round(value)) : value.toFixed(1), unit: units[index] ?? ''};
}
