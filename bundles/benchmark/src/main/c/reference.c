/*
 * What a host's author would write in C instead of a coupling: the anomalous fluxes of the default closures, and the inversion
 * n -> mu, as plain loops for the compiler to vectorise. Reads the columns that the Java benchmarks use, so that both can be compared.
 *
 *   reference check FILE ZONES     reads 10 input columns from FILE, writes 12 flux columns behind them
 *   reference time                 prints lines "name value unit"
 *
 * Compile with gcc -O3 -march=native -ffast-math -pthread.
 */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PADDING = 56, INPUTS = 10, OUTPUTS = 12, COLUMNS = INPUTS + OUTPUTS };

static const double PI = 3.14159265358979323846, EB = 5.915714050161226e-15, HBAR = 6.582119569509066e-22,
                    NUMBER = 3.901766648306349e42, ENERGY = 6.251319355236928e36;

typedef const double *restrict in;
typedef double *restrict out;

/* mu of a Weyl species from its density: cube-root seed from the bits, Halley, closed form, Halley, Newton. */
static inline double potential(double n, double t) {
    double half = 3 / PI * fabs(n), a2 = t * t / 3, cube = half + sqrt(half * half + a2 * a2 * a2);
    int64_t bits;
    memcpy(&bits, &cube, 8);
    bits = bits / 3 + INT64_C(0x2A9F7893782DA1CE);
    double seed;
    memcpy(&seed, &bits, 8);
    double s3 = seed * seed * seed, u = seed * (s3 + 2 * cube) / (2 * s3 + cube), u2 = u * u, d = 6 / PI * n;
    double y = d * u2 / (u2 * (u2 + a2) + a2 * a2);
    double value = y * (y * y + t * t) - d, slope = 3 * y * y + t * t;
    y -= value * slope / (slope * slope - 3 * y * value);
    y -= (y * (y * y + t * t) - d) / (3 * y * y + t * t);
    return PI * y;
}

/* One zone with mu_eL = mu_eR = e; c holds its columns: T, mu_e, mu_5, mu_nu, B, curl v, then the four fluxes. */
#define ZONE(e)                                                                                                      \
    do {                                                                                                             \
        double mu = (e), nu = c3[i], w = PI * PI / 3 * c0[i] * c0[i], l2 = mu * mu + w, n2 = nu * nu + w;            \
        double l3 = mu * (l2 + 2 * w), n3 = nu * (n2 + 2 * w), q = 1 / (4 * PI * PI);                                \
        double f = l3 > 0 && n3 > 0 ? n3 / (l3 + n3) : 0, b = NUMBER * EB * q, v = -NUMBER * HBAR / 2 * q;           \
        double eb = ENERGY * EB * q / 2 * f * l2, ev = -ENERGY * HBAR / 2 / (6 * PI * PI) * (f * l3 + n3);           \
        double lv = v * n2, ab = 2 * b * mu, av = v * (2 * l2 + n2), nb = b * f * mu, nv = v * (f * l2 + n2);        \
        c10[i] += lv * c7[i];                                                                                        \
        c11[i] += lv * c8[i];                                                                                        \
        c12[i] += lv * c9[i];                                                                                        \
        c13[i] += ab * c4[i] + av * c7[i];                                                                           \
        c14[i] += ab * c5[i] + av * c8[i];                                                                           \
        c15[i] += ab * c6[i] + av * c9[i];                                                                           \
        c16[i] += nb * c4[i] + nv * c7[i];                                                                           \
        c17[i] += nb * c5[i] + nv * c8[i];                                                                           \
        c18[i] += nb * c6[i] + nv * c9[i];                                                                           \
        c19[i] += eb * c4[i] + ev * c7[i];                                                                           \
        c20[i] += eb * c5[i] + ev * c8[i];                                                                           \
        c21[i] += eb * c6[i] + ev * c9[i];                                                                           \
    } while (0)

#define PARAMETERS                                                                                                   \
    in c0, in c1, in c2, in c3, in c4, in c5, in c6, in c7, in c8, in c9, out c10, out c11, out c12, out c13, out c14, out c15, \
        out c16, out c17, out c18, out c19, out c20, out c21
#define ARGUMENTS(c)                                                                                                 \
    c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12], c[13], c[14], c[15], c[16], c[17], c[18], c[19], \
        c[20], c[21]

__attribute__((noipa)) static void balanced(long n, PARAMETERS) {
    (void)c2;
    for (long i = 0; i < n; i++) ZONE(c1[i]);
}

/* With a mu_5, washed out: mu_e from the mean density of both chiralities, in a loop of its own so that the other is vectorised. */
__attribute__((noipa)) static void washed_out(long n, out scratch, PARAMETERS) {
    for (long i = 0; i < n; i++) {
        double e = c1[i], a = c2[i], t = c0[i];
        scratch[i] = potential((e * (e * e + PI * PI * t * t) + 3 * e * a * a) / (6 * PI * PI), t);
    }
    for (long i = 0; i < n; i++) ZONE(scratch[i]);
}

/* From rho Ye, rho Ynu (as densities) and T: mu_e, mu_nu and the share. */
__attribute__((noipa)) static void inversion(long n, in electrons, in neutrinos, in t, out mu_e, out mu_nu, out share) {
    for (long i = 0; i < n; i++) {
        mu_e[i] = potential(electrons[i] / 2, t[i]);
        mu_nu[i] = potential(neutrinos[i], t[i]);
        double left = electrons[i] / 2, own = neutrinos[i];
        share[i] = left > 0 && own > 0 ? own / (left + own) : 0;
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* malloc, as a host does it: arrays start 16 bytes behind a page or a chunk. */
static double *column(long n, double value, double span) {
    double *c = malloc((size_t)(n + PADDING) * sizeof *c);
    if (!c) exit(2);
    for (long i = 0; i < n; i++) c[i] = value + span * (double)(i % 97) / 97;
    return c;
}

static void columns(long n, double **c) {
    static const double value[INPUTS] = {10, 120, 0.1, 70, 1e12, 2e12, -1e12, 100, 50, 1000};
    for (int j = 0; j < INPUTS; j++) c[j] = column(n, value[j], value[j] / 4);
    for (int j = INPUTS; j < COLUMNS; j++) c[j] = column(n, 0, 0);
}

typedef enum { BALANCED, WASHED_OUT, INVERSION, COPY } work;

typedef struct {
    work what;
    long n, blocks, rounds;
    double seconds;
    pthread_barrier_t *start;
} job;

static void do_work(work what, long n, double **c, double *scratch) {
    switch (what) {
        case BALANCED: balanced(n, ARGUMENTS(c)); break;
        case WASHED_OUT: washed_out(n, scratch, ARGUMENTS(c)); break;
        case INVERSION: inversion(n, c[1], c[3], c[0], c[10], c[11], c[12]); break;
        case COPY:
            for (int j = 0; j < COLUMNS / 2; j++) memcpy(c[INPUTS + 1 + j], c[j], (size_t)n * sizeof(double));
            break;
    }
}

/* Best of seven. */
static void *worker(void *argument) {
    job *j = argument;
    double ***c = malloc((size_t)j->blocks * sizeof *c), *scratch = column(j->n, 0, 0);
    for (long b = 0; b < j->blocks; b++) columns(j->n, c[b] = malloc(COLUMNS * sizeof **c));
    j->seconds = INFINITY;
    for (int repeat = 0; repeat < 7; repeat++) {
        if (j->start) pthread_barrier_wait(j->start);
        double begin = now();
        for (long r = 0; r < j->rounds; r++) {
            for (long b = 0; b < j->blocks; b++) do_work(j->what, j->n, c[b], scratch);
        }
        double took = now() - begin;
        if (took < j->seconds) j->seconds = took;
    }
    for (long b = 0; b < j->blocks; b++) {
        for (int k = 0; k < COLUMNS; k++) free(c[b][k]);
        free(c[b]);
    }
    free(scratch);
    free(c);
    return NULL;
}

static void measure(const char *name, work what, long n, long blocks, int threads) {
    long rounds = 4000000 / (n * blocks);
    job jobs[2];
    pthread_t thread[2];
    pthread_barrier_t start;
    pthread_barrier_init(&start, NULL, (unsigned)threads);
    for (int t = 0; t < threads; t++) {
        jobs[t] = (job){what, n, blocks, rounds < 1 ? 1 : rounds, 0, threads > 1 ? &start : NULL};
        if (pthread_create(&thread[t], NULL, worker, &jobs[t]) != 0) exit(2);
    }
    double slowest = 0;
    for (int t = 0; t < threads; t++) {
        pthread_join(thread[t], NULL);
        if (jobs[t].seconds > slowest) slowest = jobs[t].seconds;
    }
    pthread_barrier_destroy(&start);
    double zones = (double)n * (double)blocks * (double)jobs[0].rounds * threads;
    if (what == COPY) {
        printf("%s %.2f GB/s\n", name, zones * 8 * COLUMNS / slowest * 1e-9);
    } else {
        printf("%s %.3f ns/zone\n", name, slowest / zones * 1e9);
    }
}

static int check(const char *path, long n) {
    double *c[COLUMNS];
    FILE *file = fopen(path, "r+b");
    if (!file) return 2;
    for (int j = 0; j < COLUMNS; j++) c[j] = column(n, 0, 0);
    for (int j = 0; j < INPUTS; j++) {
        if (fread(c[j], sizeof(double), (size_t)n, file) != (size_t)n) return 2;
    }
    double *scratch = column(n, 0, 0);
    washed_out(n, scratch, ARGUMENTS(c));
    fseek(file, 0, SEEK_END);
    for (int j = INPUTS; j < COLUMNS; j++) fwrite(c[j], sizeof(double), (size_t)n, file);
    return fclose(file) == 0 ? 0 : 2;
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "check") == 0) return check(argv[2], atol(argv[3]));
    measure("kernel-512", BALANCED, 512, 1, 1);
    measure("kernel-4096", BALANCED, 4096, 1, 1);
    measure("kernel-4000000", BALANCED, 4096, 976, 1);
    measure("kernel-4000000-whole", BALANCED, 4000000, 1, 1);
    measure("kernel-4096-two-threads", BALANCED, 4096, 1, 2);
    measure("washed-out-512", WASHED_OUT, 512, 1, 1);
    measure("washed-out-4096", WASHED_OUT, 4096, 1, 1);
    measure("inversion-4096", INVERSION, 4096, 1, 1);
    measure("copy-4096", COPY, 4096, 1, 1);
    measure("copy-4000000", COPY, 4096, 976, 1);
    measure("copy-4000000-two-threads", COPY, 4096, 488, 2);
    return 0;
}
