/*
 * A host that feeds back, with the real library: two blocks of a box with a star in it, two stages of weight 1/2 a step. It takes divergence
 * and what has escaped from its zones; together with the neutrinos it keeps leptons, energy and momentum. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

#include <math.h>
#include <stddef.h>

enum { N = 16, HALF = N / 2, W = N + 2, LAYER = W * W, ALL = W * W * W, STEPS = 3 };
static const double H = 4e5, DT = 1e-5, RADIUS = 2.4e6;

/* Zones with a layer around; densities are changes since the start. */
static double t[ALL], mu_e[ALL], mu_nu[ALL], b[3][ALL], curl[3][ALL], area[3][ALL], number_flux[3][ALL], energy_flux[3][ALL];
static double escaped_number[ALL], escaped_energy[ALL], escaped_momentum[3][ALL], divergence[ALL], leptons[ALL], energy[ALL], momentum[3][ALL];
static double volume;

static int at(int i, int j, int k) { return i + 1 + W * (j + 1) + LAYER * (k + 1); }

/* A field in the zones of a half of the box; with the layer around them in all three directions where it is a flux to be differentiated. */
static ck_view view(double *field, int half, int around) {
    int from = at(-around, -around, half * HALF - around);
    return (ck_view){.base = field + from, .n = {N + 2 * around, N + 2 * around, HALF + 2 * around}, .stride = {8, 8 * W, 8 * LAYER}, .component_stride = 8 * ALL};
}

static ck_view everywhere(double *value) { return (ck_view){.base = value, .n = {N, N, HALF}}; }

static ck_grid_t grid(int half) {
    return (ck_grid_t){.struct_size = sizeof(ck_grid_t), .first = {-(N - 1) * H / 2, -(N - 1) * H / 2, -(N - 1) * H / 2 + half * HALF * H},
                       .spacing = {H, H, H}, .centre = {1e4, 2e4, -3e4}, .radius = RADIUS};
}

static void take(double *from, const double *gone, double share) {
    for (int z = 0; z < ALL; z++) from[z] -= share * gone[z];
}

static void feed_back(double *density, double (*flux)[ALL], const double *escaped, double share) {
    for (int half = 0; half < 2; half++) {
        ck_grid_t of_half = grid(half);
        ck_view in = view(flux[0], half, 1), out = view(divergence, half, 0);
        CHECK(ck_divergence(&of_half, &in, &out) == CK_OK);
    }
    take(density, divergence, share);
    take(density, escaped, share);
}

static void stage(ck_coupling *coupling, double share) {
    double *const column[] = {t, mu_e, mu_nu, b[0], curl[0], area[0], number_flux[0], energy_flux[0], escaped_number, escaped_energy, escaped_momentum[0]};
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY, CK_SURFACE_ELEMENT,
                         CK_NEUTRINO_FLUX, CK_NEUTRINO_ENERGY_FLUX, CK_ESCAPED_NUMBER, CK_ESCAPED_ENERGY, CK_ESCAPED_MOMENTUM, CK_VOLUME};
    for (int half = 0; half < 2; half++) {
        ck_view views[12];
        ck_block_result result = {.struct_size = sizeof result};
        double number = 0, out = 0;
        for (int f = 0; f < 11; f++) views[f] = view(column[f], half, 0);
        views[11] = everywhere(&volume);
        int code = ck_evaluate(coupling, half, share, 12, field, views, &result);
        if (code != CK_OK) fprintf(stderr, "%s\n", ck_last_error(coupling));
        CHECK(code == CK_OK && result.flagged < N * N * HALF);
        for (int k = 0; k < HALF; k++) {
            for (int j = 0; j < N; j++) {
                for (int i = 0; i < N; i++) {
                    number += escaped_number[at(i, j, k + half * HALF)] * volume;
                    out += escaped_energy[at(i, j, k + half * HALF)] * volume;
                }
            }
        }
        CHECK(fabs(number - result.number_rate) <= 1e-14 * number && number > 0); /* threads sum pieces in another order */
        CHECK(fabs(out - result.energy_rate) <= 1e-14 * out);
    }
    feed_back(leptons, number_flux, escaped_number, share * DT);
    feed_back(energy, energy_flux, escaped_energy, share * DT);
    for (int c = 0; c < 3; c++) take(momentum[c], escaped_momentum[c], share * DT);
}

static double total(const double *density, double *size) {
    double sum = 0;
    *size = 0;
    for (int z = 0; z < ALL; z++) {
        sum += density[z] * volume;
        *size += fabs(density[z]) * volume;
    }
    return sum;
}

static void refused(ck_coupling *coupling) {
    ck_view views[] = {view(t, 0, 0), view(mu_e, 0, 0), view(mu_nu, 0, 0), view(b[0], 0, 0), view(curl[0], 0, 0), view(area[0], 0, 0), view(escaped_number, 0, 0)};
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY, CK_SURFACE_ELEMENT,
                         CK_ESCAPED_NUMBER};
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 7, field, views, NULL), CK_EFIELD, "volume (for what escapes per volume)");
    views[5].base = NULL;
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 7, field, views, NULL), CK_EFIELD, "escaped number bound as output, and this block does not count it");
}

int main(void) {
    volume = H * H * H;
    for (int z = 0; z < ALL; z++) {
        int i = z % W, j = z / W % W, k = z / LAYER;
        t[z] = 8 + (i + j) % 5, mu_e[z] = 120 + (j * k) % 11, mu_nu[z] = 60 + i % 7;
        b[0][z] = 1e11 * (i - 9), b[1][z] = 2e11 * (k % 4), b[2][z] = 1e12 + 3e10 * j, curl[2][z] = 1000 + 10 * i;
    }
    ck_open_args args = {.struct_size = sizeof args};
    ck_coupling *coupling;
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    for (int half = 0; half < 2; half++) {
        ck_grid_t of_half = grid(half);
        ck_view elements = view(area[0], half, 0);
        CHECK(ck_surface_elements(of_half.first, of_half.spacing, of_half.centre, RADIUS, &elements) == CK_OK);
    }
    if (ck_open(&args, &coupling) != CK_OK) return fprintf(stderr, "%s\n", ck_last_error(NULL)), 1;
    for (int step = 1; step <= STEPS; step++) {
        CHECK(ck_begin(coupling, step, step * DT, DT) == CK_OK);
        if (step == 1) refused(coupling);
        for (int s = 0; s < 2; s++) {
            for (int z = 0; z < ALL; z++) mu_nu[z] += 0.5; /* the star changes */
            stage(coupling, 0.5);
        }
        CHECK(ck_commit(coupling) == CK_OK);
    }
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.number > 0 && recoil.steps == STEPS);
    double size, lost = total(leptons, &size);
    CHECK(fabs(lost + recoil.number) <= 1e-14 * size && recoil.number > 1e-3 * size);
    lost = total(energy, &size);
    CHECK(fabs(lost + recoil.energy) <= 1e-14 * size && recoil.energy > 1e-3 * size);
    for (int c = 0; c < 3; c++) { /* what the host's neutrinos took away is what the star got, reversed */
        lost = total(momentum[c], &size);
        CHECK(fabs(lost - recoil.momentum[c]) <= 1e-14 * size && size > 0);
    }
    CHECK(ck_close(coupling) == CK_OK);
    puts(check_failures == 0 ? "ok" : "failed");
    return check_failures > 0;
}
