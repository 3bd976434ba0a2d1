/*
 * What a call costs a C host, and what share of a 3-D MHD step that is. Prints lines "name value unit".
 *
 * The MHD step is the least that a supernova code does: ideal MHD on 16^3 zones and 2 ghost zones, 8 variables, local Lax-Friedrichs
 * fluxes of linearly reconstructed states in three directions, van Leer's predictor and corrector, and in each of the two stages the
 * temperature of every zone from a tabulated equation of state. The predictor has weight 0 in the final state, so that only the corrector
 * evaluates. Real codes do several times as much: no constrained transport, no gravity, no neutrino transport here.
 */
#include <chiralkick.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N = 16, G = 2, M = N + 2 * G, ZONES = M * M * M, VARIABLES = 8 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static ck_coupling *coupling;

static void require(int code) {
    if (code == CK_OK) return;
    fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL));
    exit(1);
}

/* ---- the columns: contiguous doubles, and single precision with ghost zones ---- */

enum { FIELDS = 9 };
static const int field[FIELDS] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                                  CK_VORTICITY,   CK_LEPTON_FLUX, CK_AXIAL_FLUX, CK_NEUTRINO_FLUX, CK_NEUTRINO_ENERGY_FLUX};
static const int components[FIELDS] = {1, 1, 1, 3, 3, 3, 3, 3, 3};
static const double value[FIELDS] = {10, 120, 70, 1e12, 100, 0, 0, 0, 0};

static ck_view contiguous(int f) {
    double *base = malloc(sizeof(double) * N * N * N * (size_t)components[f]);
    for (int i = 0; i < N * N * N * components[f]; i++) base[i] = value[f] * (1 + (i % 97) / 388.0);
    return (ck_view){base, CK_F64, 0, {N, N, N}, {8, 8 * N, 8 * N * N}, 8 * N * N * N, 0, {0}};
}

static ck_view ghosted_single(int f) {
    float *base = malloc(sizeof(float) * ZONES * (size_t)components[f]);
    for (int i = 0; i < ZONES * components[f]; i++) base[i] = (float)(value[f] * (1 + (i % 97) / 388.0));
    return (ck_view){base + G * (1 + M + M * M), CK_F32, 0, {N, N, N}, {4, 4 * M, 4 * M * M}, 4 * ZONES, 0, {0}};
}

/* Seconds per call after the vector loops have taken over, with CHIRALKICK_JVM_OPTIONS=-Dchiralkick.vector.after=10000000; the best of many short rounds, because a longer one would
 * rarely be left alone by other processes. */
static double evaluation(int fields, const ck_view *views) {
    enum { WARM_UP = 10000, ROUNDS = 400, CALLS = 10 };
    double best = INFINITY;
    for (int i = 0; i < WARM_UP; i++) require(ck_evaluate(coupling, 0, 1, fields, field, views, NULL));
    for (int round = 0; round < ROUNDS; round++) {
        double begin = now();
        for (int i = 0; i < CALLS; i++) require(ck_evaluate(coupling, 0, 1, fields, field, views, NULL));
        double took = (now() - begin) / CALLS;
        if (took < best) best = took;
    }
    return best;
}

/* ---- a small MHD host ---- */

static double u[VARIABLES][ZONES], old[VARIABLES][ZONES], rate[VARIABLES][ZONES];

/* rho, momentum, energy, B in units of their own; the flux of a state along an axis. */
static void flux_of(const double s[VARIABLES], int axis, double f[VARIABLES]) {
    double v[3] = {s[1] / s[0], s[2] / s[0], s[3] / s[0]};
    double b2 = s[5] * s[5] + s[6] * s[6] + s[7] * s[7], kinetic = 0.5 * s[0] * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    double total = (s[4] - kinetic - 0.5 * b2) * (2.0 / 3) + 0.5 * b2, vb = v[0] * s[5] + v[1] * s[6] + v[2] * s[7];
    f[0] = s[1 + axis];
    for (int k = 0; k < 3; k++) {
        f[1 + k] = s[1 + k] * v[axis] - s[5 + axis] * s[5 + k] + (k == axis ? total : 0);
        f[5 + k] = v[axis] * s[5 + k] - v[k] * s[5 + axis];
    }
    f[4] = (s[4] + total) * v[axis] - s[5 + axis] * vb;
}

static double limited(double a, double b) { return a * b <= 0 ? 0 : fabs(a) < fabs(b) ? a : b; }

static void find_rate(void) {
    static const int stride[3] = {1, M, M * M};
    memset(rate, 0, sizeof rate);
    for (int axis = 0; axis < 3; axis++) {
        int d = stride[axis];
        for (int k = G - 1; k < M - G; k++) {
            for (int j = G - 1; j < M - G; j++) {
                for (int i = G - 1; i < M - G; i++) {
                    int z = i + M * j + M * M * k;
                    double l[VARIABLES], r[VARIABLES], fl[VARIABLES], fr[VARIABLES];
                    for (int q = 0; q < VARIABLES; q++) {
                        const double *s = &u[q][z];
                        l[q] = s[0] + 0.5 * limited(s[0] - s[-d], s[d] - s[0]);
                        r[q] = s[d] - 0.5 * limited(s[d] - s[0], s[2 * d] - s[d]);
                    }
                    flux_of(l, axis, fl);
                    flux_of(r, axis, fr);
                    double b2 = l[5] * l[5] + l[6] * l[6] + l[7] * l[7];
                    double speed = fabs(l[1 + axis] / l[0]) + sqrt((b2 + 2 * l[4]) / l[0]);
                    for (int q = 0; q < VARIABLES; q++) {
                        double flux = 0.5 * (fl[q] + fr[q] - speed * (r[q] - l[q]));
                        rate[q][z] -= flux;
                        rate[q][z + d] += flux;
                    }
                }
            }
        }
    }
}

static void stage(double dt) {
    find_rate();
    for (int q = 0; q < VARIABLES; q++) {
        for (int z = 0; z < ZONES; z++) u[q][z] += dt * rate[q][z];
    }
}

/* ---- a tabulated equation of state: log of specific energy and pressure on (log rho, log T, Y_e) ---- */

enum { RHO = 100, TEMPERATURE = 60, FRACTION = 30 };
static double table[2][RHO][TEMPERATURE][FRACTION];
static double heat[ZONES]; /* log T of a zone: where the next search begins */

static void make_table(void) {
    for (int r = 0; r < RHO; r++) for (int t = 0; t < TEMPERATURE; t++) for (int y = 0; y < FRACTION; y++) {
        double rho = pow(10, -2 + 4.0 * r / (RHO - 1)), kt = pow(10, -2 + 4.0 * t / (TEMPERATURE - 1)), ye = 0.05 + 0.5 * y / (FRACTION - 1);
        double cold = pow(rho, 2.0 / 3) * pow(ye, 5.0 / 3), energy = cold + 1.5 * kt + 0.1 * kt * kt * kt * kt / rho;
        table[0][r][t][y] = log10(energy);
        table[1][r][t][y] = log10(rho * energy * 2 / 3);
    }
}

/* Trilinear; the slope along log T as well. */
static double look_up(int which, double r, double t, double y, double *slope) {
    int i = (int)r, j = (int)t, k = (int)y;
    i = i < 0 ? 0 : i > RHO - 2 ? RHO - 2 : i;
    j = j < 0 ? 0 : j > TEMPERATURE - 2 ? TEMPERATURE - 2 : j;
    k = k < 0 ? 0 : k > FRACTION - 2 ? FRACTION - 2 : k;
    double a = r - i, b = y - k, side[2];
    for (int n = 0; n < 2; n++) {
        const double *low = table[which][i][j + n], *high = table[which][i + 1][j + n];
        side[n] = (1 - a) * ((1 - b) * low[k] + b * low[k + 1]) + a * ((1 - b) * high[k] + b * high[k + 1]);
    }
    *slope = side[1] - side[0];
    return side[0] + (t - j) * *slope;
}

/* Pressure of every zone from density, internal energy and composition; Newton's method for T, as codes do it. */
static double sum_of_pressures(void) {
    double sum = 0, slope;
    for (int k = G; k < M - G; k++) for (int j = G; j < M - G; j++) for (int i = G; i < M - G; i++) {
        int z = i + M * j + M * M * k;
        double kinetic = 0.5 * (u[1][z] * u[1][z] + u[2][z] * u[2][z] + u[3][z] * u[3][z]) / u[0][z];
        double magnetic = 0.5 * (u[5][z] * u[5][z] + u[6][z] * u[6][z] + u[7][z] * u[7][z]);
        double energy = log10((u[4][z] - kinetic - magnetic) / u[0][z]), y = (0.25 - 0.05) / 0.5 * (FRACTION - 1);
        double r = (log10(u[0][z]) + 2) / 4 * (RHO - 1), t = heat[z];
        for (int n = 0; n < 20; n++) {
            double change = (energy - look_up(0, r, t, y, &slope)) / slope;
            t += change;
            if (fabs(change) < 1e-8) break;
        }
        heat[z] = t;
        sum += pow(10, look_up(1, r, t, y, &slope));
    }
    return sum;
}

/* ---- its steps ---- */

static double pressures; /* printed, so that nothing is left out by the compiler */

static void start_mhd(void) {
    static const double state[VARIABLES] = {1, 0.1, 0, 0.05, 2, 0.1, 0.2, 0.1};
    for (int q = 0; q < VARIABLES; q++) {
        for (int z = 0; z < ZONES; z++) u[q][z] = state[q] * (1 + 0.001 * (z % 7));
    }
    for (int z = 0; z < ZONES; z++) heat[z] = TEMPERATURE / 2;
    pressures += sum_of_pressures();
}

/* Seconds per step of two stages; the coupling gets the host's arrays with their ghost zones in the second, or in both. */
static double mhd_step(const ck_view *views, bool both) {
    enum { ROUNDS = 60, STEPS = 4 };
    double best = INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
        start_mhd();
        double begin = now();
        for (int step = 0; step < STEPS; step++) {
            if (views) require(ck_begin(coupling, 1000 * round + step, 1e-3 * step, 1e-3));
            memcpy(old, u, sizeof u);
            stage(0.5e-4);
            pressures += sum_of_pressures();
            if (views && both) require(ck_evaluate(coupling, 0, 0.5, FIELDS, field, views, NULL));
            find_rate(); /* of the state in the middle, for the whole step */
            for (int q = 0; q < VARIABLES; q++) {
                for (int z = 0; z < ZONES; z++) u[q][z] = old[q][z] + 1e-4 * rate[q][z];
            }
            pressures += sum_of_pressures();
            if (views) require(ck_evaluate(coupling, 0, both ? 0.5 : 1, FIELDS, field, views, NULL));
            if (views) require(ck_commit(coupling));
        }
        double took = (now() - begin) / STEPS;
        if (took < best) best = took;
    }
    return best;
}

int main(void) {
    ck_open_args args = {.struct_size = sizeof args, .mass_g = 1, .length_cm = 1};
    args.config = "{\"source\": \"chiral\"}";
    require(ck_open(&args, &coupling));
    ck_view lent[FIELDS], single[FIELDS];
    for (int f = 0; f < FIELDS; f++) {
        lent[f] = contiguous(f);
        single[f] = ghosted_single(f);
    }
    require(ck_begin(coupling, 0, 0, 1e-3));
    ck_view empty[1] = {lent[0]};
    empty[0].n[0] = 0;
    printf("block-16x16x16 %.2f us\n", evaluation(FIELDS, lent) * 1e6);
    for (int f = 5; f < FIELDS; f++) single[f] = lent[f]; /* fluxes in cgs do not fit into single precision */
    printf("block-16x16x16-single-ghosted %.2f us\n", evaluation(FIELDS, single) * 1e6);
    printf("empty-call %.3f us\n", evaluation(1, empty) * 1e6);
    require(ck_rollback(coupling));
    make_table();
    double alone = mhd_step(NULL, false), coupled = mhd_step(single, false), twice = mhd_step(single, true);
    printf("mhd-step-alone %.2f us\nmhd-step-coupled %.2f us\nmhd-step-coupled-twice %.2f us\n", alone * 1e6, coupled * 1e6, twice * 1e6);
    printf("mhd-checksum %.6e\n", pressures);
    return ck_close(coupling) == CK_OK ? 0 : 1;
}
