/*
 * Divergence of fluxes, face by face: two zones find the same bits for the flow through the face between them, so what leaves one enters the
 * next. Divergence.java does the same operations in the same order; a test compares both with the same numbers.
 */
#include "errors.h"
#include "surface.h"

#include <float.h>
#include <math.h>
#include <string.h>

static const double PI = 3.14159265358979323846;
static const double SAME = 1e-9; /* an edge is the surface within this share of the radius */

typedef struct {
    const ck_grid_t *grid;
    const ck_view *flux; /* with a layer of zones around */
    int64_t n[3];
    bool ends;         /* the flux ends at a surface */
    ckp_sphere sphere; /* of a Cartesian grid */
} block;

/* ---- fluxes ---- */

static double get(const ck_view *view, int64_t i, int64_t j, int64_t k, int axis) {
    const char *from = (const char *)view->base + i * view->stride[0] + j * view->stride[1] + k * view->stride[2] + axis * view->component_stride;
    if (view->kind == CK_F32) {
        float narrow;
        memcpy(&narrow, from, sizeof narrow);
        return narrow;
    }
    double value;
    memcpy(&value, from, sizeof value);
    return value;
}

/* Flux at a face of a zone, the mean of those on both sides: a component. */
static double at_face(const block *b, const int64_t zone[3], int axis, int upper, int component) {
    int64_t low[3] = {zone[0] + 1, zone[1] + 1, zone[2] + 1}, high[3];
    low[axis] += upper - 1;
    memcpy(high, low, sizeof high);
    high[axis] += 1;
    return 0.5 * (get(b->flux, low[0], low[1], low[2], component) + get(b->flux, high[0], high[1], high[2], component));
}

/* ---- Cartesian ---- */

static int cartesian(const block *b, const int64_t zone[3], double *divergence) {
    const double *h = b->grid->spacing, at[3] = {(double)zone[0], (double)zone[1], (double)zone[2]};
    bool touched = b->ends && ckp_touches(&b->sphere, at);
    if (touched && !ckp_resolved(&b->sphere)) return ckp_unresolved(&b->sphere);
    double within = !b->ends || ckp_holds(&b->sphere, at) ? 1 : 0, sum = 0;
    for (int axis = 0; axis < 3; axis++) {
        double area = h[(axis + 1) % 3] * h[(axis + 2) % 3], flow[2];
        for (int upper = 0; upper < 2; upper++) {
            double share = touched ? ckp_over_face(&b->sphere, at, axis, upper - 0.5) : within;
            flow[upper] = share == 0 ? 0 : share * area * at_face(b, zone, axis, upper, axis);
        }
        sum += flow[1] - flow[0];
    }
    *divergence = sum / (h[0] * h[1] * h[2]);
    return CK_OK;
}

/* ---- spherical ---- */

/* sin b - sin a and cos b - cos a, without loss for angles that are close. */
static double sines(double a, double b) { return 2 * cos(0.5 * (a + b)) * sin(0.5 * (b - a)); }
static double cosines(double a, double b) { return -2 * sin(0.5 * (a + b)) * sin(0.5 * (b - a)); }

/* The area of a face along the axis, as a Cartesian vector: the integral of the normal. Those of a zone add up to 0. */
static void face(const block *b, const int64_t zone[3], int axis, int upper, double area[3]) {
    const double *const *edges = b->grid->edges;
    double r1 = edges[0][zone[0]], r2 = edges[0][zone[0] + 1], t1 = edges[1][zone[1]], t2 = edges[1][zone[1] + 1];
    double p1 = edges[2][zone[2]], p2 = edges[2][zone[2] + 1];
    double ring = 0.5 * (r2 - r1) * (r2 + r1);
    if (axis == 0) {
        double r = upper ? r2 : r1, belt = 0.5 * (t2 - t1) - 0.5 * cos(t1 + t2) * sin(t2 - t1);
        area[0] = r * r * belt * sines(p1, p2);
        area[1] = -r * r * belt * cosines(p1, p2);
        area[2] = -0.25 * r * r * cosines(2 * t1, 2 * t2) * (p2 - p1);
    } else if (axis == 1) {
        double t = upper ? t2 : t1, sine = t < PI * (1 - SAME) ? sin(t) : 0; /* no face at the poles, whatever lies beyond */
        area[0] = ring * sine * cos(t) * sines(p1, p2);
        area[1] = -ring * sine * cos(t) * cosines(p1, p2);
        area[2] = -ring * sine * sine * (p2 - p1);
    } else {
        double p = upper ? p2 : p1;
        area[0] = -ring * (t2 - t1) * sin(p);
        area[1] = ring * (t2 - t1) * cos(p);
        area[2] = 0;
    }
}

static double spherical_volume(const block *b, const int64_t zone[3]) {
    const double *const *edges = b->grid->edges;
    double r1 = edges[0][zone[0]], r2 = edges[0][zone[0] + 1];
    double shell = (r2 - r1) * (r2 * r2 + r2 * r1 + r1 * r1) / 3;
    return -shell * cosines(edges[1][zone[1]], edges[1][zone[1] + 1]) * (edges[2][zone[2] + 1] - edges[2][zone[2]]);
}

static int spherical(const block *b, const int64_t zone[3], double *divergence) {
    double sum = 0, end = b->ends ? b->grid->radius * (1 - SAME) : INFINITY;
    for (int axis = 0; axis < 3; axis++) {
        double flow[2];
        for (int upper = 0; upper < 2; upper++) {
            double area[3], at = b->grid->edges[0][zone[0] + (axis == 0 ? upper : 0)];
            flow[upper] = 0;
            if (at >= end) continue;
            face(b, zone, axis, upper, area);
            for (int c = 0; c < 3; c++) flow[upper] += area[c] == 0 ? 0 : area[c] * at_face(b, zone, axis, upper, c);
        }
        sum += flow[1] - flow[0];
    }
    *divergence = sum / spherical_volume(b, zone);
    return CK_OK;
}

/* ---- arguments ---- */

static int checked_edges(const char *name, const double *edges, int64_t n, double least, double most) {
    if (!edges) return ckp_fail(CK_EARG, "edges of %s are null; give one more than there are zones", name);
    for (int64_t i = 0; i <= n; i++) {
        if (!(edges[i] >= least && edges[i] <= most)) {
            return ckp_fail(CK_EARG, "edge %lld of %s is %g; must be in [%g, %g]", (long long)i, name, edges[i], least, most);
        }
        if (i > 0 && !(edges[i] > edges[i - 1])) {
            return ckp_fail(CK_EARG, "edge %lld of %s is %g and the one before %g; edges must rise", (long long)i, name, edges[i], edges[i - 1]);
        }
    }
    return CK_OK;
}

static int checked_spherical(block *b) {
    const ck_grid_t *grid = b->grid;
    int code = checked_edges("r", grid->edges[0], b->n[0], 0, 1e50);
    if (code == CK_OK) code = checked_edges("theta", grid->edges[1], b->n[1], 0, PI * (1 + 1e-12));
    if (code == CK_OK) code = checked_edges("phi", grid->edges[2], b->n[2], -100, 100);
    for (int64_t i = 0; code == CK_OK && b->ends && i < b->n[0]; i++) {
        const double *r = &grid->edges[0][i];
        if (r[0] < grid->radius * (1 - SAME) && r[1] > grid->radius * (1 + SAME)) {
            return ckp_fail(CK_EARG, "radius of the surface is %g, between the edges %g and %g of r; must be an edge", grid->radius, r[0], r[1]);
        }
    }
    return code;
}

static int checked_grid(const ck_grid_t *grid, block *b) {
    if (!grid) return ckp_fail(CK_EARG, "grid is null");
    if (grid->struct_size < sizeof *grid) {
        return ckp_fail(CK_EARG, "struct_size of ck_grid_t is %zu; must be sizeof(ck_grid_t), %zu", grid->struct_size, sizeof *grid);
    }
    b->grid = grid;
    if (!(grid->radius >= 0 && grid->radius <= 1e50)) {
        return ckp_fail(CK_EARG, "radius of the surface is %g; must be 0, for none, or a length up to 1e50", grid->radius);
    }
    b->ends = grid->radius > 0;
    if (grid->geometry == CK_SPHERICAL) return checked_spherical(b);
    if (grid->geometry != CK_CARTESIAN) {
        return ckp_fail(CK_EARG, "geometry of the grid is %d; must be CK_CARTESIAN (0) or CK_SPHERICAL (1)", grid->geometry);
    }
    return ckp_sphere_of(grid->first, grid->spacing, grid->centre, b->ends ? grid->radius : 1, &b->sphere);
}

static int checked_view(const char *name, const ck_view *view, int components) {
    if (!view || !view->base) return ckp_fail(CK_EARG, "memory for the %s is null", name);
    if (view->components != 0 && view->components != components) {
        return ckp_fail(CK_EFIELD, "%s has %d component%s, its view says %d", name, components, components == 1 ? "" : "s", view->components);
    }
    if (view->kind != 0 && view->kind != CK_F64 && view->kind != CK_F32) {
        return ckp_fail(CK_EARG, "kind of %s is %d; must be CK_F64 (8) or CK_F32 (4)", name, view->kind);
    }
    if (view->n[3] > 1 || view->n[3] < 0) {
        return ckp_fail(CK_EARG, "extent 3 of the %s is %lld; must be 0 or 1, as a grid has three", name, (long long)view->n[3]);
    }
    for (int d = 0; d < 3; d++) {
        if (view->n[d] < 0) return ckp_fail(CK_EARG, "extent %d of the %s is %lld; must be >= 0", d, name, (long long)view->n[d]);
    }
    return CK_OK;
}

/* Trailing extents that were left 0 count as 1. */
static void completed(const ck_view *view, int64_t n[3]) {
    memcpy(n, view->n, 3 * sizeof n[0]);
    for (int d = 2; d >= 1 && n[d] == 0; d--) n[d] = 1;
}

static int checked_views(const ck_view *flux, const ck_view *divergence, block *b) {
    int64_t around[3];
    int code = checked_view("flux", flux, 3);
    if (code == CK_OK) code = checked_view("divergence", divergence, 1);
    if (code != CK_OK) return code;
    completed(flux, around);
    completed(divergence, b->n);
    for (int d = 0; d < 3; d++) {
        if (around[d] != b->n[d] + 2) {
            return ckp_fail(CK_EARG, "extent %d of the flux is %lld for %lld zones; must be 2 more: a layer of zones around, on both sides", d,
                            (long long)around[d], (long long)b->n[d]);
        }
        if (b->n[d] > 1 && divergence->stride[d] == 0) {
            return ckp_fail(CK_EARG, "stride %d of the divergence is 0 with an extent of %lld; must be the bytes from one zone to the next", d,
                            (long long)b->n[d]);
        }
    }
    b->flux = flux;
    return code;
}

static int put(const ck_view *view, const int64_t zone[3], double value) {
    char *to = (char *)view->base + zone[0] * view->stride[0] + zone[1] * view->stride[1] + zone[2] * view->stride[2];
    if (view->kind != CK_F32) {
        memcpy(to, &value, sizeof value);
        return CK_OK;
    }
    float narrow = (float)value;
    if (isinf(narrow) && !isinf(value)) {
        return ckp_fail(CK_EFIELD, "divergence of zone %lld %lld %lld is %g, beyond single precision; give a CK_F64 view", (long long)zone[0],
                        (long long)zone[1], (long long)zone[2], value);
    }
    memcpy(to, &narrow, sizeof narrow);
    return CK_OK;
}

int ck_divergence(const ck_grid_t *grid, const ck_view *flux, const ck_view *divergence) {
    block b;
    memset(&b, 0, sizeof b);
    int code = checked_views(flux, divergence, &b);
    if (code == CK_OK) code = checked_grid(grid, &b);
    int64_t zone[3];
    for (zone[2] = 0; code == CK_OK && zone[2] < b.n[2]; zone[2]++) {
        for (zone[1] = 0; code == CK_OK && zone[1] < b.n[1]; zone[1]++) {
            for (zone[0] = 0; code == CK_OK && zone[0] < b.n[0]; zone[0]++) {
                double value = 0;
                code = grid->geometry == CK_SPHERICAL ? spherical(&b, zone, &value) : cartesian(&b, zone, &value);
                if (code == CK_OK) code = put(divergence, zone, value);
            }
        }
    }
    return code;
}
