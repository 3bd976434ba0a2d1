/*
 * Surface elements of a sphere: closed, the number that they emit, blocks against the whole, memory of every layout, what is refused, and the
 * numbers of the file that is named by the argument. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

static const double PI = 3.14159265358979323846, ORIGIN[3];

static ck_view view_of(double *base, const int64_t n[3], int64_t component_stride) {
    return (ck_view){.base = base,
                     .n = {n[0], n[1], n[2]},
                     .stride = {8, 8 * n[0], 8 * n[0] * n[1]},
                     .component_stride = 8 * component_stride};
}

/* Elements of n^3 zones of a box from -1 to 1, component after component; to be freed. */
static double *of_box(int n, const double centre[3], double radius) {
    const int64_t extents[3] = {n, n, n}, zones = (int64_t)n * n * n;
    const double h = 2.0 / n, spacing[3] = {h, h, h}, first[3] = {h / 2 - 1, h / 2 - 1, h / 2 - 1};
    double *elements = calloc((size_t)zones, 3 * sizeof *elements);
    ck_view view = view_of(elements, extents, zones);
    CHECK(ck_surface_elements(first, spacing, centre, radius, &view) == CK_OK);
    return elements;
}

static double emitted(const double *elements, int64_t zones, const double flux[3]) {
    double sum = 0;
    for (int64_t i = 0; i < zones; i++) {
        sum += fmax(flux[0] * elements[i] + flux[1] * elements[zones + i] + flux[2] * elements[2 * zones + i], 0);
    }
    return sum;
}

/* Flux of size 1 in many directions, out of spheres in the middle and aside. */
static void a_uniform_flux_carries_out_what_crosses_the_disc(int n, double radius, double tolerance) {
    const double centre[][3] = {{0, 0, 0}, {0.013, -0.021, 0.037}, {-0.05, 0.05, 0.0625}};
    double least = 9, most = 0;
    for (int c = 0; c < 3; c++) {
        const int64_t zones = (int64_t)n * n * n;
        double *elements = of_box(n, centre[c], radius), total = 0;
        for (int64_t i = 0; i < 3 * zones; i++) total += fabs(elements[i]);
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int64_t i = 0; i < zones; i++) sum += elements[axis * zones + i];
            CHECK(fabs(sum) <= 1e-14 * total);
        }
        for (int direction = 0; direction < 64; direction++) {
            double z = direction < 3 ? 0 : (direction - 33) / 31.0, phi = 2.399963 * direction, s = sqrt(1 - z * z);
            const double flux[3] = {direction < 3 ? direction == 0 : s * cos(phi), direction < 3 ? direction == 1 : s * sin(phi),
                                    direction < 3 ? direction == 2 : z};
            double ratio = emitted(elements, zones, flux) / (PI * radius * radius);
            least = fmin(least, ratio);
            most = fmax(most, ratio);
        }
        free(elements);
    }
    if (least < 1 - tolerance || most > 1 + tolerance) fprintf(stderr, "%d^3 zones, radius %g: %.5f to %.5f\n", n, radius, least, most);
    CHECK(least >= 1 - tolerance && most <= 1 + tolerance);
}

/* Blocks of a grid with ghost zones, cut unevenly. */
static void blocks_have_the_elements_of_the_whole(void) {
    enum { N = 20, GHOSTS = 2 };
    const double h = 0.1, spacing[3] = {h, h, h}, centre[3] = {0.03, -0.02, 0.01}, radius = 0.72;
    const int64_t zones = N * N * N;
    double *whole = of_box(N, centre, radius);
    const int cut[] = {0, 7, 8, N};
    for (int b = 0; b < 27; b++) {
        const int start[3] = {cut[b % 3], cut[b / 3 % 3], cut[b / 9]}, end[3] = {cut[b % 3 + 1], cut[b / 3 % 3 + 1], cut[b / 9 + 1]};
        int64_t n[3], with_ghosts[3];
        double first[3];
        for (int d = 0; d < 3; d++) {
            n[d] = end[d] - start[d];
            with_ghosts[d] = n[d] + 2 * GHOSTS;
            first[d] = h / 2 - 1 + start[d] * h;
        }
        int64_t all = with_ghosts[0] * with_ghosts[1] * with_ghosts[2];
        double *block = malloc((size_t)(3 * all) * sizeof *block);
        for (int64_t i = 0; i < 3 * all; i++) block[i] = 77;
        ck_view view = view_of(block + GHOSTS * (1 + with_ghosts[0] * (1 + with_ghosts[1])), with_ghosts, all);
        for (int d = 0; d < 3; d++) view.n[d] = n[d];
        CHECK(ck_surface_elements(first, spacing, centre, radius, &view) == CK_OK);
        int64_t written = 0, apart = 0;
        for (int64_t i = 0; i < 3 * all; i++) written += block[i] < 77;
        for (int64_t z = 0; z < n[0] * n[1] * n[2]; z++) {
            int64_t i = z % n[0], j = z / n[0] % n[1], k = z / n[0] / n[1];
            const double *mine = (const double *)view.base + i + with_ghosts[0] * (j + with_ghosts[1] * k);
            const double *same = whole + i + start[0] + N * (j + start[1] + N * (k + start[2]));
            for (int axis = 0; axis < 3; axis++) apart += !(fabs(mine[axis * all] - same[axis * zones]) <= 1e-14 * h * h);
        }
        CHECK(written == 3 * n[0] * n[1] * n[2] && apart == 0);
        free(block);
    }
    free(whole);
}

/* Single precision, components of a zone together and not aligned, one axis backwards. */
static void memory_may_have_any_layout(void) {
    enum { N = 12 };
    double *whole = of_box(N, ORIGIN, 0.8);
    struct __attribute__((packed)) zone {
        char kind;
        float element[3];
    } *packed = calloc(N * N * N, sizeof *packed);
    const int64_t size = sizeof *packed, zones = N * N * N;
    const double h = 2.0 / N, spacing[3] = {h, h, h}, first[3] = {h / 2 - 1, h / 2 - 1, h / 2 - 1};
    ck_view view = {.base = (char *)packed + offsetof(struct zone, element) + (N - 1) * N * size,
                    .kind = CK_F32,
                    .components = 3,
                    .n = {N, N, N, 1},
                    .stride = {size, -N * size, N * N * size},
                    .component_stride = 4};
    CHECK(ck_surface_elements(first, spacing, ORIGIN, 0.8, &view) == CK_OK);
    int64_t apart = 0;
    for (int64_t z = 0; z < zones; z++) {
        int64_t i = z % N, j = z / N % N, k = z / N / N;
        struct zone mine = packed[i + N * (N - 1 - j + N * k)];
        for (int axis = 0; axis < 3; axis++) {
            float element;
            memcpy(&element, (char *)&mine + offsetof(struct zone, element) + 4 * axis, sizeof element);
            apart += element != (float)whole[axis * zones + z];
        }
        apart += mine.kind != 0;
    }
    CHECK(apart == 0);
    free(packed);
    free(whole);
}

static void a_sphere_elsewhere_gives_zeros(void) {
    double elements[24];
    const int64_t n[3] = {2, 2, 2};
    const double coarse[3] = {1, 1, 1}, first[3] = {100, 0, 0};
    for (int i = 0; i < 24; i++) elements[i] = 77;
    ck_view view = view_of(elements, n, 8);
    CHECK(ck_surface_elements(first, coarse, ORIGIN, 0.5, &view) == CK_OK); /* resolved or not: its surface is not here */
    for (int i = 0; i < 24; i++) CHECK(elements[i] == 0);
    CHECK(ck_surface_elements(ORIGIN, coarse, ORIGIN, 1e3, &view) == CK_OK); /* wholly inside */
    for (int i = 0; i < 24; i++) CHECK(elements[i] == 0);
    view.n[1] = 0;
    elements[0] = 77;
    CHECK(ck_surface_elements(ORIGIN, coarse, ORIGIN, 2, &view) == CK_OK && elements[0] == 77); /* empty */
    const int64_t huge = INT64_MAX;
    view = (ck_view){elements, CK_F64, 3, {0, huge, huge}, {huge, huge, huge}, huge, 0, {0}};
    CHECK(ck_surface_elements(ORIGIN, coarse, ORIGIN, 2, &view) == CK_OK && elements[0] == 77); /* at once, and nowhere */
}

static void what_makes_no_sense_is_refused(void) {
    double elements[24];
    const int64_t n[3] = {2, 2, 2};
    const double unit[3] = {1, 1, 1}, nan_y[3] = {0, NAN, 0}, far[3] = {0, 0, -2e50}, flat[3] = {1, 0, 1}, negative[3] = {1, 1, -1}, wide[3] = {1e20, 1e20, 1e20};
    ck_view view = view_of(elements, n, 8), other = view;
    CHECK_FAILS(ck_surface_elements(NULL, unit, ORIGIN, 2, &view), CK_EARG, "centre of the first zone is null; give three coordinates");
    CHECK_FAILS(ck_surface_elements(ORIGIN, NULL, ORIGIN, 2, &view), CK_EARG, "spacing is null; give three lengths");
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, NULL, 2, &view), CK_EARG, "centre of the sphere is null");
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, NULL), CK_EARG, "memory for the surface elements is null");
    CHECK_FAILS(ck_surface_elements(nan_y, unit, ORIGIN, 2, &view), CK_EARG, "centre of the first zone along y is ");
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, far, 2, &view), CK_EARG, "centre of the sphere along z is -2e+50; must be a coordinate in [-1e50, 1e50]");
    CHECK_FAILS(ck_surface_elements(ORIGIN, flat, ORIGIN, 2, &view), CK_EARG, "spacing along y is 0; must be a length in [1e-50, 1e50]");
    CHECK_FAILS(ck_surface_elements(ORIGIN, negative, ORIGIN, 2, &view), CK_EARG, "spacing along z is -1; must be");
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, -2, &view), CK_EARG, "radius of the sphere is -2; must be a length");
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, INFINITY, &view), CK_EARG, "radius of the sphere is inf; must be a length");
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 1.75, &view), CK_EARG,
                "radius of the sphere is 1.75, and zones at its surface measure 1; must be at least 2 of them: refine the grid there");
    other.base = NULL;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EARG, "memory for the surface elements is null");
    other = view, other.n[3] = 2;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EARG, "extent 3 of the surface elements is 2; must be 0 or 1");
    other = view, other.n[1] = -2;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EARG, "extent 1 of surface_element is -2; must be >= 0");
    other = view, other.stride[1] = 0;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EARG, "stride 1 of the surface elements is 0 with an extent of 2");
    other = view, other.component_stride = 0;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EARG, "component stride of the surface elements is 0");
    other = view, other.components = 1;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EFIELD, "surface_element has 3 components, its view says 1");
    other = view, other.kind = CK_I64;
    CHECK_FAILS(ck_surface_elements(ORIGIN, unit, ORIGIN, 2, &other), CK_EARG, "kind of surface_element is 64; must be CK_F64 (8) or CK_F32 (4)");
    other = view, other.kind = CK_F32;
    CHECK_FAILS(ck_surface_elements(ORIGIN, wide, ORIGIN, 1e21, &other), CK_EFIELD, "a face of a zone measures 1e+40, and surface elements of that size");
}

static void the_numbers_are_those_of_the_file(const char *path) {
    double first[3], spacing[3], centre[3], radius, elements[240];
    int extents[3], read = 0, apart = 0, not_zero = 0;
    FILE *file = fopen(path, "r");
    CHECK(file != NULL);
    if (!file) return;
    for (int comment = 0; comment < 2; comment++) CHECK(fscanf(file, "#%*[^\n]\n") == 0);
    CHECK(fscanf(file, "first %lf %lf %lf spacing %lf %lf %lf centre %lf %lf %lf radius %lf n %d %d %d", &first[0], &first[1], &first[2], &spacing[0],
                 &spacing[1], &spacing[2], &centre[0], &centre[1], &centre[2], &radius, &extents[0], &extents[1], &extents[2]) == 13);
    const int64_t n[3] = {extents[0], extents[1], extents[2]}, zones = n[0] * n[1] * n[2];
    CHECK(zones == 80);
    ck_view view = view_of(elements, n, zones);
    CHECK(zones == 80 && ck_surface_elements(first, spacing, centre, radius, &view) == CK_OK);
    for (double expected; fscanf(file, "%lf", &expected) == 1 && read < 240; read++) {
        double element = elements[read / 3 + read % 3 * 80];
        if (!(fabs(element - expected) <= 1e-15)) {
            fprintf(stderr, "%d: %.17g, expected %.17g\n", read, element, expected);
            apart++;
        }
        not_zero += expected != 0;
    }
    CHECK(read == 240 && apart == 0 && not_zero > 100);
    fclose(file);
}

int main(int argc, char **argv) {
    a_uniform_flux_carries_out_what_crosses_the_disc(16, 0.75, 0.015);
    a_uniform_flux_carries_out_what_crosses_the_disc(16, 0.5, 0.015);
    a_uniform_flux_carries_out_what_crosses_the_disc(32, 0.75, 0.003);
    a_uniform_flux_carries_out_what_crosses_the_disc(64, 0.75, 0.002);
    blocks_have_the_elements_of_the_whole();
    memory_may_have_any_layout();
    a_sphere_elsewhere_gives_zeros();
    what_makes_no_sense_is_refused();
    the_numbers_are_those_of_the_file(argc > 1 ? argv[1] : "surface.txt");
    puts(check_failures == 0 ? "ok" : "failed");
    return check_failures > 0;
}
