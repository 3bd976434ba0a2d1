/* A sphere on a uniform Cartesian grid, as a block of zones sees it: what is inside, with a ramp from 1 to 0 over one zone across it. */
#ifndef CHIRALKICK_SURFACE_H
#define CHIRALKICK_SURFACE_H

#include "chiralkick.h"

#include <stdbool.h>

typedef struct {
    double first[3], spacing[3], centre[3], radius;
} ckp_sphere;

/* Checks and takes over what ck_surface_elements() is given. */
int ckp_sphere_of(const double *first, const double *spacing, const double *centre, double radius, ckp_sphere *sphere);
/* Whether the sphere has enough zones in its radius to be looked at; ckp_unresolved() says that it has not. */
bool ckp_resolved(const ckp_sphere *sphere);
int ckp_unresolved(const ckp_sphere *sphere);
/* Whether the ramp reaches into a zone, and of others whether they are inside. */
bool ckp_touches(const ckp_sphere *sphere, const double zone[3]);
bool ckp_holds(const ckp_sphere *sphere, const double zone[3]);
/* Mean of the ramp over a face of a zone: side is -0.5 or 0.5. Two zones find the same bits for the face between them. */
double ckp_over_face(const ckp_sphere *sphere, const double zone[3], int axis, double side);

#endif
