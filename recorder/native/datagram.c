/* scribery-datagram PATH [spill]: sends what comes on standard input to a unix datagram socket. Node has no such sockets.
 * In: for each datagram its length (32 bits, little endian), then its bytes. Out: for each, in order, 32 bits: 0 when the kernel has taken
 * it, else the errno. With `spill` what is too large for a datagram goes as a sealed memory file, as the journal's protocol has it
 * (https://systemd.io/JOURNAL_NATIVE_PROTOCOL/). Ends with its input. Reasons: docs/decisions/0060. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

enum { LARGEST_BYTES = 64 << 20, SEND_BUFFER_BYTES = 8 << 20, PATIENCE_S = 10 };
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "lengths and answers are little endian");

static struct sockaddr_un address = { .sun_family = AF_UNIX };
static int sender;

/* All of it; 0 at the end of the input, also inside. */
static int read_all(void *to, size_t length) {
	for (size_t done = 0; done < length;) {
		const ssize_t n = read(0, (char *)to + done, length - done);
		if (n < 0 && errno == EINTR) continue;
		if (n <= 0) return 0;
		done += (size_t)n;
	}
	return 1;
}

static int write_all(int to, const void *bytes, size_t length) {
	for (size_t done = 0; done < length;) {
		const ssize_t n = write(to, (const char *)bytes + done, length - done);
		if (n < 0 && errno == EINTR) continue;
		if (n <= 0) return 0;
		done += (size_t)n;
	}
	return 1;
}

/* By name each time: who listens there may have been started anew. */
static int send_message(struct msghdr *message) {
	message->msg_name = &address; message->msg_namelen = sizeof address;
	ssize_t n;
	do n = sendmsg(sender, message, MSG_NOSIGNAL); while (n < 0 && errno == EINTR);
	return n < 0 ? errno : 0;
}

static int send_bytes(void *bytes, size_t length) {
	struct iovec part = { bytes, length };
	struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
	return send_message(&message);
}

static int send_memory(const void *bytes, size_t length) {
	const int memory = memfd_create("scribery", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (memory < 0) return errno;
	int error = 0;
	if (!write_all(memory, bytes, length) || fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) < 0) error = errno;
	union { struct cmsghdr head; char bytes[CMSG_SPACE(sizeof(int))]; } control = { 0 };
	struct msghdr message = { .msg_control = &control, .msg_controllen = sizeof control };
	struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
	rights->cmsg_level = SOL_SOCKET; rights->cmsg_type = SCM_RIGHTS; rights->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(rights), &memory, sizeof memory);
	if (!error) error = send_message(&message);
	(void)close(memory);
	return error;
}

int main(int argc, char **argv) {
	const int does_spill = argc == 3 && !strcmp(argv[2], "spill");
	if ((argc != 2 && !does_spill) || strlen(argv[1]) >= sizeof address.sun_path) {
		fprintf(stderr, "usage: scribery-datagram PATH [spill]; PATH has at most %zu bytes\n", sizeof address.sun_path - 1);
		return 2;
	}
	strcpy(address.sun_path, argv[1]);
	(void)signal(SIGPIPE, SIG_IGN);
	sender = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	const int buffer_bytes = SEND_BUFFER_BYTES; /* As much as the kernel lets have; the default stops at 208 KiB. */
	if (sender >= 0) (void)setsockopt(sender, SOL_SOCKET, SO_SNDBUF, &buffer_bytes, sizeof buffer_bytes);
	/* Who does not read fills his queue, and the next datagram waits. */
	if (sender < 0 || setsockopt(sender, SOL_SOCKET, SO_SNDTIMEO, &(struct timeval){ PATIENCE_S, 0 }, sizeof(struct timeval)) < 0) {
		perror("scribery-datagram");
		return 1;
	}
	char *bytes = 0;
	uint32_t capacity = 0, length;
	while (read_all(&length, sizeof length)) {
		if (length > LARGEST_BYTES) {
			fprintf(stderr, "scribery-datagram: a datagram of %u bytes, expected at most %d\n", length, LARGEST_BYTES);
			return 2;
		}
		if (length > capacity) {
			free(bytes);
			if (!(bytes = malloc(capacity = length))) return 1;
		}
		if (!read_all(bytes, length)) break;
		int error = send_bytes(bytes, length);
		if (does_spill && (error == EMSGSIZE || error == ENOBUFS)) error = send_memory(bytes, length);
		const uint32_t answer = (uint32_t)error;
		if (!write_all(1, &answer, sizeof answer)) break;
	}
	free(bytes);
	return 0;
}
