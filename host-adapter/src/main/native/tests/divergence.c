/*
 * Divergence of fluxes on Cartesian and spherical blocks: what leaves one zone enters the next, a uniform flux has none, fluxes that end at a
 * surface take nothing out, memory of every layout, what is refused, and the numbers of the file that is named by the argument. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

enum { NX = 12, NY = 10, NZ = 11, WIDE = (NX + 2) * (NY + 2) * (NZ + 2), ZONES = NX * NY * NZ };

static const ck_grid_t BOX = {.struct_size = sizeof(ck_grid_t), .first = {-1.1, -0.9, -1}, .spacing = {0.2, 0.21, 0.19}, .centre = {0.02, 0.03, -0.1}};

static double flux[3][NZ + 2][NY + 2][NX + 2], divergence[NZ][NY][NX];

static ck_view flux_view(void) {
    return (ck_view){.base = flux, .n = {NX + 2, NY + 2, NZ + 2}, .stride = {8, 8 * (NX + 2), 8 * (NX + 2) * (NY + 2)}, .component_stride = 8 * WIDE};
}

static ck_view divergence_view(void) {
    return (ck_view){.base = divergence, .n = {NX, NY, NZ}, .stride = {8, 8 * NX, 8 * NX * NY}};
}

/* Sets the flux to random numbers in [-1, 1), or to one vector. */
static void fill(const double *vector) {
    srand(7);
    for (int c = 0; c < 3; c++) {
        double *of = &flux[c][0][0][0];
        for (int i = 0; i < WIDE; i++) of[i] = vector ? vector[c] : 2.0 * rand() / RAND_MAX - 1;
    }
}

static void make(const ck_grid_t *grid) {
    ck_view in = flux_view(), out = divergence_view();
    CHECK(ck_divergence(grid, &in, &out) == CK_OK);
}

static double sum(double power) {
    double of_all = 0;
    for (int i = 0; i < ZONES; i++) of_all += power == 1 ? (&divergence[0][0][0])[i] : fabs((&divergence[0][0][0])[i]);
    return of_all;
}

/* What crosses the outer faces of the box along an axis, per volume of a zone. */
static double through_outer_faces(void) {
    double total = 0;
    for (int k = 1; k <= NZ; k++) {
        for (int j = 1; j <= NY; j++) total += 0.5 * (flux[0][k][j][NX] + flux[0][k][j][NX + 1] - flux[0][k][j][0] - flux[0][k][j][1]) / BOX.spacing[0];
        for (int i = 1; i <= NX; i++) total += 0.5 * (flux[1][k][NY][i] + flux[1][k][NY + 1][i] - flux[1][k][0][i] - flux[1][k][1][i]) / BOX.spacing[1];
    }
    for (int j = 1; j <= NY; j++) {
        for (int i = 1; i <= NX; i++) total += 0.5 * (flux[2][NZ][j][i] + flux[2][NZ + 1][j][i] - flux[2][0][j][i] - flux[2][1][j][i]) / BOX.spacing[2];
    }
    return total;
}

static void what_leaves_a_zone_enters_the_next(void) {
    fill(NULL);
    make(&BOX);
    CHECK(fabs(sum(1) - through_outer_faces()) <= 1e-14 * sum(0) && sum(0) > ZONES);
    ck_grid_t star = BOX;
    star.radius = 0.7;
    make(&star);
    CHECK(fabs(sum(1)) <= 1e-14 * sum(0) && sum(0) > ZONES / 20.0);
    CHECK(divergence[0][0][0] == 0 && divergence[NZ - 1][NY - 1][NX - 1] == 0);
}

static void a_uniform_flux_has_none_but_at_the_surface(void) {
    fill((const double[]){1, -2, 0.5});
    make(&BOX);
    CHECK(sum(0) <= 1e-13 * ZONES);
    ck_grid_t star = BOX;
    star.radius = 0.7;
    make(&star);
    static double element[3][ZONES];
    ck_view elements = {.base = element, .n = {NX, NY, NZ}, .stride = {8, 8 * NX, 8 * NX * NY}, .component_stride = 8 * ZONES};
    CHECK(ck_surface_elements(star.first, star.spacing, star.centre, star.radius, &elements) == CK_OK);
    double volume = star.spacing[0] * star.spacing[1] * star.spacing[2], most = 0;
    for (int i = 0; i < ZONES; i++) { /* what ends at the surface of a zone is what its surface element lets out */
        double out = element[0][i] - 2 * element[1][i] + 0.5 * element[2][i];
        most = fmax(most, fabs(out + volume * (&divergence[0][0][0])[i]));
    }
    CHECK(most <= 1e-16 && sum(0) > 1);
}

static void blocks_and_other_memory_give_the_same_bits(void) {
    static double whole[NZ][NY][NX];
    static float narrow[NX][NY][NZ];
    ck_grid_t star = BOX;
    star.radius = 0.7;
    fill(NULL);
    make(&star);
    memcpy(whole, divergence, sizeof whole);
    memset(divergence, 0, sizeof divergence);
    for (int part = 0; part < 2; part++) { /* zones 0 to 4 and 5 to 11 along x */
        ck_view in = flux_view(), out = divergence_view();
        int from = part == 0 ? 0 : 5, to = part == 0 ? 5 : NX;
        in.base = &flux[0][0][0][from];
        in.n[0] = to - from + 2;
        out.base = &divergence[0][0][from];
        out.n[0] = to - from;
        ck_grid_t half = star;
        half.first[0] += from * star.spacing[0];
        CHECK(ck_divergence(&half, &in, &out) == CK_OK);
    }
    double most = 0;
    for (int i = 0; i < ZONES; i++) most = fmax(most, fabs((&divergence[0][0][0])[i] - (&whole[0][0][0])[i]));
    CHECK(most <= 1e-14);
    ck_view in = flux_view();
    ck_view out = {.base = narrow, .kind = CK_F32, .n = {NX, NY, NZ}, .stride = {4 * NY * NZ, 4 * NZ, 4}};
    CHECK(ck_divergence(&star, &in, &out) == CK_OK);
    int wrong = 0;
    for (int k = 0; k < NZ; k++) {
        for (int j = 0; j < NY; j++) {
            for (int i = 0; i < NX; i++) wrong += narrow[i][j][k] != (float)whole[k][j][i];
        }
    }
    CHECK(wrong == 0);
}

/* As in every other view: a row of zones needs no more than its own extent. */
static void trailing_extents_left_out_count_as_one(void) {
    fill(NULL);
    make(&BOX);
    double whole[NX];
    memcpy(whole, divergence[0][0], sizeof whole);
    memset(divergence, 0, sizeof divergence);
    ck_view in = flux_view(), out = divergence_view();
    in.n[1] = in.n[2] = 3;
    out.n[1] = out.n[2] = 0;
    CHECK(ck_divergence(&BOX, &in, &out) == CK_OK && memcmp(whole, divergence[0][0], sizeof whole) == 0 && whole[NX - 1] != 0);
    memset(divergence, 0, sizeof divergence);
    in.n[0] = 2, out.n[0] = 0; /* empty: nothing is written */
    CHECK(ck_divergence(&BOX, &in, &out) == CK_OK && sum(0) == 0);
    in.n[0] = NX + 2, in.n[1] = NY + 2, in.n[2] = 2, out.n[0] = NX, out.n[1] = NY;
    CHECK_FAILS(ck_divergence(&BOX, &in, &out), CK_EARG, "extent 2 of the flux is 2 for 1 zones; must be 2 more");
}

static void a_sphere_is_closed(void) {
    double r[NX + 1], theta[NY + 1], phi[NZ + 1], total = 0, all = 0;
    for (int i = 0; i <= NX; i++) r[i] = 1e6 * i * (1 + 0.1 * i);
    for (int j = 0; j <= NY; j++) theta[j] = 3.14159265358979323846 * j / NY;
    for (int k = 0; k <= NZ; k++) phi[k] = 2 * 3.14159265358979323846 * k / NZ;
    ck_grid_t star = {.struct_size = sizeof star, .geometry = CK_SPHERICAL, .edges = {r, theta, phi}};
    fill((const double[]){1, -2, 0.5});
    make(&star);
    CHECK(sum(0) <= 1e-13 * ZONES * 1e-6);
    fill(NULL);
    for (int c = 0; c < 3; c++) { /* around, and nothing beyond the centre and the poles */
        for (int k = 0; k < NZ + 2; k++) {
            for (int j = 0; j < NY + 2; j++) {
                flux[c][k][j][0] = NAN;
                for (int i = 0; i < NX + 2; i++) {
                    if (j == 0 || j == NY + 1) flux[c][k][j][i] = NAN;
                    if (k == NZ + 1) flux[c][k][j][i] = flux[c][1][j][i];
                    if (k == NZ) flux[c][0][j][i] = flux[c][k][j][i];
                }
            }
        }
    }
    star.radius = r[9];
    make(&star);
    for (int k = 0; k < NZ; k++) {
        for (int j = 0; j < NY; j++) {
            for (int i = 0; i < NX; i++) {
                double shell = (pow(r[i + 1], 3) - pow(r[i], 3)) / 3, volume = shell * (cos(theta[j]) - cos(theta[j + 1])) * (phi[k + 1] - phi[k]);
                total += volume * divergence[k][j][i];
                all += volume * fabs(divergence[k][j][i]);
                CHECK(i < 9 ? divergence[k][j][i] != 0 : divergence[k][j][i] == 0);
            }
        }
    }
    CHECK(fabs(total) <= 1e-14 * all && all > 0);
    star.radius *= 1.01;
    ck_view in = flux_view(), out = divergence_view();
    CHECK_FAILS(ck_divergence(&star, &in, &out), CK_EARG, "radius of the surface is 1.7271e+07, between the edges 1.71e+07 and 2e+07 of r; must be an edge");
    theta[NY] = 4;
    CHECK_FAILS(ck_divergence(&star, &in, &out), CK_EARG, "edge 10 of theta is 4; must be in [0, 3.14159]");
    phi[3] = phi[2];
    theta[NY] = 3.14;
    CHECK_FAILS(ck_divergence(&star, &in, &out), CK_EARG, "edges must rise");
    star.edges[0] = NULL;
    CHECK_FAILS(ck_divergence(&star, &in, &out), CK_EARG, "edges of r are null");
}

static void what_makes_no_sense_is_refused(void) {
    ck_view in = flux_view(), out = divergence_view(), wrong;
    CHECK_FAILS(ck_divergence(NULL, &in, &out), CK_EARG, "grid is null");
    CHECK_FAILS(ck_divergence(&BOX, NULL, &out), CK_EARG, "memory for the flux is null");
    CHECK_FAILS(ck_divergence(&BOX, &in, NULL), CK_EARG, "memory for the divergence is null");
    ck_grid_t bad = BOX;
    bad.struct_size = 8;
    CHECK_FAILS(ck_divergence(&bad, &in, &out), CK_EARG, "struct_size of ck_grid_t is 8; must be");
    bad = BOX;
    bad.geometry = 2;
    CHECK_FAILS(ck_divergence(&bad, &in, &out), CK_EARG, "geometry of the grid is 2; must be CK_CARTESIAN (0) or CK_SPHERICAL (1)");
    bad = BOX;
    bad.spacing[1] = -1;
    CHECK_FAILS(ck_divergence(&bad, &in, &out), CK_EARG, "spacing along y is -1; must be a length");
    bad = BOX;
    bad.radius = NAN;
    CHECK_FAILS(ck_divergence(&bad, &in, &out), CK_EARG, "radius of the surface is nan; must be 0, for none");
    bad.radius = 0.3;
    CHECK_FAILS(ck_divergence(&bad, &in, &out), CK_EARG, "radius of the sphere is 0.3, and zones at its surface measure 0.21; must be at least 2");
    wrong = in;
    wrong.n[2]--;
    CHECK_FAILS(ck_divergence(&BOX, &wrong, &out), CK_EARG, "extent 2 of the flux is 12 for 11 zones; must be 2 more");
    wrong = in;
    wrong.kind = CK_I64;
    CHECK_FAILS(ck_divergence(&BOX, &wrong, &out), CK_EARG, "kind of flux is 64; must be CK_F64");
    wrong = in;
    wrong.components = 1;
    CHECK_FAILS(ck_divergence(&BOX, &wrong, &out), CK_EFIELD, "flux has 3 components, its view says 1");
    wrong = out;
    wrong.stride[1] = 0;
    CHECK_FAILS(ck_divergence(&BOX, &in, &wrong), CK_EARG, "stride 1 of the divergence is 0");
    wrong = out;
    wrong.n[3] = 2;
    CHECK_FAILS(ck_divergence(&BOX, &in, &wrong), CK_EARG, "extent 3 of the divergence is 2");
    wrong.n[3] = 0;
    wrong.n[1] = -1;
    CHECK_FAILS(ck_divergence(&BOX, &in, &wrong), CK_EARG, "extent 1 of the divergence is -1");
    wrong = (ck_view){.base = divergence, .kind = CK_F32, .n = {NX, NY, NZ}, .stride = {4, 4 * NX, 4 * NX * NY}};
    fill(NULL);
    flux[1][4][5][6] = 1e300;
    CHECK_FAILS(ck_divergence(&BOX, &in, &wrong), CK_EFIELD, "beyond single precision; give a CK_F64 view");
    in.n[0] = 2;
    out.n[0] = 0;
    CHECK(ck_divergence(&BOX, &in, &out) == CK_OK);
}

/* ---- the file ---- */

static int next_line(FILE *file, char *line, int size) {
    while (fgets(line, size, file)) {
        if (line[0] != '#') return 1;
    }
    line[0] = 0;
    return 0;
}

static int numbers(FILE *file, double *into, int most) {
    char line[400], *at = line, *end;
    int count = 0;
    next_line(file, line, sizeof line);
    for (double number = strtod(at, &end); end != at && count < most; number = strtod(at = end, &end)) into[count++] = number;
    return count;
}

static void compare(FILE *file, const ck_grid_t *grid, const double n[3]) {
    static double in_memory[3][8 * 8 * 8], made[6 * 6 * 6];
    int64_t m[3] = {(int64_t)n[0], (int64_t)n[1], (int64_t)n[2]}, w[3] = {m[0] + 2, m[1] + 2, m[2] + 2};
    for (int64_t i = 0; i < w[0] * w[1] * w[2]; i++) {
        for (int c = 0; c < 3; c++) in_memory[c][i] = (double)((7 * (i % w[0]) + 13 * (i / w[0] % w[1]) + 29 * (i / w[0] / w[1]) + 17 * c) % 32) / 8 - 2;
    }
    ck_view in = {.base = in_memory, .n = {w[0], w[1], w[2]}, .stride = {8, 8 * w[0], 8 * w[0] * w[1]}, .component_stride = 8 * 8 * 8 * 8};
    ck_view out = {.base = made, .n = {m[0], m[1], m[2]}, .stride = {8, 8 * m[0], 8 * m[0] * m[1]}};
    CHECK(ck_divergence(grid, &in, &out) == CK_OK);
    int apart = 0, not_zero = 0;
    for (int64_t i = 0; i < m[0] * m[1] * m[2]; i++) {
        double expected = NAN;
        CHECK(numbers(file, &expected, 1) == 1);
        apart += !(fabs(made[i] - expected) <= 1e-13 * (1 + fabs(expected)));
        not_zero += expected != 0;
    }
    CHECK(apart == 0 && not_zero > 10);
}

static void the_numbers_are_those_of_the_file(const char *name) {
    FILE *file = fopen(name, "r");
    CHECK(file != NULL);
    if (!file) return;
    double n[3], edges[3][9];
    ck_grid_t grid = {.struct_size = sizeof grid};
    CHECK(numbers(file, grid.first, 3) == 3 && numbers(file, grid.spacing, 3) == 3 && numbers(file, grid.centre, 3) == 3);
    CHECK(numbers(file, &grid.radius, 1) == 1 && numbers(file, n, 3) == 3);
    compare(file, &grid, n);
    grid = (ck_grid_t){.struct_size = sizeof grid, .geometry = CK_SPHERICAL};
    for (int axis = 0; axis < 3; axis++) {
        int count = numbers(file, edges[axis], 9);
        CHECK(count > 1);
        n[axis] = count - 1;
        grid.edges[axis] = edges[axis];
    }
    CHECK(numbers(file, &grid.radius, 1) == 1);
    compare(file, &grid, n);
    fclose(file);
}

int main(int argc, char **argv) {
    what_leaves_a_zone_enters_the_next();
    a_uniform_flux_has_none_but_at_the_surface();
    blocks_and_other_memory_give_the_same_bits();
    trailing_extents_left_out_count_as_one();
    a_sphere_is_closed();
    what_makes_no_sense_is_refused();
    the_numbers_are_those_of_the_file(argc > 1 ? argv[1] : "divergence.txt");
    puts(check_failures == 0 ? "ok" : "failed");
    return check_failures > 0;
}
