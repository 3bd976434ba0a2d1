/* Zones for tests with either library: one array per component, every field that the default source reads. */
#ifndef ZONES_H
#define ZONES_H

#include "check.h"

#include <chiralkick.h>
#include <stdlib.h>

enum { N = 4096, FIELDS = 7 };
static double t[N], mu_e[N], mu_nu[N], b[3][N], curl[3][N], area[3][N], flux[3][N];
static const int field[FIELDS] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                                  CK_VORTICITY,   CK_SURFACE_ELEMENT,             CK_NEUTRINO_FLUX};

static inline ck_view column(double *first, int64_t from, int64_t n) { return (ck_view){first + from, CK_F64, 0, {n}, {8}, 8 * N, 0, {0}}; }

static inline void views_of(int64_t from, int64_t n, ck_view view[FIELDS]) {
    double *first[FIELDS] = {t, mu_e, mu_nu, b[0], curl[0], area[0], flux[0]};
    for (int i = 0; i < FIELDS; i++) view[i] = column(first[i], from, n);
}

/* Evaluates n zones as the block with the number of the first one. */
static inline int evaluate(ck_coupling *coupling, int64_t from, int64_t n, double weight) {
    ck_view view[FIELDS];
    views_of(from, n, view);
    return ck_evaluate(coupling, from, weight, FIELDS, field, view, NULL);
}

static inline void fill_zones(void) {
    for (int i = 0; i < N; i++) {
        t[i] = 8 + i % 7, mu_e[i] = 140 + i % 11, mu_nu[i] = 90 + i % 5;
        b[2][i] = 1e12 + 1e8 * i, b[0][i] = 1e9 * (i % 13), curl[2][i] = 1000 - i % 17;
        for (int c = 0; c < 3; c++) area[c][i] = 1e6 * (i + 1) / (c + 1);
    }
}

static inline ck_coupling *open_or_exit(const char *config, int threads) {
    ck_open_args args = {.struct_size = sizeof args, .config = config, .threads = threads};
    ck_coupling *coupling;
    if (ck_open(&args, &coupling) == CK_OK) return coupling;
    fprintf(stderr, "%s\n", ck_last_error(NULL));
    exit(3);
}

static inline void one_step(ck_coupling *coupling, int64_t step) {
    CHECK(ck_begin(coupling, step, 0, 1e-3) == CK_OK);
    CHECK(evaluate(coupling, 0, N, 1) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK);
}

static inline ck_recoil_t recoil_of(const ck_coupling *coupling) {
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_recoil(coupling, &recoil) == CK_OK);
    return recoil;
}

static inline int same_recoil(ck_recoil_t left, ck_recoil_t right) { return memcmp(&left, &right, sizeof left) == 0; }

#endif
