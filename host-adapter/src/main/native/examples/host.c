/* A host in C: 6 x 5 x 4 zones as an array of structures, two steps of a two-stage Runge-Kutta scheme.
 *   usage: host [--bits] [CONFIGURATION]    --bits prints numbers as their exact bits, which the tests compare */
#include <chiralkick.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { NX = 6, NY = 5, NZ = 4, ZONES = NX * NY * NZ };
typedef struct { double t, mu_e, mu_nu, b[3]; float curl[3]; double area[3], flux[3]; } zone; /* MeV, G, 1/s, cm^2; 1/(cm^2 s) */
static zone z[ZONES];

/* Where a field lies in the first zone; its neighbours in x, y and z lie one zone, one row and one layer further. */
static ck_view view(void *first, int kind, int64_t component_stride) {
    return (ck_view){first, kind, 0, {NX, NY, NZ}, {sizeof *z, NX * sizeof *z, NX * NY * sizeof *z}, component_stride, 0, {0}};
}

static int with_bits;

static uint64_t bits(double value) { return ((union { double value; uint64_t word; }){value}).word; }

static void print(const char *what, double value, const char *unit) {
    if (with_bits) printf("%s %016" PRIX64 " %s\n", what, bits(value), unit);
    else printf("%s %.2e %s\n", what, value, unit);
}

int main(int argc, char **argv) {
    const char *config = NULL; /* the defaults */
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--bits") == 0) with_bits = 1;
        else config = argv[i];
    }
    for (int id = 0; id < ZONES; id++) {
        int i = id % NX, j = id / NX % NY, k = id / (NX * NY);
        double area = 1e10 * (id + 1);
        z[id] = (zone){8 + 0.25 * i, 140 + j, 90 + 2 * k, {1e12 + 1e11 * i, 1e11 * j, 0}, {1000.0f + i, 0.5f * j, 0},
                       {area, area / 2, area / 4}, {0}};
    }
    int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                   CK_SURFACE_ELEMENT, CK_NEUTRINO_FLUX};
    ck_view views[] = {view(&z->t, CK_F64, 0),   view(&z->mu_e, CK_F64, 0), view(&z->mu_nu, CK_F64, 0), view(z->b, CK_F64, 8),
                       view(z->curl, CK_F32, 4), view(z->area, CK_F64, 8),  view(z->flux, CK_F64, 8)};
    ck_open_args args = {.struct_size = sizeof args, .config = config};
    ck_coupling *coupling;
    int code = ck_open(&args, &coupling);
    for (int step = 0; step < 2 && code == CK_OK; step++) {
        code = ck_begin(coupling, step, 1e-3 * step, 0); /* dt is not known yet */
        for (int stage = 0; stage < 2 && code == CK_OK; stage++) code = ck_evaluate(coupling, 0, 0.5, 7, field, views, NULL);
        if (code == CK_OK) code = ck_set_dt(coupling, 1e-3);
        if (code == CK_OK) code = ck_commit(coupling);
    }
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    if (code == CK_OK) code = ck_recoil(coupling, &recoil);
    if (code != CK_OK) return fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL)), 1;
    print("momentum", recoil.momentum[0], "g cm/s along x");
    print("momentum", recoil.momentum[1], "g cm/s along y");
    print("momentum", recoil.momentum[2], "g cm/s along z");
    print("escaped", recoil.number, "neutrinos");
    print("escaped", recoil.energy, "erg");
    print("flux", z[ZONES - 1].flux[0], "neutrinos/(cm^2 s) along x in the last zone");
    uint64_t all = 0; /* of every bit of every zone's flux */
    for (int i = 0; i < ZONES; i++) all = (all << 1 | all >> 63) ^ bits(z[i].flux[0]) ^ bits(z[i].flux[1]) ^ bits(z[i].flux[2]);
    if (with_bits) printf("fluxes %016" PRIX64 "\n", all);
    printf("steps %" PRId64 "\n", recoil.steps);
    return ck_close(coupling) == CK_OK ? 0 : 1;
}
