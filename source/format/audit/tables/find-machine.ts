/** ELF machine numbers with the audit flags for 64 bits (0x80000000) and little endian (0x40000000), as the kernel writes them behind `arch=`. */
const machines: ReadonlyMap<number, string> = new Map([
	[0xC0_00_00_3E, 'x86_64'],
	[0x40_00_00_03, 'i386'],
	[0xC0_00_00_B7, 'aarch64'],
	[0x40_00_00_28, 'armeb'], // The word libaudit has for both byte orders.
	[0xC0_00_00_15, 'ppc64le'],
	[0x80_00_00_15, 'ppc64'],
	[0x14, 'ppc'],
	[0x80_00_00_16, 's390x'],
	[0x16, 's390'],
	[0xC0_00_00_F3, 'riscv64'], // Not known to libaudit 3.0.9.
]);

/** Name of the machine behind `arch=`; `undefined` when no table knows it. */
export function findMachine(arch: string): string | undefined {
	return machines.get(Number.parseInt(arch, 16));
}
