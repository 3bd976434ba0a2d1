/* See doubt.h. The rules are those of ZoneFaults and Plausibility of org.chiralkick.host.internal.block. */
#include "doubt.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

ckp_scales ckp_scales_of(const ck_open_args *args) {
    double derived = sqrt(args->mass_g / args->length_cm) / args->time_s * (args->field_system == CK_HEAVISIDE_LORENTZ ? sqrt(4 * PI) : 1);
    return (ckp_scales){.temperature = args->temperature_mev,
                        .potential = args->potential_mev,
                        .density = args->mass_g / (args->length_cm * args->length_cm * args->length_cm),
                        .field = args->field_gauss > 0 ? args->field_gauss : derived};
}

static double scale_of(const ckp_scales *scales, int field) {
    switch (field) {
    case CK_TEMPERATURE: return scales->temperature;
    case CK_ELECTRON_CHEMICAL_POTENTIAL:
    case CK_NEUTRINO_CHEMICAL_POTENTIAL: return scales->potential;
    case CK_DENSITY: return scales->density;
    case CK_MAGNETIC_FIELD: return scales->field;
    default: return 1;
    }
}

static bool is_allowed(int field, double value) {
    if (!isfinite(value)) return false;
    switch (field) {
    case CK_TEMPERATURE: return value >= 0;
    case CK_DENSITY: return value > 0;
    case CK_ELECTRON_FRACTION: return value >= 0 && value <= 1;
    default: return true;
    }
}

static bool is_plausible(int field, double value) {
    switch (field) {
    case CK_TEMPERATURE: return fabs(value) <= 300;
    case CK_ELECTRON_CHEMICAL_POTENTIAL:
    case CK_NEUTRINO_CHEMICAL_POTENTIAL: return fabs(value) <= 1000;
    case CK_DENSITY: return fabs(value) <= 1e16;
    case CK_NEUTRINO_FRACTION: return fabs(value) <= 1;
    case CK_MAGNETIC_FIELD: return fabs(value) <= 1e19;
    default: return true;
    }
}

/* The first input, in the order of the table, that makes the flag: its place there, or that of the recoil. */
static int cause_of(const ckp_scales *scales, int flag, const ckp_lane *lane, int index, double *value) {
    for (int i = 0; i < CKP_ZONE_FIELDS; i++) {
        if (!(lane->inputs_given >> i & 1)) continue;
        const ckp_field *field = ckp_field_at(i);
        for (int g = 0; g < (field->per_group ? lane->groups : 1); g++) {
            for (int axis = 0; axis < field->components; axis++) {
                *value = lane->column[ckp_column_of(field, axis, g)][index] * scale_of(scales, field->number);
                if (flag == CK_FLAG_INPUT ? !is_allowed(field->number, *value) : !is_plausible(field->number, *value)) return i;
            }
        }
    }
    *value = INFINITY;
    return CKP_CAUSES - 1;
}

void ckp_doubtful_add(ckp_doubtful *d, const ckp_scales *scales, int flag, const ckp_lane *lane, int index, int64_t block, int64_t zone) {
    double value;
    int cause = cause_of(scales, flag, lane, index, &value);
    d->count[cause]++;
    if (d->total++ > 0 && (block > d->block || (block == d->block && zone >= d->zone))) return;
    d->block = block;
    d->zone = zone;
    d->field = cause < CKP_CAUSES - 1 ? ckp_field_at(cause)->number : 0;
    d->value = value;
}

void ckp_doubtful_causes(const ckp_doubtful *d, ckp_causes *causes) {
    causes->count = 0;
    for (int i = 0; i < CKP_CAUSES; i++) {
        if (d->count[i] == 0) continue;
        causes->field[causes->count] = i < CKP_CAUSES - 1 ? ckp_field_at(i)->number : 0;
        causes->zones[causes->count++] = d->count[i];
    }
}
