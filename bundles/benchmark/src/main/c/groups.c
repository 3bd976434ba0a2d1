/*
 * The anomalous number and energy fluxes of nu_e and anti-nu_e in 20 energy groups, with the share of the default closures: what the author of
 * a transport code would write in C, by the same method as ours (quadrature in narrow groups, alternating sums in wide ones).
 *
 *   groups check FILE ZONES ROTATING   reads 10 input columns from FILE, writes 20 x 6 x 3 flux columns behind them
 *   groups time                        prints lines "name value unit", per zone and group
 *
 * Compile with gcc -O3 -march=native -ffast-math.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ZONES = 512, GROUPS = 20, INPUTS = 10, FLUXES = 6, NODES = 10, TERMS = 22 };

static const double PI = 3.14159265358979323846, EB = 5.915714050161226e-15, HBAR = 6.582119569509066e-22,
                    NUMBER = 3.901766648306349e42, ENERGY = 6.251319355236928e36, WIDTH = 15;

static double node[NODES], weight[NODES], first[TERMS], second[TERMS];

/* Gauss-Legendre nodes on (0, 1) by Newton's method. */
static void nodes(void) {
    for (int i = 0; i < NODES; i++) {
        double x = cos(PI * (i + 0.75) / (NODES + 0.5)), slope = 1;
        for (int step = 0; step < 20; step++) {
            double p = 1, q = 0;
            for (int j = 1; j <= NODES; j++) {
                double r = q;
                q = p;
                p = ((2 * j - 1) * x * q - (j - 1) * r) / j;
            }
            slope = NODES * (x * p - q) / (x * x - 1);
            x -= p / slope;
        }
        node[i] = (1 + x) / 2;
        weight[i] = 1 / ((1 - x * x) * slope * slope);
    }
}

/* sum_n (-1)^n z^n/(n + 1)^power as a polynomial: Cohen, Rodriguez Villegas, Zagier, Exp. Math. 9 (2000) 3. */
static void alternating(double *c, int power) {
    double growth = pow(3 + sqrt(8), TERMS), whole = (growth + 1 / growth) / 2, binomial = -1, rest = -whole;
    for (int n = 0; n < TERMS; n++) {
        rest = binomial - rest;
        c[n] = rest / whole / pow(n + 1, power);
        binomial *= (double)(n + TERMS) * (n - TERMS) / ((n + 0.5) * (n + 1));
    }
}

static inline void tail(double side, double edge, double mu, double t, double factor, double *m) {
    double z = exp(-side * (edge - mu) / t), a = 0, b = 0, step = side * t;
    for (int n = TERMS - 1; n >= 0; n--) a = a * z + first[n], b = b * z + second[n];
    double t0 = factor * t * log1p(z), t1 = factor * t * step * z * a, t2 = factor * t * step * step * 2 * z * b;
    m[0] += t0;
    m[1] += edge * t0 + t1;
    m[2] += edge * (edge * t0 + 2 * t1) + t2;
}

/* I_0, I_1, I_2 of a group. */
static inline void moments(double lower, double upper, double mu, double t, double *m) {
    double width = upper - lower;
    if (width < 2 * t) {
        double s0 = 0, s1 = 0, s2 = 0;
        for (int i = 0; i < NODES; i++) {
            double e = lower + width * node[i], f = weight[i] / (1 + exp((e - mu) / t));
            s0 += f, s1 += f * e, s2 += f * e * e;
        }
        m[0] = width * s0, m[1] = width * s1, m[2] = width * s2;
        return;
    }
    double middle = fmin(fmax(mu, lower), upper), w = middle - lower;
    m[0] = w, m[1] = w * (middle + lower) / 2, m[2] = w * (middle * middle + middle * lower + lower * lower) / 3;
    if (middle > lower) tail(-1, middle, mu, t, -1, m), tail(-1, lower, mu, t, 1, m);
    if (middle < upper) tail(1, middle, mu, t, 1, m), tail(1, upper, mu, t, -1, m);
}

__attribute__((noipa)) static void fluxes(long n, double *const *in, double *const *out, int rotating) {
    const double *t = in[0], *mu = in[1], *nu = in[3];
    const double b = NUMBER * EB / (4 * PI * PI), v = NUMBER * HBAR / 2 / (2 * PI * PI);
    const double be = ENERGY * EB / (4 * PI * PI), ve = ENERGY * HBAR / 2 / (2 * PI * PI);
    for (int group = 0; group < GROUPS; group++) {
        for (int kind = 0; kind < 2; kind++) {
            double *const *number = out + (group * FLUXES + 2 * kind) * 3, *const *energy = number + 3;
            double sign = kind == 0 ? 1 : -1, lower = group * WIDTH, upper = (group + 1) * WIDTH;
            for (long i = 0; i < n; i++) {
                double w = PI * PI * t[i] * t[i], l3 = mu[i] * (mu[i] * mu[i] + w), n3 = nu[i] * (nu[i] * nu[i] + w);
                double f = l3 > 0 && n3 > 0 ? n3 / (l3 + n3) : 0, left[3], own[3] = {0, 0, 0};
                moments(lower, upper, sign * mu[i], t[i], left);
                if (rotating) moments(lower, upper, sign * nu[i], t[i], own);
                for (int axis = 0; axis < 3; axis++) {
                    double field = in[4 + axis][i], curl = rotating ? in[7 + axis][i] : 0;
                    number[axis][i] += b * f * left[0] * field - sign * v * (f * left[1] + own[1]) * curl;
                    energy[axis][i] += be * f * left[1] * field - sign * ve * (f * left[2] + own[2]) * curl;
                }
            }
        }
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double *column(long n, double value, double span) {
    double *c = malloc((size_t)n * sizeof *c);
    if (!c) exit(2);
    for (long i = 0; i < n; i++) c[i] = value + span * (double)(i % 97) / 97;
    return c;
}

/* Best of seven. */
static void measure(const char *name, int rotating) {
    static const double value[INPUTS] = {10, 120, 0.1, 70, 1e12, 2e12, -1e12, 100, 50, 1000};
    double *in[INPUTS], *out[GROUPS * FLUXES * 3], best = INFINITY;
    for (int j = 0; j < INPUTS; j++) in[j] = column(ZONES, value[j], value[j] / 4);
    for (int j = 0; j < GROUPS * FLUXES * 3; j++) out[j] = column(ZONES, 0, 0);
    for (int repeat = 0; repeat < 7; repeat++) {
        double begin = now();
        for (int round = 0; round < 50; round++) fluxes(ZONES, in, out, rotating);
        double took = (now() - begin) / (50.0 * ZONES * GROUPS);
        if (took < best) best = took;
    }
    printf("%s %.3f ns/zone\n", name, best * 1e9);
}

static int check(const char *path, long n, int rotating) {
    double *in[INPUTS], *out[GROUPS * FLUXES * 3];
    FILE *file = fopen(path, "r+b");
    if (!file) return 2;
    for (int j = 0; j < INPUTS; j++) {
        in[j] = column(n, 0, 0);
        if (fread(in[j], sizeof(double), (size_t)n, file) != (size_t)n) return 2;
    }
    for (int j = 0; j < GROUPS * FLUXES * 3; j++) out[j] = column(n, 0, 0);
    fluxes(n, in, out, rotating);
    fseek(file, 0, SEEK_END);
    for (int j = 0; j < GROUPS * FLUXES * 3; j++) fwrite(out[j], sizeof(double), (size_t)n, file);
    return fclose(file) == 0 ? 0 : 2;
}

int main(int argc, char **argv) {
    nodes();
    alternating(first, 2);
    alternating(second, 3);
    if (argc == 5 && strcmp(argv[1], "check") == 0) return check(argv[2], atol(argv[3]), atoi(argv[4]));
    measure("groups", 0);
    measure("groups-rotating", 1);
    return 0;
}
