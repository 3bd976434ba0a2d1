/*
 * A host with 20 energy groups and 3 species, whose arrays run groups fastest: what the real library gives sums to the fluxes without groups,
 * a closed coupling leaves nothing to the next one with other groups, and what cannot be given is refused with its reason. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

#include <math.h>
#include <stdbool.h>

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

static void fill(ck_view *view) {
    const ck_view views[FIELDS] = {plain(t),          plain(mu_e),           plain(mu_nu),          plain(b),
                                   plain(curl),       plain(number),         plain(energy),         grouped(density),
                                   grouped(by_number[0]), grouped(by_number[1]), grouped(by_energy[0]), grouped(by_energy[1])};
    memcpy(view, views, sizeof views);
}

static int evaluated(ck_coupling *coupling, int fields) {
    ck_view view[FIELDS];
    fill(view);
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

/* All that a host can bind and ask for in one call, more components than a word has bits, gives what it gives alone. */
static void every_field_fits_into_one_call(void) {
    enum { MOST = 64 };
    static double kept_number[3][N], kept_by_energy[SPECIES][3][N][G], rest[MOST][3][N], rest_by_group[MOST][3][N][G];
    ck_coupling *coupling = opened("{\"source\": \"chiral\", \"missing-output\": \"warn\"}", G);
    CHECK(evaluated(coupling, FIELDS) == CK_OK);
    memcpy(kept_number, number, sizeof number);
    memcpy(kept_by_energy, by_energy, sizeof by_energy);
    int all[MOST], fields = FIELDS, inputs = 0;
    ck_view view[MOST];
    fill(view);
    memcpy(all, field, sizeof field);
    for (int candidate = 1; candidate < 200; candidate++) {
        bool escaped = candidate >= CK_ESCAPED_NUMBER && candidate <= CK_ESCAPED_MOMENTUM; /* no field of a source */
        bool there = !ck_field_name(candidate) || candidate == CK_MASK || candidate == CK_FLAGS || escaped;
        for (int f = 0; f < FIELDS && !there; f++) there = field[f] == candidate;
        if (there) continue;
        bool per_group = (candidate >= CK_NU_E_GROUP_ENERGY_DENSITY && candidate <= CK_NU_X_GROUP_SCATTERING_OPACITY)
                         || (candidate >= CK_NU_E_GROUP_NUMBER_FLUX && candidate <= CK_NU_X_GROUP_ENERGY_FLUX);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < N; i++) rest[fields][axis][i] = candidate == CK_AXIAL_CHEMICAL_POTENTIAL ? 0 : 0.5;
        }
        view[fields] = per_group ? grouped(rest_by_group[fields]) : plain(rest[fields]);
        all[fields++] = candidate;
        inputs += candidate < CK_LEPTON_FLUX;
    }
    CHECK(fields == 38 + 16 && inputs == 38 - 6);
    CHECK(ck_evaluate(coupling, 2, 1, fields, all, view, NULL) == CK_OK);
    CHECK(memcmp(kept_number, number, sizeof number) == 0 && memcmp(kept_by_energy, by_energy, sizeof by_energy) == 0);
    for (int f = FIELDS; f < fields; f++) { /* chiral gives lepton flux and spin flips, and nothing of nu_x */
        if (all[f] == CK_LEPTON_FLUX) CHECK(rest[f][2][N - 1] != 0.5 && rest[f][2][N - 1] != 0);
        if (all[f] == CK_SPIN_FLIP_RATE) CHECK(rest[f][0][N - 1] > 0 && rest[f][0][N - 1] != 0.5);
        if (all[f] == CK_NEUTRINO_MOMENTUM_SOURCE) CHECK(rest[f][2][N - 1] == 0);
    }
    CHECK(ck_commit(coupling) == CK_OK && ck_close(coupling) == CK_OK);
}

/* A mechanism that gives both kinds of fluxes asks a host with groups for no grey energy or opacity, unless it wants the grey flux. */
static void only_what_is_wanted_needs_its_fields(void) {
    enum { GIVEN = 6 };
    static double opacity[N][G];
    const int names[] = {CK_TEMPERATURE, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_NU_E_GROUP_ENERGY_DENSITY,
                         CK_NU_E_GROUP_ABSORPTION_OPACITY, CK_NU_E_GROUP_SCATTERING_OPACITY,
                         CK_NU_E_GROUP_ENERGY_FLUX, CK_NEUTRINO_ENERGY_FLUX};
    const ck_view views[] = {plain(t), plain(mu_nu), plain(b), grouped(density), grouped(opacity), grouped(opacity),
                             grouped(by_energy[0]), plain(energy)};
    for (int i = 0; i < N; i++) {
        for (int g = 0; g < G; g++) opacity[i][g] = 1e-4;
    }
    ck_coupling *coupling = opened("{\"source\": \"polarised-nucleon\"}", G);
    CHECK(ck_evaluate(coupling, 1, 1, GIVEN + 1, names, views, NULL) == CK_OK);
    /* A = (c/6)(eps_a + eps_s) Bhat (E_eq - E), with eps = 0.987 P and 1.107 P, P = -6.03e-18 B/T, and E far above E_eq */
    double strength = sqrt(b[0][9] * b[0][9] + b[1][9] * b[1][9] + b[2][9] * b[2][9]);
    double expected = 2.998e10 / 6 * (0.987 + 1.107) * 6.03e-18 * strength / t[9] * density[9][19] * b[2][9] / strength;
    CHECK(fabs(by_energy[0][2][9][19] / expected - 1) < 1e-2);
    CHECK_FAILS(ck_evaluate(coupling, 1, 1, GIVEN + 2, names, views, NULL), CK_EFIELD,
                "needs fields that are not bound: neutrino energy density (for neutrino energy flux), scattering opacity (for neutrino energy flux), "
                "absorption opacity (for neutrino energy flux)");
    CHECK(ck_close(coupling) == CK_OK);
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
    every_field_fits_into_one_call();
    only_what_is_wanted_needs_its_fields();
    if (check_failures == 0) puts("ok");
    return check_failures != 0;
}
