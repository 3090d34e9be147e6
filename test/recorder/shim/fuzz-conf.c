/* Feeds the login shell's configuration parser with mutations of good and bad files: fuzz-conf SEED ROUNDS. Built with the sanitizers.
 * What has once failed is kept here as a starting point. */
#define main session_main
#include "../../../recorder/shim/session.c"
#undef main

#define START(text) { text, sizeof text - 1 }
static const struct { const char *text; size_t length; } starts[] = {
	START(""), START("\n"), START("="), START("#\n"),
	START("# all\nshell=/bin/sh\nnotice=hello\ninput=yes\nnotty=full\nfull=pass\nwait=1\nrate=2\nburst=4096\nsegment=1048576\nquota=4\nspare=5\n"),
	START("shell=/bin/sh\0x\n"), START("full=block \n"), START("rate=18446744073709551616\n"), START("shell\n=\n==\n"), START("input=no yes \n"),
	START("notice=%s%n\n"), START("shell=/\nshell=\n"),
};
static const char *const words[] = { "shell=", "notice=", "input=", "notty=", "full=", "rate=", "segment=", "pass", "block", "yes", "\n", "=", "#", " ", "/", "-1", "99999999999999999999" };

static uint64_t state;
static uint32_t pick(uint32_t below) {
	state = state * 6364136223846793005u + 1442695040888963407u;
	return below ? (uint32_t)(state >> 33) % below : 0;
}
int main(int argc, char **argv) {
	static char fault[sizeof CONF + 160];
	state = argc > 1 ? strtoull(argv[1], 0, 10) : 1;
	const unsigned long rounds = argc > 2 ? strtoul(argv[2], 0, 10) : 1000;
	unsigned long good = 0;
	for (unsigned long round = 0; round < rounds; round++) {
		const uint32_t start = pick(sizeof starts / sizeof *starts);
		size_t length = starts[start].length;
		char *text = malloc(1024 + 1); /* Anew each time: what is written or read beyond its end is found. */
		memcpy(text, starts[start].text, length);
		for (uint32_t change = pick(6); change; change--) {
			const char *word = words[pick(sizeof words / sizeof *words)];
			const uint32_t kind = pick(4);
			const size_t at = pick((uint32_t)length + 1), n = strlen(word);
			if (kind == 0 && at < length) text[at] = (char)pick(256);
			if (kind == 1 && at < length) memmove(text + at, text + at + 1, --length - at);
			if (kind == 2 && length + n < 600) { memmove(text + at + n, text + at, length - at); memcpy(text + at, word, n); length += n; }
			if (kind == 3 && length + 400 < 1024) { memmove(text + at + 300, text + at, length - at); memset(text + at, 'x', 300); length += 300; }
		}
		text = realloc(text, length + 1);
		memset(fault, 0, sizeof fault);
		const int faults = parse_conf(text, length, fault, sizeof fault);
		if ((faults == 0) != (*fault == 0) || conf.full > PASS || conf.notty > FULL || conf.input > 1 || conf.burst < 4096 || conf.segment < CHECK_BYTES || *conf.shell != '/'
			|| strlen(conf.shell) >= sizeof conf.shell || strlen(conf.notice) >= sizeof conf.notice) {
			printf("round %lu: a setting out of its range\n", round);
			return 1;
		}
		good += faults == 0;
		free(text);
	}
	printf("%lu rounds, %lu without a fault\n", rounds, good);
	return 0;
}
