/* A host in C: 6 x 5 x 4 zones as an array of structures, two steps of a two-stage Runge-Kutta scheme. Prints the bits of the recoil. */
#include <chiralkick.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { NX = 6, NY = 5, NZ = 4 };
typedef struct { double t, mu_e, mu_nu, b[3]; float curl[3]; double area[3], flux[3]; } zone;
static zone zones[NZ][NY][NX];

static ck_view view(void *first, int kind, int64_t component_stride) {
    ck_view v = {first, kind, 0, {NX, NY, NZ}, {sizeof(zone), sizeof zones[0][0], sizeof zones[0]}, component_stride};
    return v;
}

static uint64_t bits(double value) {
    uint64_t word;
    memcpy(&word, &value, sizeof word);
    return word;
}

int main(int argc, char **argv) {
    for (int id = 0; id < NX * NY * NZ; id++) {
        int i = id % NX, j = id / NX % NY, k = id / (NX * NY);
        double area = 1e10 * (id + 1);
        zones[k][j][i] = (zone){8 + 0.25 * i, 140 + j, 90 + 2 * k, {0, 1e11 * j, 1e12 + 1e11 * i}, {0, 0.5f * j, 1000.0f + i},
                                {area, area / 2, area / 4}, {0}};
    }
    zone *z = &zones[0][0][0];
    int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                   CK_SURFACE_ELEMENT, CK_NEUTRINO_FLUX};
    ck_view views[] = {view(&z->t, CK_F64, 0),   view(&z->mu_e, CK_F64, 0), view(&z->mu_nu, CK_F64, 0), view(z->b, CK_F64, 8),
                       view(z->curl, CK_F32, 4), view(z->area, CK_F64, 8),  view(z->flux, CK_F64, 8)};
    ck_open_args args = {.struct_size = sizeof args, .config = argc > 1 ? argv[1] : NULL};
    ck_coupling *coupling;
    int code = ck_open(&args, &coupling);
    for (int step = 0; step < 2 && code == CK_OK; step++) {
        code = ck_begin(coupling, step, 1e-3 * step, 0);
        for (int stage = 0; stage < 2 && code == CK_OK; stage++) code = ck_evaluate(coupling, 0, 0.5, 7, field, views, NULL);
        if (code == CK_OK) code = ck_set_dt(coupling, 1e-3);
        if (code == CK_OK) code = ck_commit(coupling);
    }
    ck_recoil_t r = {.struct_size = sizeof r};
    if (code == CK_OK) code = ck_recoil(coupling, &r);
    if (code != CK_OK) return fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL)), 1;
    uint64_t flux = 0;
    for (int id = 0; id < NX * NY * NZ; id++) flux = (flux << 1 | flux >> 63) ^ bits(z[id].flux[0]) ^ bits(z[id].flux[1]) ^ bits(z[id].flux[2]);
    printf("momentum %016" PRIX64 " %016" PRIX64 " %016" PRIX64 "\n", bits(r.momentum[0]), bits(r.momentum[1]), bits(r.momentum[2]));
    printf("escaped %016" PRIX64 " %016" PRIX64 "\nflux %016" PRIX64 "\nsteps %" PRId64 "\n", bits(r.number), bits(r.energy), flux, r.steps);
    return ck_close(coupling) == CK_OK ? 0 : 1;
}
