/* scribery-session, the login shell itself: runs the real shell on a terminal of its own and appends what passes to a spool file before
 * anybody sees it. Arguments go to the shell as they came; all that the caller controls is data. Installed set-uid and set-gid (6755) to a
 * user who alone can read the spool. Nothing is here that the agent could do. Frames: source/format/frames/; reasons: docs/decisions/0050. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#ifndef SPOOL /* Tests build with places of their own. */
#define SPOOL "/var/spool/scribery"
#define CONF "/etc/scribery/session.conf"
#define CONF_OWNER 0
#define SHELLS "/etc/shells"
#endif
/* A test compares these lines with source/format/frames/layout.ts. */
enum { FRAME_VERSION = 1, FRAME_HEAD_BYTES = 24, FRAME_LARGEST_BYTES = 65536 };
enum { FRAME_START = 'H', FRAME_OUTPUT = 'O', FRAME_DRAINED = 'D', FRAME_ERROR = 'E', FRAME_INPUT = 'I', FRAME_WINDOW = 'W', FRAME_ECHO = 'S',
	FRAME_GAP = 'G', FRAME_ROTATION = 'R', FRAME_BYTES = 'B', FRAME_END = 'X' };
struct head { uint32_t check, head_check, type_and_length, number; uint64_t at_us; }; /* Little endian, as all numbers. */
struct gap { uint64_t lost_bytes, since_us; uint32_t error; } __attribute__((packed)); struct ending { int32_t how, code, cause; };
_Static_assert(sizeof(struct head) == FRAME_HEAD_BYTES && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "frame layout");
enum { HOW_EXIT, HOW_SIGNAL, HOW_LEFT_RUNNING, HOW_NOT_STARTED }; enum { BLOCK, KILL, PASS }; enum { METADATA, FULL };
enum { LAST_BYTES = 256, FILE_COSTS_BYTES = 65536, CHECK_BYTES = 1 << 20, LIMITS = 5 };
static struct { char shell[256], notice[512]; uint64_t input, notty, full, wait, rate, burst, segment, quota, spare; } conf =
	{ "/bin/bash", "", 0, METADATA, BLOCK, 300, 0, 1 << 20, 64 << 20, 0, 0 };
static uid_t user_uid, own_uid; static gid_t user_gid, own_gid;
static int dir_fd = -1, user_dir_fd = -1, spool_fd = -1, outer = -1, shared_flags = -1, is_raw, is_started, is_gap, is_bound, closed_fds, echo_state = -1;
static unsigned segment, frame_number; static uint64_t size_bytes, allocated_bytes, checked_bytes, written_bytes, tried_us; static int64_t tokens;
static struct gap gap; static uint32_t crc_table[8 * 256], seed; static char process_id[72], rec[96], facts[16384]; static size_t facts_bytes;
static struct termios outer_modes; static struct sigaction old_actions[32]; static struct rlimit old_limits[LIMITS];
static const int limits[LIMITS] = { RLIMIT_FSIZE, RLIMIT_CPU, RLIMIT_DATA, RLIMIT_AS, RLIMIT_NOFILE };
static sigset_t old_mask, waiting_mask; /* The second lets in what is caught, and holds only while we wait. */
static mode_t old_umask; static volatile sig_atomic_t is_resized, is_child_news, end_signal;

static uint64_t now_us(void) {
	struct timespec t; /* BOOTTIME goes on while the machine sleeps. */
	clock_gettime(CLOCK_BOOTTIME, &t); return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}
static void pause_ms(long ms) { (void)ppoll(0, 0, &(struct timespec){ 0, ms * 1000000 }, &waiting_mask); }
static void say(const char *format, ...) {
	char text[700]; va_list arguments; va_start(arguments, format); (void)vsnprintf(text, sizeof text - 2, format, arguments); va_end(arguments);
	strcat(text, is_raw ? "\r\n" : "\n");
	if (write(outer >= 0 ? outer : 2, text, strlen(text)) < 0) return; /* Nobody is there to be told. */
}
static void restore_terminal(void) {
	if (shared_flags >= 0) (void)fcntl(outer, F_SETFL, shared_flags);
	if (is_raw) { (void)ioctl(outer, TIOCNXCL); (void)tcsetattr(outer, TCSANOW, &outer_modes); is_raw = 0; } /* NOW: the others may spin for ever. */
}
/* To whole frames; back goes what was reserved ahead. If it fails, readers see a torn end. */
static void cut_spool(void) { if (spool_fd >= 0 && ftruncate(spool_fd, (off_t)size_bytes) < 0) return; }
static int append(char type, const void *data, size_t length);
static _Noreturn void refuse(const char *what) {
	struct ending x = { HOW_NOT_STARTED, errno, 0 }; if (spool_fd >= 0 && append(FRAME_END, &x, sizeof x) == 0) cut_spool(); restore_terminal();
	say("scribery-session: this session cannot be recorded and is refused: %s: %s", what, strerror(x.code)); _exit(1);
}

/* ---- Configuration: key=value lines of a file that only root can write. What is wrong is said, or 0 returned. */
static const char *set_number(const char *value, uint64_t smallest, uint64_t largest, uint64_t *to) {
	char *end; const unsigned long long n = strtoull(value, &end, 10);
	if (*value < '0' || *value > '9' || *end || n < smallest || n > largest) return "is not a whole number in its range";
	*to = n; return 0;
}
static const char *set_word(const char *value, const char *words, uint64_t *to) { /* Each word has a blank after it. */
	const size_t length = strlen(value); uint64_t n = 0;
	for (; *words && (strcspn(words, " ") != length || strncmp(words, value, length)); n++) words += strcspn(words, " ") + 1;
	if (!*words) return "is none of the words it may be";
	*to = n; return 0;
}
static const char *set_key(const char *key, const char *value) {
	static const struct { const char *key; uint64_t *at, smallest, largest; } numbers[] = { { "wait", &conf.wait, 0, 1u << 31 }, { "rate", &conf.rate, 0, 1u << 31 },
		{ "burst", &conf.burst, 4096, 1u << 31 }, { "segment", &conf.segment, CHECK_BYTES, 1ull << 40 }, { "quota", &conf.quota, 0, 1ull << 60 }, { "spare", &conf.spare, 0, 1ull << 60 } };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!strcmp(key, numbers[i].key)) return set_number(value, numbers[i].smallest, numbers[i].largest, numbers[i].at);
	if (!strcmp(key, "input")) return set_word(value, "no yes ", &conf.input);
	if (!strcmp(key, "notty")) return set_word(value, "metadata full ", &conf.notty);
	if (!strcmp(key, "full")) return set_word(value, "block kill pass ", &conf.full);
	const int is_shell = !strcmp(key, "shell"); if (!is_shell && strcmp(key, "notice")) return "is not a setting";
	if (strlen(value) >= (is_shell ? sizeof conf.shell : sizeof conf.notice)) return "is too long";
	if (is_shell && *value != '/') return "is not an absolute path";
	strcpy(is_shell ? conf.shell : conf.notice, value); return 0;
}
static int parse_conf(char *text, size_t length, char *fault, size_t fault_bytes) { /* How many lines are wrong, and the first. */
	int faults = 0, line = 1;
	for (char *at = text, *end; at < text + length; at = end + 1, line++) {
		if (!(end = memchr(at, '\n', (size_t)(text + length - at)))) end = text + length;
		*end = 0; char *value = strchr(at, '='); if (at + strlen(at) == end && (!*at || *at == '#')) continue; if (value) *value++ = 0;
		const char *wrong = value && value + strlen(value) == end ? set_key(at, value) : "has no value that ends with its line";
		if (wrong && faults++ == 0) (void)snprintf(fault, fault_bytes, "%s:%d: \"%.64s\" %s", CONF, line, at, wrong);
	}
	return faults;
}
static void read_conf(void) {
	static char text[16384 + 1], fault[sizeof CONF + 160]; struct stat st; const int fd = open(CONF, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0 && errno == ENOENT) return; /* All has a default. */
	if (fd < 0 || fstat(fd, &st) < 0) refuse(CONF);
	errno = EPERM; if (!S_ISREG(st.st_mode) || st.st_uid != CONF_OWNER || st.st_mode & 022) refuse(CONF " has to be root's, and written by nobody else");
	const ssize_t n = read(fd, text, sizeof text - 1); errno = n < 0 ? errno : EFBIG; if (n < 0 || n == sizeof text - 1) refuse(CONF); close(fd);
	const int faults = parse_conf(text, (size_t)n, fault, sizeof fault); errno = EINVAL; if (!faults) return; if (conf.full != PASS) refuse(fault);
	if (isatty(2)) say("scribery-session: %s; its default holds", fault);
}

/* ---- The spool. */
static void make_crc_table(void) { /* Of a byte that 0 to 7 zero bytes follow: eight are summed at a time. */
	for (uint32_t i = 0; i < 8 * 256; i++) {
		if (i >= 256) { crc_table[i] = crc_table[i - 256] >> 8 ^ crc_table[crc_table[i - 256] & 255]; continue; }
		crc_table[i] = i; for (int bit = 0; bit < 8; bit++) crc_table[i] = crc_table[i] & 1 ? 0xedb88320u ^ crc_table[i] >> 1 : crc_table[i] >> 1;
	}
}
static uint32_t crc(uint32_t value, const void *data, size_t length) { /* CRC-32, as zlib's crc32(). */
	const unsigned char *p = data; const uint32_t *t = crc_table; uint32_t c = ~value, w[2];
	for (; length >= 8; p += 8, length -= 8) {
		memcpy(w, p, 8); w[0] ^= c;
		c = t[1792 + (w[0] & 255)] ^ t[1536 + (w[0] >> 8 & 255)] ^ t[1280 + (w[0] >> 16 & 255)] ^ t[1024 + (w[0] >> 24)]
			^ t[768 + (w[1] & 255)] ^ t[512 + (w[1] >> 8 & 255)] ^ t[256 + (w[1] >> 16 & 255)] ^ t[w[1] >> 24];
	}
	while (length--) c = t[(c ^ *p++) & 255] ^ c >> 8;
	return ~c;
}
static int append(char type, const void *data, size_t length) { /* One frame or nothing: 0, or -1 with errno. */
	struct head h = { 0, 0, (uint32_t)(unsigned char)type | (uint32_t)length << 8, frame_number, now_us() };
	h.head_check = crc(type == FRAME_START ? 0 : seed, &h.type_and_length, FRAME_HEAD_BYTES - 8); h.check = crc(h.head_check, data, length);
	const ssize_t total = (ssize_t)(sizeof h + length), n = writev(spool_fd, (struct iovec[]){ { &h, sizeof h }, { (void *)(uintptr_t)data, length } }, 2);
	const int error = n < 0 ? errno : ENOSPC;
	if (n > 0 && n < total) cut_spool(); /* What a full disk has cut goes. */
	errno = error; if (n < total) return -1; size_bytes += (uint64_t)total; written_bytes += (uint64_t)total; tokens -= total; frame_number++; return 0;
}
static int reserve(size_t bytes) { /* Disk space for so much, and for the last frames after it: those find their place on a full disk. */
	for (uint64_t ahead = size_bytes < CHECK_BYTES ? CHECK_BYTES / 64 : CHECK_BYTES; size_bytes + bytes + LAST_BYTES > allocated_bytes; ahead = 0) {
		const uint64_t length = bytes + LAST_BYTES + ahead;
		if (fallocate(spool_fd, FALLOC_FL_KEEP_SIZE, (off_t)size_bytes, (off_t)length) == 0) allocated_bytes = size_bytes + length;
		else if (errno == EOPNOTSUPP || errno == ENOSYS) allocated_bytes = UINT64_MAX;
		else if (ahead == 0) return -1;
	}
	return 0;
}
static int has_room(void) { /* On the disk, and for this user. Counted anew each time: nothing can drift. */
	struct statvfs disk; struct stat st; uint64_t held = 0; errno = ENOSPC;
	if (conf.spare && fstatvfs(user_dir_fd, &disk) == 0 && (uint64_t)disk.f_bavail * disk.f_frsize < conf.spare) return 0;
	const int fd = conf.quota ? openat(user_dir_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1; DIR *list = fd >= 0 ? fdopendir(fd) : 0;
	for (struct dirent *entry; list && (entry = readdir(list));) /* Many tiny files cost, too. */
		if (fstatat(user_dir_fd, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode)) held += st.st_size < FILE_COSTS_BYTES ? FILE_COSTS_BYTES : (uint64_t)st.st_size;
	if (list) closedir(list);
	errno = EDQUOT; if (conf.quota && held >= conf.quota) return 0; checked_bytes = written_bytes; return 1;
}
static int open_spool(void) { /* It is the recorder's own, or nothing is recorded: not set-uid, traced, in a user namespace. */
	struct stat st; if (dir_fd < 0) dir_fd = open(SPOOL, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); if (dir_fd < 0 || fstat(dir_fd, &st) < 0) return -1;
	errno = EPERM; return st.st_uid == own_uid && !(st.st_mode & 077) && own_uid == geteuid() ? 0 : -1;
}
static int open_segment(void) {
	static char start[sizeof facts + 512]; char name[128], user[16]; struct timespec wall;
	if (spool_fd >= 0) { (void)append(FRAME_ROTATION, "", 0); cut_spool(); close(spool_fd); segment++; }
	spool_fd = -1; if (open_spool() < 0) return -1; (void)snprintf(user, sizeof user, "%u", user_uid);
	if (user_dir_fd < 0 && mkdirat(dir_fd, user, 0700) < 0 && errno != EEXIST) return -1;
	if (user_dir_fd < 0) user_dir_fd = openat(dir_fd, user, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (user_dir_fd < 0 || !has_room()) return -1;
	for (int again = 0; spool_fd < 0; again++) { /* A process that becomes a recorder once more has the same id. */
		if (segment == 0) (void)snprintf(rec, sizeof rec, again ? "%s-%x" : "%s", process_id, (unsigned)again);
		(void)snprintf(name, sizeof name, "%s.%u.frames", rec, segment);
		spool_fd = openat(user_dir_fd, name, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (spool_fd < 0 && (errno != EEXIST || segment || again > 999)) return -1;
	}
	clock_gettime(CLOCK_REALTIME, &wall); size_bytes = allocated_bytes = 0;
	int n = snprintf(start, 512, "v=%d%cseed=%08x%crec=%s%csegment=%u%cwall=%lld.%09ld", FRAME_VERSION, 0, seed, 0, rec, 0, segment, 0, (long long)wall.tv_sec, wall.tv_nsec) + 1;
	memcpy(start + n, facts, facts_bytes); if (reserve((size_t)n + facts_bytes) == 0 && append(FRAME_START, start, (size_t)n + facts_bytes) == 0) return 0;
	n = errno; (void)unlinkat(user_dir_fd, name, 0); close(spool_fd); spool_fd = -1; errno = n; return -1;
}
static int store(char type, const void *data, size_t length) {
	const int is_last = type == FRAME_END; struct winsize size; const uint64_t now = is_gap ? now_us() : 0; errno = (int)gap.error;
	if (is_gap && !is_last && now - tried_us < 1000000) return -1; /* One try a second. */
	tried_us = now; if ((spool_fd < 0 || (size_bytes >= conf.segment && !is_last)) && open_segment() < 0) return -1;
	if (!is_last && ((written_bytes - checked_bytes >= CHECK_BYTES && !has_room()) || reserve(FRAME_HEAD_BYTES + length) < 0)) return -1;
	if (is_gap && append(FRAME_GAP, &gap, sizeof gap) < 0) return -1;
	if (is_gap && outer >= 0 && ioctl(outer, TIOCGWINSZ, &size) == 0) (void)append(FRAME_WINDOW, (uint16_t[]){ size.ws_col, size.ws_row }, 4);
	if (is_gap && echo_state >= 0) (void)append(FRAME_ECHO, (uint8_t[]){ (uint8_t)echo_state }, 1); /* What has changed meanwhile is lost; keys may follow. */
	is_gap = 0; return type ? append(type, data, length) : 0;
}
/* The one way into the record, taken before anything is shown. Returns -1 when the session has to end. */
static int record(char type, const void *data, size_t length) {
	uint64_t since_us = 0;
	while (store(type, data, length) < 0) {
		const int e = errno; /* Only what the user cannot bring about may be waited for or passed over. */
		const int is_disk = e == ENOSPC || e == EDQUOT || e == EROFS || e == EIO || e == ENOENT || e == ESTALE || e == ENODEV;
		if (conf.full == PASS && is_disk) {
			if (!is_gap) gap = (struct gap){ 0, tried_us = now_us(), (uint32_t)e };
			is_gap = 1; if (type && strchr((char[]){ FRAME_OUTPUT, FRAME_DRAINED, FRAME_ERROR, FRAME_INPUT, 0 }, type)) gap.lost_bytes += length; return 0;
		}
		struct pollfd p = { outer, 0, 0 };
		const int is_over = end_signal || (outer >= 0 && poll(&p, 1, 0) > 0) || (conf.wait && since_us && now_us() - since_us > conf.wait * 1000000);
		const int is_end = conf.full != BLOCK || !is_disk || !is_started || is_over;
		if (is_started && (is_end || !since_us)) say("\r\nscribery: this session cannot be recorded, it %s: %s", is_end ? "ends" : "waits", strerror(e));
		errno = e; if (is_end) return -1; if (!since_us) since_us = now_us(); pause_ms(200);
	}
	if (since_us) say("\r\nscribery: the recording goes on");
	return 0;
}

/* ---- What is told about the session at its start. */
static const char *read_word(const char *path, char *word, size_t size) {
	const int fd = open(path, O_RDONLY | O_CLOEXEC); const ssize_t n = fd < 0 ? -1 : read(fd, word, size - 1); if (fd >= 0) close(fd); word[n > 0 ? n : 0] = 0;
	word[strcspn(word, "\n")] = 0; return *word ? word : "4294967295";
}
static void fact(const char *format, ...) { /* key=value and a NUL, which nothing given can hold: none can forge a key. */
	va_list arguments; va_start(arguments, format); const int n = vsnprintf(facts + facts_bytes, sizeof facts - facts_bytes, format, arguments);
	va_end(arguments); if (n >= 0 && facts_bytes + (size_t)n + 1 < sizeof facts) facts_bytes += (size_t)n + 1;
}
static void start_recording(int argc, char **argv, const char *mode, const char *shell) {
	struct utsname host; struct winsize size; char text[1024], tty[64] = "", boot[33] = ""; size_t n = 0;
	/* Named as tlog does: boot id, process id, start of the process. The caller has chosen what stands between the brackets of stat. */
	for (const char *c = read_word("/proc/sys/kernel/random/boot_id", text, sizeof text); *c && n < 32; c++) if (*c != '-') boot[n++] = *c;
	const char *field = strrchr(read_word("/proc/self/stat", text, sizeof text), ')'); for (int i = 0; field && i < 20; i++) field = strchr(field + 1, ' ');
	errno = errno ?: ENOENT; if (n != 32 || !field) refuse("/proc"); (void)snprintf(process_id, sizeof process_id, "%s-%x-%llx", boot, (unsigned)getpid(), strtoull(field, 0, 10));
	if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != sizeof seed) seed = (uint32_t)now_us();
	if (outer >= 0 && ttyname_r(outer, tty, sizeof tty)) tty[0] = 0;
	fact("mode=%s%cuid=%u%cgid=%u%cpid=%d%cppid=%d%cinput=%d%carguments=%d%chost=%s", mode, 0, user_uid, 0, user_gid, 0, getpid(), 0, getppid(), 0,
		(int)conf.input, 0, argc, 0, uname(&host) < 0 ? "" : host.nodename);
	fact("session=%s", read_word("/proc/self/sessionid", text, sizeof text)); fact("loginuid=%s", read_word("/proc/self/loginuid", text, sizeof text));
	fact("user=%.128s%cterm=%.128s%cssh=%.256s", getenv("USER") ?: "", 0, getenv("TERM") ?: "", 0, getenv("SSH_CONNECTION") ?: "");
	fact("shell=%s%ctty=%s", shell, 0, tty); for (int i = 0; i < argc && i < 64; i++) fact("argument=%.4096s", argv[i]);
	if (record(0, "", 0) < 0) refuse(SPOOL); /* Opening the spool writes the start. */
	if (outer >= 0 && ioctl(outer, TIOCGWINSZ, &size) == 0 && record(FRAME_WINDOW, (uint16_t[]){ size.ws_col, size.ws_row }, 4) < 0) refuse(SPOOL);
}

/* ---- The shell. */
static int is_self(const char *path) { /* A recorder that starts recorders would never come to a shell. */
	struct stat own, other; return stat("/proc/self/exe", &own) == 0 && stat(path, &other) == 0 && own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}
static int is_listed(const char *shell) {
	static char text[16384]; const int fd = open(SHELLS, O_RDONLY | O_CLOEXEC); if (fd < 0 || read(fd, text, sizeof text - 1) < 0) return 0; close(fd);
	char *line = strtok(text, "\n");
	while (line && (*line != '/' || strcmp(line, shell))) line = strtok(0, "\n");
	return line != 0;
}
static const char *choose_shell(const char *name) { /* By our name, NAME-shell-bin-zsh; by SSSD's variable; by the configuration. */
	static char path[256]; const char *slash = strrchr(name, '/'), *at = strstr(slash ?: name, "-shell-"), *wish = getenv("TLOG_REC_SESSION_SHELL");
	size_t n = 0; for (at = at ? at + 6 : ""; *at && n < sizeof path - 1; at++) path[n++] = *at == '-' ? '/' : *at == '\\' && at[1] ? *++at : *at;
	if (n && !is_self(path)) return path;
	if (wish && is_listed(wish) && !is_self(wish)) return wish;
	errno = ELOOP; if (is_self(conf.shell)) refuse(conf.shell); return conf.shell;
}
/* libc takes some names out of the environment of a set-uid program. The kernel's own block, from the last argument to the file's
 * name (AT_EXECFN), still has them, and the shell gets each byte of it; only SHELL is told the truth. */
static char **make_environment(int argc, char **argv, const char *shell) {
	char *start = argv[argc - 1] + strlen(argv[argc - 1]) + 1, *end = (char *)(uintptr_t)getauxval(AT_EXECFN), *ours = 0, **environment = 0; size_t n = 1;
	errno = EFAULT; for (char *at = start; at < end; at += strlen(at) + 1) n++;
	if (end < start || !(environment = calloc(n, sizeof *environment)) || asprintf(&ours, "SHELL=%s", shell) < 0) refuse("environment");
	n = 0; for (char *at = start; at < end; at += strlen(at) + 1) environment[n++] = strncmp(at, "SHELL=", 6) ? at : ours; return environment;
}
static _Noreturn void become_shell(char **argv, char **environment, const char *shell) {
	static char name[258]; if (setresgid(user_gid, user_gid, user_gid) < 0 || setresuid(user_uid, user_uid, user_uid) < 0) refuse("giving up privilege");
	errno = EPERM; if (user_uid && own_uid != user_uid && setresuid((uid_t)-1, own_uid, (uid_t)-1) == 0) refuse("privilege came back");
	for (int i = 0; i < LIMITS; i++) (void)setrlimit(limits[i], &old_limits[i]);
	if (is_bound) (void)prctl(PR_SET_PDEATHSIG, SIGTERM); /* No terminal is there to hang up, and it is not ours to signal. */
	for (int i = 0; i < 3; i++) if (closed_fds >> i & 1) close(i);
	for (int i = 1; i < 32; i++) (void)sigaction(i, &old_actions[i], 0);
	umask(old_umask); (void)sigprocmask(SIG_SETMASK, &old_mask, 0);
	(void)snprintf(name, sizeof name, "%s%s", argv[0][0] == '-' ? "-" : "", strrchr(shell, '/') + 1); argv[0] = name; execve(shell, argv, environment);
	const int error = errno; outer = -1; say("scribery-session: %s: %s", shell, strerror(error)); _exit(error == ENOENT ? 127 : 126);
}
static void on_signal(int number) { *(number == SIGWINCH ? &is_resized : number == SIGCHLD ? &is_child_news : &end_signal) = number; }
static void catch_signals(void) { /* SIGTTOU stays until the terminal is ours: started in the background we stop, as any program. */
	static const char caught[] = { SIGWINCH, SIGCHLD, SIGHUP, SIGTERM, 0 };
	static const char ignored[] = { SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGPIPE, SIGXFSZ, SIGXCPU, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO, SIGPWR, 0 };
	struct sigaction action = { .sa_handler = on_signal }; sigset_t mask; sigemptyset(&mask); sigemptyset(&waiting_mask);
	for (int i = 1; i < 32; i++) (void)sigaction(i, 0, &old_actions[i]);
	for (const char *s = caught; *s; s++) { sigaddset(&mask, *s); (void)sigaction(*s, &action, 0); }
	action.sa_handler = SIG_IGN; for (const char *s = ignored; *s; s++) (void)sigaction(*s, &action, 0); (void)sigprocmask(SIG_SETMASK, &mask, &old_mask);
}
/* The inner terminal has to be the user's, and the outer one opens to him only. */
static void act_as(uid_t uid, gid_t gid) { if (uid == own_uid ? seteuid(uid) || setegid(gid) : setegid(gid) || seteuid(uid)) refuse("changing user"); }
/* Is this terminal the inside of a living recorder, or make it so: a lock on its byte of one file dies with its holder. */
static int lock_terminal(int terminal, int command) {
	struct stat st; if (fstat(terminal, &st) < 0) return -1;
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t)((st.st_dev & 0x7fffff) << 32 | (st.st_rdev & 0xffffffff)), .l_len = 1 };
	const int fd = open_spool() < 0 ? -1 : openat(dir_fd, "lock", O_RDWR | O_CLOEXEC | O_NOFOLLOW | (command == F_OFD_SETLK ? O_CREAT : 0), 0600);
	const int result = fd < 0 ? -1 : fcntl(fd, command, &lock);
	if (fd >= 0 && command == F_OFD_GETLK) close(fd); /* The other stays open as long as we live. */
	return result < 0 ? -1 : lock.l_type != F_UNLCK;
}
static int is_nested(void) {
	struct stat st[3];
	for (int i = 0; i < 3; i++) if (!isatty(i) || fstat(i, &st[i]) < 0 || st[i].st_rdev != st[0].st_rdev || st[i].st_dev != st[0].st_dev) return 0;
	return lock_terminal(0, F_OFD_GETLK) == 1;
}

/* ---- The pump. */
enum { KEYS, SCREEN, IN, OUT, ERR, FLOWS };
static struct flow { int from, to; char type; size_t shown, length; unsigned char bytes[FRAME_LARGEST_BYTES]; } flows[FLOWS];
static int master = -1, is_dead, is_counted; static uint64_t hollow_until_us, carried[FLOWS];
static void end_soon(void) { if (!end_signal) end_signal = SIGHUP; }
static void stop(struct flow *f) { /* A number below 3 stays taken: nothing of ours may come to stand there. */
	if (f == &flows[KEYS] || f == &flows[SCREEN]) { end_soon(); return; }
	const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int i = 0; i < 2; i++) { const int fd = i ? f->to : f->from; if (fd > 2) close(fd); else if (fd >= 0) (void)dup2(null, fd); }
	close(null); f->from = f->to = -1; f->shown = f->length = 0;
}
static int show(struct flow *f) { /* -1: nobody reads there any more. */
	while (f->shown < f->length) {
		struct pollfd p = { f->to, POLLOUT, 0 };
		const int is_shared = (f->to == 1 || f->to == 2) && f->to != outer; /* Not non-blocking: others write through the same description. */
		if (is_shared && poll(&p, 1, 0) <= 0) return 0;
		const size_t left = f->length - f->shown, most = is_shared && left > 4096 ? 4096 : left; /* What a pipe that is ready takes at once. */
		const ssize_t n = write(f->to, f->bytes + f->shown, most);
		if (n > 0) { f->shown += (size_t)n; carried[f - flows] += (uint64_t)n; } else if (n < 0 && errno != EINTR) return errno == EAGAIN ? 0 : -1;
	}
	f->shown = f->length = 0; return 0;
}
static void note_echo(void) { /* The agent masks what is typed while the terminal does not echo. */
	struct termios modes; const uint8_t state = tcgetattr(master, &modes) < 0 ? 3 : (modes.c_lflag & ECHO ? 1 : 0) | (modes.c_lflag & ICANON ? 2 : 0);
	const int is_news = state != echo_state; echo_state = state; if (is_news && record(FRAME_ECHO, &state, 1) < 0) end_soon();
}
static void take(struct flow *f) { /* Read, record, and only then show. */
	const int is_input = f == &flows[KEYS] || f == &flows[IN], is_screen = f == &flows[SCREEN];
	const ssize_t n = read(f->from, f->bytes, conf.rate ? 4096 : sizeof f->bytes);
	if (n < 0 && (errno == EINTR || (errno == EAGAIN && !(is_screen && is_dead)))) return;
	/* Nobody has the terminal open. That ends nothing while the shell lives: it may open it again. After its death, a read begun then that
	 * brings nothing is the end of what it wrote; a first EIO alone is none, see docs/decisions/0051. */
	if (n <= 0 && is_screen) { hollow_until_us = now_us() + 50000; if (is_dead) f->from = -1; return; }
	if (n <= 0) { stop(f); return; }
	if (f == &flows[KEYS] && conf.input) note_echo();
	if (!is_counted && (!is_input || conf.input) && record(f->type, f->bytes, (size_t)n) < 0) { end_soon(); return; }
	f->length = (size_t)n; if (show(f) < 0) stop(f);
}
static void resize(void) {
	struct winsize now; is_resized = 0; if (ioctl(outer, TIOCGWINSZ, &now) < 0) return;
	const int result = record(FRAME_WINDOW, (uint16_t[]){ now.ws_col, now.ws_row }, 4); (void)ioctl(master, TIOCSWINSZ, &now); if (result < 0) end_soon();
}
/* Keep what was printed but not yet read, as much as a terminal holds; when its other side closes, the kernel hangs up inside. */
static void hang_up(pid_t child, int *status) {
	unsigned char *bytes = flows[SCREEN].bytes;
	for (ssize_t n, i = 0; flows[SCREEN].from >= 0 && i < 8 && (n = read(master, bytes, 4096)) > 0; i++) if (record(FRAME_DRAINED, bytes, (size_t)n) < 0) break;
	close(master); for (int i = IN; i < FLOWS; i++) if (flows[i].from >= 0) stop(&flows[i]);
	for (int i = 0; !is_dead && i < 50 && !(is_dead = waitpid(child, status, WNOHANG) == child); i++) pause_ms(20);
}
static int pump(pid_t child) { /* Returns the status of the shell; what else ended the session is in end_signal. */
	int status = 0; uint64_t filled_us = now_us();
	for (;;) {
		struct pollfd p[2 * FLOWS]; const int is_held = conf.rate && tokens <= 0, is_choked = conf.rate && tokens <= -(int64_t)conf.burst;
		const uint64_t now = hollow_until_us || conf.rate ? now_us() : 0;
		const uint64_t passed = now - filled_us < 1u << 31 ? now - filled_us : 1u << 31; /* Frames are paid for; with nothing left the terminal stands still. */
		const int64_t gained = (int64_t)(passed * conf.rate / 1000000); tokens = tokens + gained > (int64_t)conf.burst ? (int64_t)conf.burst : tokens + gained;
		if (gained) filled_us = now;
		for (int i = 0; i < FLOWS; i++) {
			struct flow *f = &flows[i];
			const int is_busy = f->length || (i == KEYS || i == IN ? is_choked : is_held) || (i == SCREEN && now < hollow_until_us && !is_dead);
			p[2 * i] = (struct pollfd){ is_busy && i != KEYS ? -1 : f->from, is_busy ? 0 : POLLIN, 0 };
			p[2 * i + 1] = (struct pollfd){ f->length ? f->to : -1, POLLOUT, 0 };
		}
		const int is_last_read = is_dead && p[2 * SCREEN].fd >= 0; const struct timespec wait = { 0, is_last_read ? 0 : 20000000 };
		if (ppoll(p, 2 * FLOWS, is_last_read || is_held || now < hollow_until_us ? &wait : 0, &waiting_mask) < 0) for (int i = 0; i < 2 * FLOWS; i++) p[i].revents = 0;
		else pause_ms(0); /* With something ready, ppoll lets no signal in: a new size would come after the keys typed to it. */
		if (is_resized && outer >= 0 && !is_held) resize();
		if (is_child_news && !is_dead) { is_child_news = 0; is_dead = waitpid(child, &status, WNOHANG) == child; }
		if (p[2 * KEYS].revents & (POLLHUP | POLLERR)) end_soon();
		for (int i = FLOWS - 1; i >= 0 && !end_signal; i--) {
			struct flow *f = &flows[i]; if (p[2 * i + 1].revents && show(f) < 0) stop(f);
			else if (f->length == 0 && f->from >= 0 && (p[2 * i].revents || (i == SCREEN && is_last_read))) take(f);
		}
		if (is_dead && flows[IN].from >= 0) stop(&flows[IN]);
		if (end_signal) { hang_up(child, &status); return status; }
		if (is_dead && flows[SCREEN].from < 0 && flows[OUT].from < 0 && flows[ERR].from < 0 && !flows[SCREEN].length) return status;
	}
}
static _Noreturn void finish(int status) {
	struct ending x = { HOW_LEFT_RUNNING, 0, end_signal };
	if (is_dead) x = (struct ending){ WIFSIGNALED(status) ? HOW_SIGNAL : HOW_EXIT, WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), end_signal };
	const int number = end_signal ? end_signal : x.how == HOW_SIGNAL ? x.code : 0; sigset_t mask; if (conf.full == BLOCK) conf.full = KILL;
	if (is_counted) (void)record(FRAME_BYTES, &carried[IN], 3 * sizeof *carried);
	if (record(FRAME_END, &x, sizeof x) == 0) cut_spool();
	restore_terminal(); if (!number) _exit(x.code);
	(void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 }); /* No core of ours for a shell that dumped its own. */
	(void)signal(number, SIG_DFL); sigfillset(&mask); (void)sigprocmask(SIG_UNBLOCK, &mask, 0); (void)kill(getpid(), number); _exit(128 + number);
}

/* ---- The start. */
static void open_outer(int fd) { /* A description of our own where we may: no flag of ours stays behind, even after kill -9. */
	unsigned number; char path[32]; (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd); if (tcgetattr(fd, &outer_modes) < 0) refuse("terminal");
	act_as(user_uid, user_gid); outer = ioctl(fd, TIOCGPTN, &number) == 0 ? -1 : open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	act_as(own_uid, own_gid); if (outer >= 0) return; outer = fd; shared_flags = fcntl(fd, F_GETFL);
	if (fcntl(fd, F_SETFL, shared_flags | O_NONBLOCK) < 0) refuse("terminal");
}
static int open_inner(void) { /* Returns the shell's side. */
	struct winsize size; int slave = -1; act_as(user_uid, user_gid); master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0) slave = ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
	act_as(own_uid, own_gid);
	if (slave < 0 || tcsetattr(slave, TCSANOW, &outer_modes) < 0 || fcntl(master, F_SETFL, O_NONBLOCK) < 0) refuse("terminal for the shell");
	if (ioctl(outer, TIOCGWINSZ, &size) == 0) (void)ioctl(slave, TIOCSWINSZ, &size);
	if (lock_terminal(slave, F_OFD_SETLK) < 0 && conf.full != PASS) refuse(SPOOL "/lock");
	return slave;
}
static void take_outer(void) { /* From here on nobody else opens it. */
	struct termios raw = outer_modes; if (*conf.notice) say("%s", conf.notice); cfmakeraw(&raw); raw.c_cc[VMIN] = 1; raw.c_cc[VTIME] = 0;
	if (ioctl(outer, TIOCEXCL) < 0 || tcsetattr(outer, TCSANOW, &raw) < 0) refuse("terminal");
	is_raw = 1; (void)signal(SIGTTOU, SIG_IGN);
}
int main(int argc, char **argv) {
	int gate[2], inner[3], slave = -1, pipes[3][2] = { { -1, -1 }, { -1, -1 }, { -1, -1 } }, is_terminal[3], terminal = -1; uid_t saved_uid; gid_t saved_gid;
	char go; if (argc < 1 || getresuid(&user_uid, &own_uid, &saved_uid) < 0 || getresgid(&user_gid, &own_gid, &saved_gid) < 0) _exit(1); old_umask = umask(077);
	for (int i = 0; i < 3; i++) if (fcntl(i, F_GETFD) < 0) { if (open("/dev/null", O_RDWR) != i) _exit(1); closed_fds |= 1 << i; }
	catch_signals();
	for (int i = 0; i < LIMITS; i++) /* Soft limits must not end the recorder; the shell gets them back. */
		if (getrlimit(limits[i], &old_limits[i]) == 0) (void)setrlimit(limits[i], &(struct rlimit){ old_limits[i].rlim_max, old_limits[i].rlim_max });
	read_conf(); const char *shell = choose_shell(argv[0]); char **environment = make_environment(argc, argv, shell);
	if (is_nested()) become_shell(argv, environment, shell); /* A recorder is outside already. */
	dir_fd = -1; /* An open descriptor could be a way round the recorder. */
	if (syscall(SYS_close_range, 3, ~0u, 0) < 0) for (int fd = 3; fd < 1 << 20; fd++) close(fd);
	for (int i = 2; i >= 0; i--) if ((is_terminal[i] = isatty(i))) terminal = i;
	make_crc_table(); tokens = (int64_t)conf.burst; if (terminal >= 0) open_outer(terminal);
	is_counted = terminal < 0 && conf.notty == METADATA; /* scp, sftp, rsync, git: how many bytes, and none of them. */
	start_recording(argc, argv, terminal >= 0 ? "terminal" : is_counted ? "counted" : "pipes", shell);
	if (terminal >= 0) slave = open_inner();
	if (pipe2(gate, O_CLOEXEC) < 0) refuse("pipe");
	for (int i = 0; i < 3; i++) { /* What is no terminal is recorded apart or, as policy says, left as it is. */
		inner[i] = is_terminal[i] ? slave : -1; if (is_terminal[i] || closed_fds >> i & 1 || (conf.notty == METADATA && !is_counted)) continue;
		if (pipe2(pipes[i], O_CLOEXEC) < 0) refuse("pipe");
		inner[i] = pipes[i][i != 0];
	}
	const pid_t child = fork(); if (child < 0) refuse("fork");
	if (child == 0) { /* Not before the recorder is out of the user's reach. */
		close(gate[1]); spool_fd = shared_flags = -1; if (read(gate[0], &go, 1) != 1) _exit(1); if (slave >= 0 && (setsid() < 0 || ioctl(slave, TIOCSCTTY, 0) < 0)) _exit(1);
		for (int i = 0; i < 3; i++) if (inner[i] >= 0 && dup2(inner[i], i) < 0) _exit(1);
		is_bound = slave < 0; become_shell(argv, environment, shell);
	}
	/* No id of the user's is left, real or saved: he can neither signal nor trace us. */
	if (setresgid(own_gid, own_gid, own_gid) < 0 || setresuid(own_uid, own_uid, own_uid) < 0 || prctl(PR_SET_DUMPABLE, 0) < 0 || chdir("/") < 0) refuse("ids");
	for (int i = 0; i < FLOWS; i++) { flows[i].from = flows[i].to = -1; flows[i].type = "IOIOE"[i]; }
	if (terminal >= 0) { take_outer(); close(slave); flows[KEYS].from = flows[SCREEN].to = outer; flows[KEYS].to = flows[SCREEN].from = master; }
	for (int i = 0; i < 3; i++) if (pipes[i][0] >= 0) { close(inner[i]); flows[IN + i].from = i ? pipes[i][0] : 0; flows[IN + i].to = i ? i : pipes[0][1]; }
	if (pipes[0][1] >= 0) (void)fcntl(pipes[0][1], F_SETFL, O_NONBLOCK);
	is_started = 1; if (write(gate[1], "", 1) != 1) refuse("pipe"); close(gate[0]); close(gate[1]); finish(pump(child));
}
