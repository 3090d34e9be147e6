// Starts commands at an even pace and says how long each took, from vfork to its end:
// audit-exec SECONDS A-SECOND FILE. Nanoseconds, a line each; late ones are made up for at once.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return at.tv_sec * 1000000000LL + at.tv_nsec;
}

int main(int count, char **words) {
	if (count != 4) {
		fputs("audit-exec SECONDS A-SECOND FILE\n", stderr);
		return 2;
	}

	long commands = atol(words[1]) * atol(words[2]);
	long long pause = 1000000000LL / atol(words[2]);
	long long *took = malloc(commands * sizeof *took);
	char *argv[] = {"true", NULL}, *env[] = {NULL};
	long long start = now();
	for (long index = 0; index < commands; index++) {
		long long due = start + index * pause, begun = now();
		if (begun < due) {
			struct timespec rest = {(due - begun) / 1000000000LL, (due - begun) % 1000000000LL};
			nanosleep(&rest, NULL);
			begun = now();
		}

		int status;
		pid_t child = vfork();
		if (child == 0) {
			execve("/bin/true", argv, env);
			_exit(127);
		}

		if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
			perror("audit-exec: a command failed");
			return 1;
		}

		took[index] = now() - begun;
	}

	FILE *out = fopen(words[3], "w");
	for (long index = 0; out && index < commands; index++) {
		fprintf(out, "%lld\n", took[index]);
	}

	return out && fclose(out) == 0 ? 0 : 1;
}
