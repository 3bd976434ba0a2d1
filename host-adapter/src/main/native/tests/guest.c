/*
 * Is the library a good guest? One question per run, with the real library; GoodGuestIT asks them.
 * Prints "ok" or what is wrong; nothing else may appear on stdout.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* feenableexcept */
#endif
#include "zones.h"

#include <fenv.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <time.h>
#include <unistd.h>

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

/* ---- couplings ---- */

static void many_couplings_and_reopening(void) {
    ck_coupling *coupling[8];
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 8; i++) coupling[i] = open_or_exit(NULL, 1);
        for (int i = 0; i < 8; i++) one_step(coupling[i], 1);
        ck_recoil_t recoil[8];
        for (int i = 0; i < 8; i++) {
            recoil[i].struct_size = sizeof recoil[i];
            CHECK(ck_recoil(coupling[i], &recoil[i]) == CK_OK && recoil[i].steps == 1);
            CHECK(recoil[i].momentum[2] != 0 && memcmp(recoil[i].momentum, recoil[0].momentum, sizeof recoil[0].momentum) == 0);
            CHECK(ck_close(coupling[i]) == CK_OK);
            CHECK(ck_close(coupling[i]) == CK_ESTATE);
        }
    }
}

static void refuses_another_tree(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1), *other;
    ck_open_args args = {.struct_size = sizeof args, .home = "/nowhere"};
    CHECK_FAILS(ck_open(&args, &other), CK_EARG, "/nowhere is not an installed tree");
    args = (ck_open_args){.struct_size = sizeof args, .config = "{\"sauce\": 1}"};
    CHECK_FAILS(ck_open(&args, &other), CK_EARG, "sauce");
    args = (ck_open_args){.struct_size = sizeof args, .config = "{\"source\": \"none\", \"without-source\": \"fail\"}"};
    if (ck_open(&args, &other) == CK_OK) { /* the source is looked for at the first step */
        CHECK_FAILS(ck_begin(other, 1, 0, 1e-3), CK_ESOURCE, "none");
        CHECK(ck_close(other) == CK_OK);
    }
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- order of calls and arguments, with Java ---- */

static void wrong_calls_give_codes(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK_FAILS(evaluate(coupling, 0, N, 1), CK_ESTATE, "begin");
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "begin");
    CHECK_FAILS(ck_rollback(coupling), CK_ESTATE, "begin");
    CHECK_FAILS(ck_set_dt(coupling, 1), CK_ESTATE, "begin");
    CHECK(ck_begin(coupling, 1, 0, 0) == CK_OK);
    ck_view view = column(mu_e, 0, N);
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 1, &field[1], &view, NULL), CK_EFIELD, ""); /* required fields are missing */
    CHECK(ck_rollback(coupling) == CK_OK && ck_begin(coupling, 1, 0, 0) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "dt");
    CHECK_FAILS(evaluate(coupling, 0, N, 1e9), CK_EARG, "weight");
    CHECK_FAILS(ck_use(coupling, ""), CK_EARG, "empty");
    CHECK(ck_rollback(coupling) == CK_OK);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.steps == 0);
    CHECK(ck_use(coupling, "isotropic") == CK_OK);
    one_step(coupling, 2);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.steps == 1 && recoil.momentum[2] == 0);
    CHECK(ck_use(coupling, "chiral") == CK_OK);
    one_step(coupling, 3);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.steps == 2 && recoil.momentum[2] != 0);
    CHECK(ck_close(coupling) == CK_OK);
}

static void late_dt_rollback_and_stages(void) {
    ck_coupling *coupling[3];
    ck_recoil_t recoil[3];
    for (int way = 0; way < 3; way++) coupling[way] = open_or_exit(NULL, 1);
    one_step(coupling[0], 1);
    /* dt late, after a retry with another dt and a rollback; a predictor of weight 0 */
    CHECK(ck_begin(coupling[1], 1, 0, 2e-3) == CK_OK && evaluate(coupling[1], 0, N, 1) == CK_OK);
    CHECK(ck_begin(coupling[1], 1, 0, 0) == CK_OK && evaluate(coupling[1], 0, N, 1) == CK_OK && ck_rollback(coupling[1]) == CK_OK);
    CHECK(ck_begin(coupling[1], 1, 0, 0) == CK_OK && evaluate(coupling[1], 0, N, 0) == CK_OK && evaluate(coupling[1], 0, N, 1) == CK_OK);
    CHECK(ck_set_dt(coupling[1], 1e-3) == CK_OK && ck_commit(coupling[1]) == CK_OK);
    /* two halves, in blocks of odd sizes in the other order */
    CHECK(ck_begin(coupling[2], 1, 0, 1e-3) == CK_OK);
    for (int half = 0; half < 2; half++) {
        for (int64_t end = N; end > 0; end -= 371) CHECK(evaluate(coupling[2], end > 371 ? end - 371 : 0, end > 371 ? 371 : end, 0.5) == CK_OK);
    }
    CHECK(ck_commit(coupling[2]) == CK_OK);
    for (int way = 0; way < 3; way++) {
        recoil[way].struct_size = sizeof recoil[way];
        CHECK(ck_recoil(coupling[way], &recoil[way]) == CK_OK && memcmp(&recoil[way], &recoil[0], sizeof recoil[0]) == 0);
        CHECK(ck_close(coupling[way]) == CK_OK);
    }
    CHECK(recoil[0].momentum[2] != 0 && recoil[0].steps == 1);
}

static void retry_is_a_result(void) {
    ck_open_args args = {.struct_size = sizeof args, .can_retry = 1, .time_s = 0.5, .config = "{\"closures\": {\"chirality\": \"given\"}}"};
    ck_coupling *coupling;
    double rate[1], eta = 1e9, mu_5 = 5;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    int fields[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                    CK_MAGNETIC_DIFFUSIVITY, CK_AXIAL_CHEMICAL_POTENTIAL, CK_LARGEST_STABLE_RATE};
    ck_view view[] = {column(t, 0, 1), column(mu_e, 0, 1), column(mu_nu, 0, 1), column(b[0], 0, 1), column(curl[0], 0, 1),
                      column(&eta, 0, 1), column(&mu_5, 0, 1), column(rate, 0, 1)};
    ck_block_result result = {.struct_size = sizeof result};
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    CHECK(ck_evaluate(coupling, 0, 1, 8, fields, view, &result) == CK_OK);
    CHECK(result.dt_max > 0 && result.dt_max < 1); /* spin flips alone take 1e-13 s */
    CHECK(ck_commit(coupling) == CK_RETRY);
    ck_step_t step = {.struct_size = sizeof step};
    CHECK(ck_step(coupling, &step) == CK_OK && !step.committed && step.dt == 1 && step.dt_max == result.dt_max);
    CHECK(ck_begin(coupling, 1, 0, step.dt_max / 2) == CK_OK);
    CHECK(ck_evaluate(coupling, 0, 1, 8, fields, view, &result) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- memory layouts ---- */

/* Zones of a box of 8^4 that lie backwards along every axis. */
static ck_view backwards(void *last, int kind, int64_t component_stride) {
    int64_t s = kind == CK_F32 ? 4 : 8;
    return (ck_view){last, kind, 0, {8, 8, 8, 8}, {-s, -8 * s, -64 * s, -512 * s}, component_stride};
}

static void any_layout_gives_the_same_bits(void) {
    static double mu_back[2][N], b_back[3][N], area_back[3][N], flux_back[3][N], row[8];
    static float curl_back[3][N];
    ck_coupling *plain = open_or_exit(NULL, 1), *strange = open_or_exit(NULL, 1);
    for (int i = 0; i < N; i++) {
        t[i] = row[i % 8] = 8 + i % 8;
        int at = N - 1 - i;
        mu_back[0][at] = mu_e[i], mu_back[1][at] = mu_nu[i];
        for (int c = 0; c < 3; c++) b_back[c][at] = b[c][i], curl_back[c][at] = (float)curl[c][i], area_back[c][at] = area[c][i];
    }
    one_step(plain, 1);
    /* uniform by strides of 0; components one by one, of which B_y, zero everywhere, is not given; single precision */
    const int fields[] = {CK_TEMPERATURE,
                          CK_ELECTRON_CHEMICAL_POTENTIAL,
                          CK_NEUTRINO_CHEMICAL_POTENTIAL,
                          CK_COMPONENT(CK_MAGNETIC_FIELD, 0),
                          CK_COMPONENT(CK_MAGNETIC_FIELD, 2),
                          CK_VORTICITY,
                          CK_SURFACE_ELEMENT,
                          CK_COMPONENT(CK_NEUTRINO_FLUX, 2),
                          CK_COMPONENT(CK_NEUTRINO_FLUX, 0),
                          CK_COMPONENT(CK_NEUTRINO_FLUX, 1)};
    const ck_view views[] = {{row, CK_F64, 1, {8, 8, 8, 8}, {8, 0, 0, 0}, 0},
                             backwards(&mu_back[0][N - 1], CK_F64, 0),
                             backwards(&mu_back[1][N - 1], CK_F64, 0),
                             backwards(&b_back[0][N - 1], CK_F64, 0),
                             backwards(&b_back[2][N - 1], CK_F64, 0),
                             backwards(&curl_back[0][N - 1], CK_F32, 4 * N),
                             backwards(&area_back[0][N - 1], CK_F64, 8 * N),
                             backwards(&flux_back[2][N - 1], CK_F64, 0),
                             backwards(&flux_back[0][N - 1], CK_F64, 0),
                             backwards(&flux_back[1][N - 1], CK_F64, 0)};
    CHECK(ck_begin(strange, 1, 0, 1e-3) == CK_OK);
    CHECK(ck_evaluate(strange, 0, 1, sizeof fields / sizeof fields[0], fields, views, NULL) == CK_OK && ck_commit(strange) == CK_OK);
    int different = 0;
    for (int c = 0; c < 3; c++) {
        for (int i = 0; i < N; i++) different += memcmp(&flux[c][i], &flux_back[c][N - 1 - i], sizeof(double)) != 0;
    }
    CHECK(different == 0 && flux[2][1] != 0);
    CHECK(same_recoil(recoil_of(plain), recoil_of(strange)));
    CHECK(ck_close(plain) == CK_OK && ck_close(strange) == CK_OK);
}

/* ---- threads ---- */

typedef struct {
    ck_coupling *coupling;
    int64_t from, n;
} share;

static void *evaluate_share(void *argument) {
    share *s = argument;
    if (ck_begin(s->coupling, 1, 0, 1e-3) != CK_OK || evaluate(s->coupling, s->from, s->n, 1) != CK_OK) return argument;
    return NULL;
}

static void threads_give_the_same_bits(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1), *pooled = open_or_exit(NULL, 2);
    ck_recoil_t recoil = {.struct_size = sizeof recoil}, alone = recoil, together = recoil;
    one_step(coupling, 1);
    CHECK(ck_recoil(coupling, &alone) == CK_OK && ck_close(coupling) == CK_OK);
    one_step(pooled, 1);
    CHECK(ck_recoil(pooled, &together) == CK_OK && memcmp(&alone, &together, sizeof alone) == 0 && ck_close(pooled) == CK_OK);
    for (int round = 0; round < 50; round++) { /* fresh threads each time: attached and detached 200 times */
        coupling = open_or_exit(NULL, 1);
        pthread_t thread[4];
        share shares[4];
        void *failed;
        for (int i = 0; i < 4; i++) {
            shares[i] = (share){coupling, i * (N / 4), N / 4};
            CHECK(pthread_create(&thread[i], NULL, evaluate_share, &shares[i]) == 0);
        }
        for (int i = 0; i < 4; i++) CHECK(pthread_join(thread[i], &failed) == 0 && failed == NULL);
        ck_step_t step = {.struct_size = sizeof step};
        CHECK(ck_commit(coupling) == CK_OK && ck_recoil(coupling, &together) == CK_OK);
        CHECK(ck_step(coupling, &step) == CK_OK && !step.source_absent);
        CHECK(memcmp(&alone, &together, sizeof alone) == 0);
        CHECK(ck_close(coupling) == CK_OK);
    }
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

static void memory_does_not_grow(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    long before = 0;
    for (int i = 0; i < 1000000; i++) {
        if (i % 100 == 0 && i > 0 && ck_commit(coupling) != CK_OK) break;
        if (i % 100 == 0 && ck_begin(coupling, i / 100, 0, 1e-3) != CK_OK) break;
        if (evaluate(coupling, i % 64, 1 + i % 5, 1) != CK_OK) break;
        if (i == 200000) before = resident_kilobytes(); /* compilers are done, caches are full */
    }
    int64_t calls = 0;
    CHECK(ck_commit(coupling) == CK_OK && ck_timing(coupling, NULL, &calls) == CK_OK && calls == 1000000);
    long growth = resident_kilobytes() - before;
    fprintf(stderr, "growth in 8e5 calls: %ld kB of %ld kB\n", growth, before);
    CHECK(growth < 4096);
    CHECK(ck_close(coupling) == CK_OK);
}

static void calls_are_cheap(void) {
    double start = seconds();
    ck_coupling *coupling = open_or_exit(NULL, 1);
    double opened = seconds();
    ck_view empty = {t, CK_F64, 1, {0}, {8}, 0};
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    double best_empty = 1, best_zone = 1, best_small = 1;
    for (int round = 0; round < 40; round++) {
        double from = seconds();
        for (int i = 0; i < 10000; i++) ck_evaluate(coupling, 0, 1, 1, (int[]){CK_TEMPERATURE}, &empty, NULL);
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

static void never_closes(void) { one_step(open_or_exit(NULL, 1), 1); }

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        void (*run)(void);
    } questions[] = {
        {"leaves-the-process-as-it-was", leaves_the_process_as_it_was},
        {"same-bits-in-any-floating-point-environment", same_bits_in_any_floating_point_environment},
        {"many-couplings-and-reopening", many_couplings_and_reopening},
        {"refuses-another-tree", refuses_another_tree},
        {"wrong-calls-give-codes", wrong_calls_give_codes},
        {"late-dt-rollback-and-stages", late_dt_rollback_and_stages},
        {"retry-is-a-result", retry_is_a_result},
        {"any-layout-gives-the-same-bits", any_layout_gives_the_same_bits},
        {"threads-give-the-same-bits", threads_give_the_same_bits},
        {"works-deep-in-the-stack", works_deep_in_the_stack},
        {"memory-does-not-grow", memory_does_not_grow},
        {"calls-are-cheap", calls_are_cheap},
        {"wait-for-termination", wait_for_termination},
        {"says-which-java", says_which_java},
        {"never-closes", never_closes},
    };
    fill_zones();
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
        if (argc < 2) {
            fprintf(stderr, "%s\n", questions[i].name);
        } else if (strcmp(argv[1], questions[i].name) == 0) {
            questions[i].run();
            if (check_failures == 0) printf("ok\n");
            return check_failures != 0;
        }
    }
    return 2;
}
