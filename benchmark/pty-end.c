/* What a terminal's reader misses at the end, on a busy machine. docs/decisions/0051 tells what came out.
 *     cc -O2 -o pty-end benchmark/pty-end.c -lutil -lpthread
 *     ./pty-end SECONDS FLOODS                          a thread writes a few pieces and closes the terminal
 *     ./pty-end SECONDS FLOODS BYTES PROGRAM WORD...    a program that prints so many bytes is run on it
 * FLOODS pairs of processes write and read terminals of their own meanwhile. In turns the reader blocks in read(), or polls first. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <pty.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <utmp.h>
#include <unistd.h>

static sem_t go;
static int slave, pieces;
static size_t piece[8];
static char bytes[65536];

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static void open_raw(int *master, int *inner) {
	struct termios modes;
	if (openpty(master, inner, 0, 0, 0) < 0) { perror("openpty"); exit(1); }
	tcgetattr(*inner, &modes);
	cfmakeraw(&modes);
	tcsetattr(*inner, TCSANOW, &modes);
}
static void *write_pieces(void *unused) {
	static char data[4096];
	for (;;) {
		sem_wait(&go);
		for (int i = 0; i < pieces; i++)
			for (size_t done = 0; done < piece[i];) {
				ssize_t n = write(slave, data, piece[i] - done);
				if (n < 0) return unused;
				done += (size_t)n;
			}
		close(slave);
	}
}
static void flood(void) {
	int master, inner;
	open_raw(&master, &inner);
	for (int side = 0; side < 2; side++)
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			while ((side ? read(master, bytes, sizeof bytes) : write(inner, bytes, 4096)) > 0);
			_exit(0);
		}
	close(master);
	close(inner);
}
int main(int argc, char **argv) {
	if (argc < 3) return 2;
	const double end = now() + atof(argv[1]);
	long runs[2] = { 0 }, shorts[2] = { 0 }, whole[2] = { 0 };
	pthread_t thread;
	for (int i = 0; i < atoi(argv[2]); i++) flood();
	sem_init(&go, 0, 0);
	pthread_create(&thread, 0, write_pieces, 0);
	for (int is_polling = 0; now() < end; is_polling = !is_polling) {
		int master, inner;
		size_t total = 0, got = 0, later = 0;
		open_raw(&master, &inner);
		if (argc > 4) {
			total = strtoul(argv[3], 0, 10);
			if (fork() == 0) {
				if (login_tty(inner) == 0) execvp(argv[4], argv + 4);
				_exit(127);
			}
			close(inner);
		} else {
			pieces = 1 + rand() % 6;
			for (int i = 0; i < pieces; i++) total += piece[i] = 1 + (size_t)rand() % 3000;
			slave = inner;
			sem_post(&go);
		}
		for (;;) {
			struct pollfd p = { master, POLLIN, 0 };
			if (is_polling) (void)poll(&p, 1, -1);
			ssize_t n = read(master, bytes, sizeof bytes);
			if (n <= 0) break;
			got += (size_t)n;
		}
		for (int errors = 0; got < total && errors < 2;) {
			ssize_t n = read(master, bytes, sizeof bytes);
			if (n > 0) later += (size_t)n;
			else errors++;
		}
		runs[is_polling]++;
		shorts[is_polling] += got < total;
		whole[is_polling] += got < total && got + later == total;
		if (got < total) printf("%s: %zu of %zu at the first EIO, %zu more when read on\n", is_polling ? "polling" : "blocking", got, total, later);
		close(master);
		if (argc > 4) wait(0);
	}
	for (int i = 0; i < 2; i++) printf("%s: %ld runs, %ld short at the first EIO, %ld of them whole when read on\n", i ? "polling" : "blocking", runs[i], shorts[i], whole[i]);
	return 0;
}
