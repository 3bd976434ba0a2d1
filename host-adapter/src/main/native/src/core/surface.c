/*
 * Surface elements of a sphere on a Cartesian grid. SurfaceElements.java does the same operations in the same order; a test compares both
 * with the same numbers.
 */
#include "surface.h"

#include "errors.h"
#include "views.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { LEAST_ZONES = 2 };                           /* of the radius; a smaller sphere is not resolved */
static const double SHORTEST = 1e-50, LONGEST = 1e50; /* lengths whose products and squares are far from both ends of a double */
static const double GAUSS = 0.28867513459481287;    /* from the middle of a side to its two Gauss points, in sides: 1/sqrt(12) */

static double norm(double x, double y, double z) { return sqrt(x * x + y * y + z * z); }

/* Share of a point that counts as inside: falls from 1 to 0 over one zone across the surface. */
static double ramp(const ckp_sphere *s, const double at[3]) {
    const double *h = s->spacing;
    double r = norm(at[0], at[1], at[2]);
    if (r == 0) return 1;
    double share = 0.5 + (s->radius - r) * r / norm(at[0] * h[0], at[1] * h[1], at[2] * h[2]);
    return share > 1 ? 1 : share < 0 ? 0 : share;
}

/* Coordinate relative to the centre; index may lie between zones. Two zones find the same bits for the face between them. */
static double coordinate(const ckp_sphere *s, int axis, double index) { return s->first[axis] + index * s->spacing[axis] - s->centre[axis]; }

double ckp_over_face(const ckp_sphere *s, const double zone[3], int axis, double side) {
    int b = (axis + 1) % 3, c = (axis + 2) % 3;
    double at[3], sum = 0;
    at[axis] = coordinate(s, axis, zone[axis] + side);
    for (int point = 0; point < 4; point++) {
        at[b] = coordinate(s, b, zone[b] + (point & 1 ? GAUSS : -GAUSS));
        at[c] = coordinate(s, c, zone[c] + (point & 2 ? GAUSS : -GAUSS));
        sum += ramp(s, at);
    }
    return 0.25 * sum;
}

static double largest(const double h[3]) { return fmax(h[0], fmax(h[1], h[2])); }

bool ckp_touches(const ckp_sphere *s, const double zone[3]) {
    const double *h = s->spacing;
    double r = norm(coordinate(s, 0, zone[0]), coordinate(s, 1, zone[1]), coordinate(s, 2, zone[2]));
    return fabs(r - s->radius) <= 0.5 * (norm(h[0], h[1], h[2]) + largest(h));
}

bool ckp_holds(const ckp_sphere *s, const double zone[3]) {
    return norm(coordinate(s, 0, zone[0]), coordinate(s, 1, zone[1]), coordinate(s, 2, zone[2])) < s->radius;
}

bool ckp_resolved(const ckp_sphere *s) { return s->radius >= LEAST_ZONES * largest(s->spacing); }

/* ---- arguments ---- */

static int checked_place(const char *what, const double *given, double into[3]) {
    if (!given) return ckp_fail(CK_EARG, "%s is null; give three coordinates in your unit of length", what);
    for (int axis = 0; axis < 3; axis++) {
        if (!(fabs(given[axis]) <= LONGEST)) {
            return ckp_fail(CK_EARG, "%s along %c is %g; must be a coordinate in [-1e50, 1e50], in your unit of length", what, "xyz"[axis],
                            given[axis]);
        }
        into[axis] = given[axis];
    }
    return CK_OK;
}

static int checked_length(const char *what, double length) {
    if (length >= SHORTEST && length <= LONGEST) return CK_OK;
    return ckp_fail(CK_EARG, "%s is %g; must be a length in [1e-50, 1e50], in your unit", what, length);
}

int ckp_sphere_of(const double *first, const double *spacing, const double *centre, double radius, ckp_sphere *s) {
    static const char *const ALONG[3] = {"spacing along x", "spacing along y", "spacing along z"};
    int code = checked_place("centre of the first zone", first, s->first);
    if (code == CK_OK) code = checked_place("centre of the sphere", centre, s->centre);
    if (code == CK_OK) code = checked_length("radius of the sphere", radius);
    if (code == CK_OK && !spacing) code = ckp_fail(CK_EARG, "spacing is null; give three lengths");
    for (int axis = 0; axis < 3 && code == CK_OK; axis++) {
        code = checked_length(ALONG[axis], spacing[axis]);
        s->spacing[axis] = spacing[axis];
    }
    s->radius = radius;
    return code;
}

static int checked_elements(const ck_view *elements, const ckp_sphere *s, int64_t n[3]) {
    if (!elements || !elements->base) return ckp_fail(CK_EARG, "memory for the surface elements is null; give the view of a field with 3 components");
    const int field = CK_SURFACE_ELEMENT;
    ckp_layout layout;
    int code = ckp_layout_of(1, &field, elements, 0, &layout);
    ckp_layout_free(&layout);
    if (code != CK_OK) return code;
    if (elements->n[3] > 1) {
        return ckp_fail(CK_EARG, "extent 3 of the surface elements is %lld; must be 0 or 1, as a Cartesian grid has three",
                        (long long)elements->n[3]);
    }
    bool trailing = true;
    for (int d = 2; d >= 0; d--) {
        n[d] = elements->n[d] == 0 && trailing && d > 0 ? 1 : elements->n[d];
        trailing = trailing && elements->n[d] == 0;
    }
    if (layout.zones == 0) return CK_OK;
    for (int d = 0; d < 3; d++) {
        if (n[d] > 1 && elements->stride[d] == 0) {
            return ckp_fail(CK_EARG, "stride %d of the surface elements is 0 with an extent of %lld; must be the bytes from one zone to the next", d,
                            (long long)n[d]);
        }
    }
    if (elements->component_stride == 0) {
        return ckp_fail(CK_EARG, "component stride of the surface elements is 0; must be the bytes from one component to the next");
    }
    for (int d = 0; d < 3 && elements->kind == CK_F32; d++) {
        double area = s->spacing[(d + 1) % 3] * s->spacing[(d + 2) % 3];
        if (area > FLT_MAX || area < 1e-30) {
            return ckp_fail(CK_EFIELD, "a face of a zone measures %g, and surface elements of that size do not fit into single precision; give a CK_F64 view",
                            area);
        }
    }
    return CK_OK;
}

/* ---- the elements ---- */

static void put(char *to, int kind, double value) {
    if (kind == CK_F32) {
        float narrow = (float)value;
        memcpy(to, &narrow, sizeof narrow);
    } else {
        memcpy(to, &value, sizeof value);
    }
}

int ckp_unresolved(const ckp_sphere *s) {
    double h = largest(s->spacing);
    return ckp_fail(CK_EARG, "radius of the sphere is %g, and zones at its surface measure %g; must be at least %d of them: refine the grid there",
                    s->radius, h, LEAST_ZONES);
}

int ck_surface_elements(const double first[3], const double spacing[3], const double centre[3], double radius, const ck_view *elements) {
    ckp_sphere s;
    int64_t n[3];
    int code = ckp_sphere_of(first, spacing, centre, radius, &s);
    if (code == CK_OK) code = checked_elements(elements, &s, n);
    if (code != CK_OK) return code;
    if (n[0] == 0 || n[1] == 0 || n[2] == 0) return CK_OK; /* strides of an empty block are not followed */
    bool resolved = ckp_resolved(&s);
    for (int64_t k = 0; k < n[2]; k++) {
        for (int64_t j = 0; j < n[1]; j++) {
            char *to = (char *)elements->base + j * elements->stride[1] + k * elements->stride[2];
            for (int64_t i = 0; i < n[0]; i++, to += elements->stride[0]) {
                const double zone[3] = {(double)i, (double)j, (double)k};
                bool any = ckp_touches(&s, zone);
                if (any && !resolved) return ckp_unresolved(&s);
                for (int axis = 0; axis < 3; axis++) {
                    double area = s.spacing[(axis + 1) % 3] * s.spacing[(axis + 2) % 3];
                    double element = any ? area * (ckp_over_face(&s, zone, axis, -0.5) - ckp_over_face(&s, zone, axis, 0.5)) : 0;
                    put(to + axis * elements->component_stride, elements->kind, element);
                }
            }
        }
    }
    return CK_OK;
}
