/*
 * A host whose mechanism does not return, or ends the process; its arguments are the source and "watchdog-s". With the real library. Its log goes to stdout; when it
 * has a message of a mechanism that does not return the host, which cannot go on, ends with 7.
 */
#include <chiralkick.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { N = 8 };
static struct timespec begun;

static void print(int level, const char *message, void *context) {
    struct timespec now;
    (void)context;
    if (level < CK_LOG_WARNING) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds = (double)(now.tv_sec - begun.tv_sec) + 1e-9 * (double)(now.tv_nsec - begun.tv_nsec);
    printf("%s after %.1f s: %s\n", level == CK_LOG_ERROR ? "error" : "warning", seconds, message);
    fflush(stdout);
    if (strstr(message, "has not returned")) _exit(7);
}

int main(int argc, char **argv) {
    static double area[3][N], flux[3][N];
    static const int field[] = {CK_SURFACE_ELEMENT, CK_NEUTRINO_FLUX};
    const ck_view view[] = {{area[0], CK_F64, 0, {N}, {8}, 8 * N, 0, {0}}, {flux[0], CK_F64, 0, {N}, {8}, 8 * N, 0, {0}}};
    char config[256];
    ck_open_args args = {.struct_size = sizeof args, .config = config, .log = print};
    ck_coupling *coupling;
    if (argc < 3) return 2;
    snprintf(config, sizeof config, "{\"source\": \"%s\", \"watchdog-s\": %s}", argv[1], argv[2]);
    for (int i = 0; i < N; i++) area[2][i] = 1e6;
    int code = ck_open(&args, &coupling);
    for (int step = 1; step <= 100 && code == CK_OK; step++) {
        clock_gettime(CLOCK_MONOTONIC, &begun);
        code = ck_begin(coupling, step, 0, 1e-3);
        if (code == CK_OK) code = ck_evaluate(coupling, 0, 1, 2, field, view, NULL);
        if (code == CK_OK) code = ck_commit(coupling);
        if (code == CK_OK) printf("step %d\n", step);
        fflush(stdout);
    }
    fprintf(stderr, "%s\n", code == CK_OK ? "all steps are done" : ck_last_error(NULL));
    return 1;
}
