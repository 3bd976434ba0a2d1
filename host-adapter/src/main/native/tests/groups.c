/*
 * A host with 20 energy groups and 3 species, whose arrays run groups fastest: what the real library gives sums to the fluxes without groups,
 * a closed coupling leaves nothing to the next one with other groups, and what cannot be given is refused with its reason. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

#include <math.h>

enum { N = 1300, G = 20, SPECIES = 2 };

static double t[N], mu_e[N], mu_nu[N], b[3][N], curl[3][N], number[3][N], energy[3][N];
static double by_number[SPECIES][3][N][G], by_energy[SPECIES][3][N][G], density[N][G];
static double edges[G + 1];

static ck_view plain(void *first) { return (ck_view){.base = first, .n = {N}, .stride = {8}, .component_stride = 8 * N}; }

static ck_view grouped(void *first) {
    return (ck_view){.base = first, .n = {N}, .stride = {8 * G}, .component_stride = 8 * N * G, .group_stride = 8};
}

static ck_coupling *opened(const char *config, int groups) {
    ck_open_args args = {.struct_size = sizeof args, .config = config};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK && ck_groups(coupling, groups, edges) == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    return coupling;
}

static const int field[] = {CK_TEMPERATURE,
                            CK_ELECTRON_CHEMICAL_POTENTIAL,
                            CK_NEUTRINO_CHEMICAL_POTENTIAL,
                            CK_MAGNETIC_FIELD,
                            CK_VORTICITY,
                            CK_NEUTRINO_FLUX,
                            CK_NEUTRINO_ENERGY_FLUX,
                            CK_NU_E_GROUP_ENERGY_DENSITY,
                            CK_NU_E_GROUP_NUMBER_FLUX,
                            CK_ANTI_NU_E_GROUP_NUMBER_FLUX,
                            CK_NU_E_GROUP_ENERGY_FLUX,
                            CK_ANTI_NU_E_GROUP_ENERGY_FLUX};

enum { FIELDS = sizeof field / sizeof field[0] };

static int evaluated(ck_coupling *coupling, int fields) {
    const ck_view view[FIELDS] = {plain(t),          plain(mu_e),           plain(mu_nu),          plain(b),
                                  plain(curl),       plain(number),         plain(energy),         grouped(density),
                                  grouped(by_number[0]), grouped(by_number[1]), grouped(by_energy[0]), grouped(by_energy[1])};
    return ck_evaluate(coupling, 1, 1, fields, field, view, NULL);
}

/* The largest difference between a flux and the sum of its groups, of the flux. */
static double defect(double flux[3][N], double groups[SPECIES][3][N][G], double sign) {
    double worst = 0;
    for (int axis = 0; axis < 3; axis++) {
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int g = 0; g < G; g++) sum += groups[0][axis][i][g] + sign * groups[1][axis][i][g];
            double difference = fabs(sum - flux[axis][i]) / fabs(flux[axis][i]);
            if (!(difference <= worst)) worst = difference;
        }
    }
    return worst;
}

int main(void) {
    for (int i = 0; i < N; i++) {
        t[i] = 8 + i % 7, mu_e[i] = 140 + i % 11, mu_nu[i] = 90 + i % 5;
        b[0][i] = 1e12, b[1][i] = -1e11 * (1 + i % 13), b[2][i] = 1e12 + 1e8 * i, curl[2][i] = 1000 - i % 17;
        for (int g = 0; g < G; g++) density[i][g] = 1e35;
    }
    for (int g = 0; g < G; g++) edges[g] = 15 * g;
    edges[G] = INFINITY;
    ck_coupling *coupling = opened("{\"source\": \"chiral\"}", G);
    CHECK(evaluated(coupling, FIELDS) == CK_OK);
    CHECK(defect(number, by_number, -1) < 1e-12 && defect(energy, by_energy, 1) < 1e-12);
    CHECK(by_energy[0][2][N - 1][8] > 0 && by_energy[0][2][N - 1][8] != by_energy[0][2][N - 1][9]);
    CHECK(ck_commit(coupling) == CK_OK && ck_close(coupling) == CK_OK);

    coupling = opened("{\"source\": \"chiral\", \"closures\": {\"momentum\": \"thermal\"}}", 3);
    CHECK(evaluated(coupling, FIELDS - 2) == CK_OK); /* the first three groups, numbers alone */
    CHECK_FAILS(evaluated(coupling, FIELDS), CK_EFIELD,
                "source chiral does not give nu e group energy flux: group energies need momentum `energy-current`");
    CHECK(ck_close(coupling) == CK_OK);
    if (check_failures == 0) puts("ok");
    return check_failures != 0;
}
