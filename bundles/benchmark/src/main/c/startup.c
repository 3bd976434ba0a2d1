/*
 * What embedding costs a native host: start-up, memory, and the price of one call. Prints lines "name value unit".
 *
 *   gcc -O2 startup.c $(pkg-config --cflags --libs chiralkick) -o startup && ./startup [RUNS]
 *
 * Each start is a process of its own (a second Java VM in one process is impossible); medians of RUNS (7), the first not counted, so
 * that all files are in the system's cache. With the archive: a first start with CHIRALKICK_CDS makes it in a temporary folder.
 */
#include <chiralkick.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N = 4096, MOST = 99 };
static double t[N], mu_e[N], mu_nu[N], b[3][N], curl[3][N], area[3][N], flux[3][N];
static const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                            CK_VORTICITY,   CK_SURFACE_ELEMENT,             CK_NEUTRINO_FLUX};

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double resident_mb(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

static void must(int code) {
    if (code == CK_OK) return;
    fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL));
    exit(1);
}

static void evaluate(ck_coupling *coupling, int64_t zones, double weight) {
    double *const column[] = {t, mu_e, mu_nu, b[0], curl[0], area[0], flux[0]};
    ck_view view[7];
    for (int i = 0; i < 7; i++) view[i] = (ck_view){column[i], CK_F64, 0, {zones}, {8}, 8 * N, 0, {0}};
    must(ck_evaluate(coupling, 0, weight, 7, field, view, NULL));
}

static ck_coupling *open_one(void) {
    ck_open_args args = {.struct_size = sizeof args};
    ck_coupling *coupling;
    must(ck_open(&args, &coupling));
    return coupling;
}

static void fill_zones(void) {
    for (int i = 0; i < N; i++) {
        t[i] = 8 + i % 7, mu_e[i] = 140 + i % 11, mu_nu[i] = 90 + i % 5;
        b[2][i] = 1e12 + 1e8 * i, curl[2][i] = 1000 - i % 17, area[2][i] = 1e6 * (i + 1);
    }
}

/* ---- one start ---- */

typedef struct {
    double open_s, fluxes_s, resident_mb;
} start_cost;

static start_cost one_start(double launched) {
    fill_zones();
    double memory = resident_mb(), begun = seconds();
    ck_coupling *coupling = open_one();
    start_cost cost = {.open_s = seconds() - begun};
    must(ck_begin(coupling, 0, 0, 1e-3));
    evaluate(coupling, N, 1);
    must(ck_commit(coupling));
    cost.fluxes_s = seconds() - launched;
    cost.resident_mb = resident_mb() - memory;
    if (flux[2][0] == 0) exit(2);
    return cost;
}

/* A fresh process that starts once and hands its cost back through a pipe. */
static start_cost fresh_start(const char *self) {
    int ends[2];
    start_cost cost;
    if (pipe(ends) != 0) exit(1);
    char when[64];
    snprintf(when, sizeof when, "%.9f", seconds());
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], 1);
        execl(self, self, "--start", when, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    ssize_t got = read(ends[0], &cost, sizeof cost);
    close(ends[0]);
    int status;
    if (waitpid(child, &status, 0) != child || status != 0 || got != sizeof cost) exit(1);
    return cost;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, ascending);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static void starts(const char *self, int runs, const char *how) {
    double open_s[MOST], fluxes_s[MOST], memory[MOST];
    fresh_start(self);
    for (int i = 0; i < runs; i++) {
        start_cost cost = fresh_start(self);
        open_s[i] = cost.open_s, fluxes_s[i] = cost.fluxes_s, memory[i] = cost.resident_mb;
    }
    printf("ck_open_%s %.3f s\n", how, median(open_s, runs));
    printf("first_fluxes_%s %.3f s\n", how, median(fluxes_s, runs));
    printf("resident_%s %.1f MB\n", how, median(memory, runs));
}

/* ---- calls ---- */

static void calls(const char *name, ck_coupling *coupling, int64_t zones, int count, int rounds) {
    double each[MOST];
    for (int i = 0; i < 200000 && i < 100000000 / (zones + 100); i++) evaluate(coupling, zones, 0); /* compiled by then */
    for (int round = 0; round < rounds; round++) {
        double begun = seconds();
        for (int i = 0; i < count; i++) evaluate(coupling, zones, 0);
        each[round] = 1e6 * (seconds() - begun) / count;
    }
    printf("%s %.3f us\n", name, median(each, rounds));
}

int main(int count, char **argument) {
    if (count == 3 && strcmp(argument[1], "--start") == 0) {
        start_cost cost = one_start(atof(argument[2]));
        return write(1, &cost, sizeof cost) == sizeof cost ? 0 : 1;
    }
    int runs = count > 1 ? atoi(argument[1]) : 7;
    if (runs < 1 || runs > MOST) return 2;
    unsetenv("CHIRALKICK_CDS");
    starts("/proc/self/exe", runs, "plain");
    char folder[] = "/tmp/chiralkick-bench-XXXXXX", archive[64];
    struct stat file;
    if (!mkdtemp(folder)) return 1;
    snprintf(archive, sizeof archive, "%s/start.jsa", folder);
    setenv("CHIRALKICK_CDS", archive, 1);
    starts("/proc/self/exe", runs, "archive");
    if (stat(archive, &file) == 0) printf("archive_size %.1f MB\n", (double)file.st_size / 1e6);
    unlink(archive);
    rmdir(folder);
    unsetenv("CHIRALKICK_CDS");
    fill_zones();
    ck_coupling *coupling = open_one();
    must(ck_begin(coupling, 0, 0, 1e-3));
    calls("evaluate_0_zones", coupling, 0, 100000, 9);
    calls("evaluate_1_zone", coupling, 1, 100000, 9);
    calls("evaluate_4096_zones", coupling, 4096, 1000, 9);
    must(ck_close(coupling));
    return 0;
}
