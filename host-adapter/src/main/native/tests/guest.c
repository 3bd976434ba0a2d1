/*
 * Is the library a good guest? One question per run, with the real library; GoodGuestIT asks them.
 * Prints "ok" or what is wrong; nothing else may appear on stdout.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* feenableexcept */
#endif
#include "questions.h"
#include "zones.h"

#include <fenv.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#ifndef SMALL_STACK
#define SMALL_STACK (512 << 10) /* smaller ones are tried by hand: 192 kB is enough */
#endif

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* ---- the process as it was ---- */

static volatile sig_atomic_t caught;
static pthread_t host_thread;

/* Handlers must run on the host's thread: the library's threads take no signals. */
static void catch_signal(int number) { caught = pthread_equal(pthread_self(), host_thread) ? number : -number; }

/* By these a batch system or a host asks for something; the last one is also taken by Java's own libraries. */
static int host_signals(int signals[16]) {
    static const int all[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGXCPU, SIGCHLD, SIGTSTP};
    int count = sizeof all / sizeof all[0];
    memcpy(signals, all, sizeof all);
    signals[count++] = SIGRTMIN + 1;
    signals[count++] = SIGRTMAX - 2;
    return count;
}

static bool same_action(const struct sigaction *left, const struct sigaction *right) {
    bool same = left->sa_sigaction == right->sa_sigaction && left->sa_flags == right->sa_flags;
    for (int i = 1; i <= SIGRTMAX; i++) same = same && sigismember(&left->sa_mask, i) == sigismember(&right->sa_mask, i);
    return same;
}

static void leaves_the_process_as_it_was(void) {
    char folder[2][4096];
    int signals[16], count = host_signals(signals);
    struct sigaction action[16], now;
    sigset_t mask[2], none;
    sigemptyset(&none); /* a parent in Java hands down a blocked SIGQUIT */
    pthread_sigmask(SIG_SETMASK, &none, NULL);
    host_thread = pthread_self();
    for (int i = 0; i < count; i++) {
        signal(signals[i], catch_signal);
        CHECK(sigaction(signals[i], NULL, &action[i]) == 0);
    }
    setlocale(LC_ALL, "C");
    fesetround(FE_UPWARD);
    feclearexcept(FE_ALL_EXCEPT);
    feraiseexcept(FE_UNDERFLOW);
    CHECK(getcwd(folder[0], sizeof folder[0]) != NULL);
    pthread_sigmask(SIG_SETMASK, NULL, &mask[0]);
    ck_coupling *coupling = open_or_exit(NULL, 2);
    one_step(coupling, 1);
    CHECK(fegetround() == FE_UPWARD);
    CHECK(fetestexcept(FE_ALL_EXCEPT) == FE_UNDERFLOW);
    fesetround(FE_TONEAREST);
    CHECK(strcmp(setlocale(LC_ALL, NULL), "C") == 0);
    CHECK(getcwd(folder[1], sizeof folder[1]) != NULL && strcmp(folder[0], folder[1]) == 0);
    pthread_sigmask(SIG_SETMASK, NULL, &mask[1]);
    CHECK(memcmp(&mask[0], &mask[1], sizeof mask[0]) == 0);
    for (int i = 0; i < count; i++) {
        CHECK(sigaction(signals[i], NULL, &now) == 0 && same_action(&now, &action[i]));
        caught = 0;
        kill(getpid(), signals[i]); /* to the process: no thread of the library or the VM may take it */
        for (int wait = 0; wait < 1000 && !caught; wait++) usleep(1000);
        CHECK(caught == signals[i]);
    }
    CHECK(getenv("_JAVA_SR_SIGNUM") == NULL);
    CHECK(ck_close(coupling) == CK_OK);
}

/* The same bits with other rounding, traps and flush-to-zero of the host. */
static void same_bits_in_any_floating_point_environment(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    static double first[3][N];
    one_step(coupling, 1);
    memcpy(first, flux, sizeof flux);
    for (int round = 0; round < 2; round++) {
        memset(flux, 0, sizeof flux);
        fesetround(round ? FE_TOWARDZERO : FE_UPWARD);
        feenableexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW | FE_UNDERFLOW | FE_INEXACT);
        int code = ck_begin(coupling, 2 + round, 0, 1e-3);
        if (code == CK_OK) code = evaluate(coupling, 0, N, 1);
        if (code == CK_OK) code = ck_rollback(coupling);
        fedisableexcept(FE_ALL_EXCEPT);
        fesetround(FE_TONEAREST);
        CHECK(code == CK_OK);
        CHECK(memcmp(first, flux, sizeof flux) == 0);
    }
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- stack, memory, time ---- */

static int deep(ck_coupling *coupling, int depth) { /* Fortran hosts keep large arrays on the stack */
    volatile char room[65536];
    room[0] = (char)depth;
    room[sizeof room - 1] = (char)depth;
    int code = depth > 0 ? deep(coupling, depth - 1) : evaluate(coupling, 0, N, 1);
    return code + room[0] - room[sizeof room - 1];
}

static void works_deep_in_the_stack(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    CHECK(deep(coupling, 6 * 16) == CK_OK); /* 6 MiB of the usual 8 */
    CHECK(ck_commit(coupling) == CK_OK && ck_close(coupling) == CK_OK);
}

static long resident_kilobytes(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/* What leaks grows with the calls, window after window; what a late compilation takes is taken once. So the window that grew most is
   left out, and the others are held to the same growth per call: 4096 kB in 8e5. */
enum { WARM_CALLS = 200000, WINDOWS = 8, WINDOW_CALLS = 100000 };

static void memory_does_not_grow(void) {
    ck_coupling *coupling = open_or_exit("{\"weights\": \"free\"}", 1);
    const int all = WARM_CALLS + WINDOWS * WINDOW_CALLS;
    long before = 0, last = 0, most = 0;
    for (int i = 0; i < all; i++) {
        if (i % 100 == 0 && i > 0 && ck_commit(coupling) != CK_OK) break;
        if (i % 100 == 0 && ck_begin(coupling, i / 100, 0, 1e-3) != CK_OK) break;
        if (evaluate(coupling, i % 64, 1 + i % 5, 1) != CK_OK) break;
        int calls = i + 1;
        if (calls < WARM_CALLS || (calls - WARM_CALLS) % WINDOW_CALLS != 0) continue;
        long now = resident_kilobytes();
        if (calls == WARM_CALLS) before = now;
        else if (now - last > most) most = now - last;
        last = now;
    }
    int64_t calls = 0;
    CHECK(ck_commit(coupling) == CK_OK && ck_timing(coupling, NULL, &calls) == CK_OK && calls == all);
    long growth = last - before - most;
    fprintf(stderr, "growth in 8e5 calls: %ld kB of %ld kB, and %ld kB in one window\n", growth, before, most);
    CHECK(growth < 4096 * (WINDOWS - 1) / WINDOWS);
    CHECK(ck_close(coupling) == CK_OK);
}

static void calls_are_cheap(void) {
    double start = seconds();
    ck_coupling *coupling = open_or_exit(NULL, 1);
    double opened = seconds();
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    double best_empty = 1, best_zone = 1, best_small = 1;
    for (int round = 0; round < 40; round++) {
        double from = seconds();
        for (int i = 0; i < 10000; i++) evaluate(coupling, 0, 0, 1);
        double middle = seconds();
        for (int i = 0; i < 20; i++) evaluate(coupling, 0, N, 1);
        double end = seconds();
        for (int i = 0; i < 5000; i++) evaluate(coupling, 0, 1, 1);
        double last = seconds();
        if ((middle - from) / 10000 < best_empty) best_empty = (middle - from) / 10000;
        if ((end - middle) / (20 * N) < best_zone) best_zone = (end - middle) / (20 * N);
        if ((last - end) / 5000 < best_small) best_small = (last - end) / 5000;
    }
    fprintf(stderr, "open %.3f s, empty call %.0f ns, call with one zone %.0f ns, zone %.1f ns\n", opened - start, 1e9 * best_empty,
            1e9 * best_small, 1e9 * best_zone);
    CHECK(best_empty < 1e-6);
    CHECK(ck_rollback(coupling) == CK_OK && ck_close(coupling) == CK_OK);
}

/* Waits for SIGTERM with a step in flight, then writes "checkpoint" and ends in order. */
static void wait_for_termination(void) {
    host_thread = pthread_self();
    signal(SIGTERM, catch_signal);
    ck_coupling *coupling = open_or_exit(NULL, 1);
    one_step(coupling, 1);
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK);
    fprintf(stderr, "ready\n");
    for (int wait = 0; wait < 30000 && !caught; wait++) usleep(1000);
    CHECK(caught == SIGTERM);
    CHECK(ck_rollback(coupling) == CK_OK);
}

static void log_to_stderr(int level, const char *message, void *context) {
    (void)level, (void)context;
    fprintf(stderr, "%s\n", message);
}

static void says_which_java(void) {
    ck_open_args args = {.struct_size = sizeof args, .log = log_to_stderr};
    ck_coupling *coupling;
    if (ck_open(&args, &coupling) != CK_OK) {
        fprintf(stderr, "%s\n", ck_last_error(NULL));
        exit(3);
    }
    CHECK(ck_close(coupling) == CK_OK);
}

static atomic_bool opened;

static void *write_lines(void *lines) {
    do {
        dprintf(STDERR_FILENO, "line %d\n", ++*(int *)lines);
        usleep(200);
    } while (!atomic_load(&opened));
    return NULL;
}

/* Java writes a warning of its own there when it starts, which the library keeps back; what the host writes meanwhile must not be lost. */
static void leaves_stderr_to_the_host(void) {
    pthread_t thread;
    int lines = 0;
    CHECK(pthread_create(&thread, NULL, write_lines, &lines) == 0);
    ck_coupling *coupling = open_or_exit(NULL, 1);
    atomic_store(&opened, true);
    CHECK(pthread_join(thread, NULL) == 0);
    dprintf(STDERR_FILENO, "%d lines\n", lines);
    one_step(coupling, 1);
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- faults of the host ---- */

static sigjmp_buf before_fault;
static volatile sig_atomic_t faults;

static void catch_fault(int number) {
    (void)number;
    faults++;
    siglongjmp(before_fault, 1);
}

/* A host's handler that was there before the first ck_open gets what is the host's own. */
static void hands_on_a_segmentation_fault(void) {
    signal(SIGSEGV, catch_fault);
    volatile char *page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ck_coupling *coupling = open_or_exit(NULL, 1);
    for (int step = 1; step <= 3; step++) {
        one_step(coupling, step);
        if (sigsetjmp(before_fault, 1) == 0) page[0] = 1;
        CHECK(faults == step);
    }
    CHECK(recoil_of(coupling).steps == 3 && ck_close(coupling) == CK_OK);
}

static void *step_of_a_thread(void *coupling) {
    one_step(coupling, 1);
    return NULL;
}

/* The stack that the header asks for. */
static void works_on_a_small_stack(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    pthread_attr_t small;
    pthread_t thread;
    CHECK(pthread_attr_init(&small) == 0 && pthread_attr_setstacksize(&small, SMALL_STACK) == 0);
    CHECK(pthread_create(&thread, &small, step_of_a_thread, coupling) == 0 && pthread_join(thread, NULL) == 0);
    CHECK(recoil_of(coupling).steps == 1 && ck_close(coupling) == CK_OK);
}

static void never_closes(void) { one_step(open_or_exit(NULL, 1), 1); }

int main(int argc, char **argv) {
    static const question questions[] = {
        {"leaves-the-process-as-it-was", leaves_the_process_as_it_was},
        {"same-bits-in-any-floating-point-environment", same_bits_in_any_floating_point_environment},
        {"works-deep-in-the-stack", works_deep_in_the_stack},
        {"memory-does-not-grow", memory_does_not_grow},
        {"calls-are-cheap", calls_are_cheap},
        {"wait-for-termination", wait_for_termination},
        {"says-which-java", says_which_java},
        {"hands-on-a-segmentation-fault", hands_on_a_segmentation_fault},
        {"works-on-a-small-stack", works_on_a_small_stack},
        {"never-closes", never_closes},
        {"leaves-stderr-to-the-host", leaves_stderr_to_the_host},
    };
    fill_zones();
    return answer(argc, argv, questions, sizeof questions / sizeof questions[0]);
}
