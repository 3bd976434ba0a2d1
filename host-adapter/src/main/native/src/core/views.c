/*
 * Host views: checking, cutting into pieces, gathering and scattering.
 *
 * Reading single elements of host memory from Java is slow, copying contiguous pieces is not; so strides, single precision and
 * masks end here, and the backend sees contiguous columns of doubles only.
 */
#include "views.h"

#include "errors.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *spelled(int number, char *buffer, size_t size);

static int element_size(int kind) {
    switch (kind) {
        case CK_F32: return 4;
        case CK_U8: return 1;
        default: return 8;
    }
}

/* Trailing extents that were left 0 count as 1. */
static void completed(const int64_t given[4], int64_t n[4]) {
    memcpy(n, given, 4 * sizeof n[0]);
    for (int d = 3; d >= 1 && n[d] == 0; d--) n[d] = 1;
}

static int checked_extents(const char *name, const ck_view *view, ckp_layout *layout, bool first) {
    int64_t n[4];
    completed(view->n, n);
    for (int d = 0; d < 4; d++) {
        if (n[d] < 0) {
            return ckp_fail(CK_EARG, "extent %d of %s is %lld; must be >= 0", d, name, (long long)n[d]);
        }
    }
    if (!first) {
        if (memcmp(n, layout->n, sizeof n) != 0) {
            return ckp_fail(CK_EARG,
                            "extents of %s are %lld x %lld x %lld x %lld, those of the fields before %lld x %lld x %lld x %lld; "
                            "all fields of a call must have the same",
                            name, (long long)n[0], (long long)n[1], (long long)n[2], (long long)n[3], (long long)layout->n[0],
                            (long long)layout->n[1], (long long)layout->n[2], (long long)layout->n[3]);
        }
        return CK_OK;
    }
    int64_t zones = 1;
    bool empty = false;
    for (int d = 0; d < 4; d++) empty |= n[d] == 0;
    for (int d = 0; d < 4 && !empty; d++) {
        if (zones > (INT64_MAX >> 8) / n[d]) return ckp_fail(CK_EARG, "extents of %s are too large", name);
        zones *= n[d];
    }
    memcpy(layout->n, n, sizeof n);
    layout->zones = empty ? 0 : zones;
    return CK_OK;
}

static int checked_kind(const char *name, int number, int kind, int *checked) {
    int usual = number == CK_MASK ? CK_U8 : number == CK_FLAGS ? CK_I64 : CK_F64;
    *checked = kind == 0 ? usual : kind;
    if (*checked == usual || (usual == CK_F64 && kind == CK_F32)) return CK_OK;
    return ckp_fail(CK_EARG, "kind of %s is %d; must be %s", name, kind,
                    usual == CK_F64 ? "CK_F64 (8) or CK_F32 (4)" : usual == CK_U8 ? "CK_U8 (1)" : "CK_I64 (64)");
}

static int checked_output(const char *name, const ck_view *view, const ckp_layout *layout, int components, int groups) {
    if (layout->zones == 0) return CK_OK;
    for (int d = 0; d < 4; d++) {
        if (layout->n[d] > 1 && view->stride[d] == 0) {
            return ckp_fail(CK_EARG, "stride %d of output %s is 0 with an extent of %lld: several zones would be written to one place",
                            d, name, (long long)layout->n[d]);
        }
    }
    if (components == 3 && view->component_stride == 0) {
        return ckp_fail(CK_EARG, "component stride of output %s is 0: three components would be written to one place", name);
    }
    if (groups > 1 && view->group_stride == 0) {
        return ckp_fail(CK_EARG, "group stride of output %s is 0: %d energy groups would be written to one place", name, groups);
    }
    return CK_OK;
}

__extension__ typedef __int128 wide; /* products of extents and strides, whatever they are */

static wide magnitude(int64_t stride) { return stride < 0 ? -(wide)stride : stride; }

/* Elements farther away than addresses go would be at offsets that overflow. */
static int checked_reach(const char *name, const ck_view *view, const ckp_layout *layout, int components, int groups) {
    if (layout->zones == 0) return CK_OK;
    wide reach = components * magnitude(components > 1 ? view->component_stride : 0);
    reach += groups * magnitude(groups > 1 ? view->group_stride : 0);
    for (int d = 0; d < 4; d++) {
        if (layout->n[d] > 1) reach += layout->n[d] * magnitude(view->stride[d]);
    }
    if (reach <= INT64_C(1) << 56) return CK_OK;
    return ckp_fail(CK_EARG, "strides of %s, %lld %lld %lld %lld, component %lld, group %lld, lead out of the address space; they are in bytes",
                    name, (long long)view->stride[0], (long long)view->stride[1], (long long)view->stride[2], (long long)view->stride[3],
                    (long long)view->component_stride, (long long)(groups > 1 ? view->group_stride : 0));
}

/* Where an empty block has its strides leads nowhere: they may be any, and are not followed. */
static ckp_component component_of(const ckp_layout *layout, const ck_view *view, int kind, int index, int group, int column) {
    if (layout->zones == 0) return (ckp_component){.base = view->base, .kind = kind, .column = column};
    int64_t offset = index * view->component_stride + group * (group > 0 ? view->group_stride : 0);
    ckp_component component = {.base = (char *)view->base + offset, .kind = kind, .column = column};
    memcpy(component.stride, view->stride, sizeof component.stride);
    return component;
}

/* All components of a layout, whatever they are; NULL behind the last. */
static ckp_component *component_at(ckp_layout *layout, int i) {
    if (i < layout->inputs) return &layout->input[i];
    i -= layout->inputs;
    if (i < layout->outputs) return &layout->output[i];
    i -= layout->outputs;
    if (layout->mask.base && i-- == 0) return &layout->mask;
    if (layout->flags.base && i == 0) return &layout->flags;
    return NULL;
}

/*
 * Joins neighbouring extents that are contiguous in every view, so that inner loops get long: (16,16,16) without ghost zones
 * becomes (4096). The numbering of zones stays.
 */
static void coalesce(ckp_layout *layout) {
    if (layout->zones == 0) return;
    ckp_component *one;
    int kept = 0;
    for (int d = 1; d < 4; d++) {
        if (layout->n[d] == 1) continue;
        bool joins = true;
        for (int i = 0; joins && (one = component_at(layout, i)); i++) {
            joins = layout->n[kept] == 1 || one->stride[d] == layout->n[kept] * one->stride[kept];
        }
        if (joins && layout->n[kept] == 1) {
            for (int i = 0; (one = component_at(layout, i)); i++) one->stride[kept] = one->stride[d];
        }
        if (joins) {
            layout->n[kept] *= layout->n[d];
        } else {
            kept++;
            layout->n[kept] = layout->n[d];
            for (int i = 0; (one = component_at(layout, i)); i++) one->stride[kept] = one->stride[d];
        }
    }
    for (int d = kept + 1; d < 4; d++) layout->n[d] = 1;
}

static bool is_flat(const ckp_component *component, const int64_t n[4]) {
    int64_t zones = n[0];
    for (int d = 1; d < 4; d++) {
        if (n[d] > 1 && component->stride[d] != zones * component->stride[0]) return false;
        zones *= n[d];
    }
    return true;
}

/* After coalescing: what is left of the extents belongs to views with gaps; the others can be walked in one go. */
static void find_flat(ckp_layout *layout) {
    if (layout->zones == 0) return;
    for (int i = 0; i < layout->inputs; i++) layout->input[i].flat = is_flat(&layout->input[i], layout->n);
    for (int i = 0; i < layout->outputs; i++) layout->output[i].flat = is_flat(&layout->output[i], layout->n);
    if (layout->flags.base) layout->flags.flat = is_flat(&layout->flags, layout->n);
}

/* After coalescing, too: the extents along which scalar inputs have a stride of 0. */
static void find_repeats(ckp_layout *layout) {
    for (int i = 0; i < layout->inputs; i++) {
        const ckp_component *one = &layout->input[i];
        int axis, group;
        const ckp_field *field = NULL;
        for (int d = 0; d < 4; d++) {
            if (layout->n[d] == 1 || one->stride[d] != 0) continue;
            if (!field) field = ckp_field_in(one->column, &axis, &group);
            if (field->components == 1 && !field->per_group) layout->repeats[d] |= INT64_C(1) << ckp_index_of(field);
        }
    }
}

/* Makes room for the components of fields that are per group, too. */
static int make_room(ckp_layout *layout, int groups) {
    if (layout->many) return CK_OK;
    size_t inputs = CKP_ZONE_COLUMNS + (size_t)groups * CKP_GROUP_ZONE_COLUMNS;
    size_t outputs = CKP_FLUX_COLUMNS + (size_t)groups * CKP_GROUP_FLUX_COLUMNS;
    layout->many = malloc((inputs + outputs) * sizeof *layout->many);
    if (!layout->many) return ckp_fail(CK_EINTERNAL, "out of memory for views of %d energy groups", groups);
    layout->input = memcpy(layout->many, layout->input, (size_t)layout->inputs * sizeof *layout->many);
    layout->output = memcpy(layout->many + inputs, layout->output, (size_t)layout->outputs * sizeof *layout->many);
    return CK_OK;
}

void ckp_layout_free(ckp_layout *layout) { free(layout->many); }

static int checked_groups(const char *name, const ck_view *view, int groups, ckp_layout *layout) {
    if (groups == 0) {
        return ckp_fail(CK_EFIELD, "%s is per energy group, but the coupling has none; call ck_groups after ck_open, before the first ck_begin",
                        name);
    }
    if (view->reserved[0] != 0 || view->reserved[1] != 0) {
        return ckp_fail(CK_EARG, "reserved of the view of %s is not 0; clear the whole structure before filling it", name);
    }
    return make_room(layout, groups);
}

static void add_component(ckp_layout *layout, bool output, const ckp_component *component) {
    if (output) {
        layout->output[layout->outputs++] = *component;
    } else {
        layout->input[layout->inputs++] = *component;
    }
}

/* Vectors of which the host gave some components only: the others are 0. */
static void add_zeros(ckp_layout *layout, const bool *given) {
    for (int f = 0; f < CKP_ZONE_FIELDS; f++) {
        const ckp_field *field = ckp_field_at(f);
        if (field->per_group || !(layout->inputs_given >> f & 1)) continue;
        for (int c = 0; c < field->components; c++) {
            ckp_component zero = {.kind = CK_F64, .column = field->column + c};
            if (!given[zero.column]) add_component(layout, false, &zero);
        }
    }
}

int ckp_layout_of(int fields, const int *field, const ck_view *view, int groups, ckp_layout *layout) {
    memset(layout, 0, offsetof(ckp_layout, few_inputs)); /* the components count up to inputs and outputs: clearing all takes a tenth of a call */
    layout->input = layout->few_inputs;
    layout->output = layout->few_outputs;
    if (fields < 0) return ckp_fail(CK_EARG, "number of fields is %d; must be >= 0", fields);
    if (fields > 0 && (!field || !view)) return ckp_fail(CK_EARG, "list of %s is null", field ? "views" : "fields");
    bool given[CKP_COLUMNS + CKP_GROUP_COLUMNS] = {false}; /* columns, those of the first group for all groups */
    bool first = true;
    char spelling[80];
    for (int i = 0; i < fields; i++) {
        int axis = field[i] > 0 ? field[i] / 1000 - 1 : -1, number = axis >= 0 ? field[i] % 1000 : field[i];
        const ckp_field *entry = ckp_field_of(number);
        if (!entry || axis > 2 || (axis >= 0 && entry->components != 3)) {
            return ckp_fail(CK_EFIELD, "there is no field with the number %d (entry %d of the call)", field[i], i);
        }
        const char *name = axis < 0 ? entry->name : spelled(field[i], spelling, sizeof spelling);
        const ck_view *v = &view[i];
        int components = axis >= 0 ? 1 : entry->components;
        if (v->components != 0 && v->components != components) {
            return ckp_fail(CK_EFIELD, "%s has %d component%s, its view says %d", name, components, components == 1 ? "" : "s",
                            v->components);
        }
        if (!v->base) continue;
        int kind, code = checked_kind(name, number, v->kind, &kind);
        if (code == CK_OK) code = checked_extents(name, v, layout, first);
        int sets = entry->per_group ? groups : 1;
        if (code == CK_OK && entry->per_group) code = checked_groups(name, v, groups, layout);
        if (code == CK_OK) code = checked_reach(name, v, layout, components, sets);
        if (code != CK_OK) return code;
        first = false;
        bool output = ckp_is_flux(number) || number == CK_FLAGS;
        if (output && (code = checked_output(name, v, layout, components, sets)) != CK_OK) return code;
        if (entry->column < 0) {
            ckp_component *special = number == CK_MASK ? &layout->mask : &layout->flags;
            if (special->base) return ckp_fail(CK_EFIELD, "%s is given twice in one call", name);
            *special = component_of(layout, v, kind, 0, 0, -1);
            continue;
        }
        for (int c = 0; c < components; c++) {
            int of_field = axis >= 0 ? axis : c, first_column = ckp_column_of(entry, of_field, 0);
            if (given[first_column]) return ckp_fail(CK_EFIELD, "%s is given twice in one call", name);
            given[first_column] = true;
            for (int g = 0; g < sets; g++) {
                ckp_component component = component_of(layout, v, kind, c, g, ckp_column_of(entry, of_field, g));
                add_component(layout, output, &component);
            }
        }
        int place = ckp_index_of(entry);
        if (output) {
            layout->outputs_wanted |= INT64_C(1) << (place - CKP_ZONE_FIELDS);
        } else {
            layout->inputs_given |= INT64_C(1) << place;
        }
    }
    if (first) return ckp_fail(CK_EARG, "no field with memory was given, so the number of zones is unknown");
    add_zeros(layout, given);
    coalesce(layout);
    find_flat(layout);
    find_repeats(layout);
    return CK_OK;
}

static const char *spelled(int number, char *buffer, size_t size) {
    int axis = number / 1000 - 1;
    const char *name = ckp_field_of(axis >= 0 ? number % 1000 : number)->name;
    size_t length = strlen(name);
    if (length > size - 3) length = size - 3;
    memcpy(buffer, name, length);
    if (axis >= 0) {
        buffer[length++] = '_';
        buffer[length++] = (char)('x' + axis);
    }
    buffer[length] = 0;
    return buffer;
}

void ckp_place(const ckp_layout *layout, const ckp_piece *piece, int64_t call, ckp_lane *lane) {
    lane->call = call;
    lane->first_zone = piece->run[0].zone;
    lane->numbered = layout->mask.base != NULL;
    memcpy(lane->extent, layout->n, sizeof lane->extent);
    memcpy(lane->repeats, layout->repeats, sizeof lane->repeats);
    for (int r = 0; lane->numbered && r < piece->runs; r++) {
        for (int i = 0; i < piece->run[r].length; i++) lane->flags[piece->run[r].first + i] = piece->run[r].zone + i;
    }
}

static int64_t offset_of(const ckp_component *component, const int64_t at[4]) {
    return at[0] * component->stride[0] + at[1] * component->stride[1] + at[2] * component->stride[2]
           + at[3] * component->stride[3];
}

static void clear_run(const ckp_component *component, const int64_t at[4], int64_t from, int64_t end) {
    char *to = component->base + offset_of(component, at);
    for (int64_t i = from; i < end; i++) memset(to + i * component->stride[0], 0, (size_t)element_size(component->kind));
}

/* Zones that the mask leaves out get zero fluxes and no flags. */
static void clear_outputs(const ckp_layout *layout, const int64_t at[4], int64_t from, int64_t end) {
    for (int c = 0; c < layout->outputs; c++) clear_run(&layout->output[c], at, from, end);
    if (layout->flags.base) clear_run(&layout->flags, at, from, end);
}

/* Adds the zones of one row stretch to the piece, as far as the mask lets them through and the piece has room; returns how many zones
 * of the stretch are dealt with. */
static int64_t add_stretch(const ckp_layout *layout, ckp_piece *piece, int64_t zone, const int64_t at[4], int64_t length) {
    const ckp_component *mask = &layout->mask;
    const char *m = mask->base ? mask->base + offset_of(mask, at) : NULL;
    int64_t i = 0;
    while (i < length && piece->zones < CKP_PIECE) {
        if (m) {
            int64_t skipped = i;
            while (i < length && m[i * mask->stride[0]] == 0) i++;
            if (i > skipped) clear_outputs(layout, at, skipped, i);
            if (i == length) break;
        }
        int64_t from = i, limit = from + (CKP_PIECE - piece->zones);
        if (limit > length) limit = length;
        if (m) {
            while (i < limit && m[i * mask->stride[0]] != 0) i++;
        } else {
            i = limit;
        }
        ckp_run *run = &piece->run[piece->runs++];
        memcpy(run->at, at, sizeof run->at);
        run->at[0] += from;
        run->zone = zone + from;
        run->length = (int)(i - from);
        run->first = piece->zones;
        piece->zones += run->length;
    }
    return i;
}

bool ckp_next_piece(const ckp_layout *layout, int64_t *next, int64_t end, ckp_piece *piece) {
    const int64_t *n = layout->n;
    piece->runs = piece->zones = 0;
    while (*next < end && piece->zones < CKP_PIECE) {
        int64_t rest = *next, at[4];
        for (int d = 0; d < 4; d++) {
            at[d] = rest % n[d];
            rest /= n[d];
        }
        int64_t length = n[0] - at[0];
        if (length > end - *next) length = end - *next;
        *next += add_stretch(layout, piece, *next, at, length);
    }
    return piece->zones > 0;
}

/* memcpy for single elements: views may be unaligned (packed structures), and the compiler makes plain loads of it. */
static void gather_f64(double *to, const char *from, int64_t stride, int length) {
    if (stride == 8) {
        memcpy(to, from, (size_t)length * 8);
        return;
    }
    for (int i = 0; i < length; i++, from += stride) memcpy(&to[i], from, 8);
}

static void gather_f32(double *to, const char *from, int64_t stride, int length) {
    if (stride == 4) { /* a loop of its own, for the compiler to vectorise */
        for (int i = 0; i < length; i++) {
            float value;
            memcpy(&value, from + 4 * i, 4);
            to[i] = value;
        }
        return;
    }
    for (int i = 0; i < length; i++, from += stride) {
        float value;
        memcpy(&value, from, 4);
        to[i] = value;
    }
}

/* The runs of a piece as a component needs them: all of them as one where nothing lies between them. */
static int runs_of(const ckp_layout *layout, const ckp_piece *piece, const ckp_component *component, ckp_run *joined, const ckp_run **runs) {
    *runs = piece->run;
    if (!component->flat || layout->mask.base) return piece->runs;
    *joined = (ckp_run){.at = {piece->run[0].zone}, .zone = piece->run[0].zone, .length = piece->zones};
    *runs = joined;
    return 1;
}

void ckp_gather(const ckp_layout *layout, const ckp_piece *piece, ckp_lane *lane) {
    for (int c = 0; c < layout->inputs; c++) {
        const ckp_component *component = &layout->input[c];
        double *to = lane->column[component->column];
        if (!component->base) {
            memset(to, 0, (size_t)piece->zones * sizeof(double));
            continue;
        }
        ckp_run joined;
        const ckp_run *run;
        int runs = runs_of(layout, piece, component, &joined, &run);
        for (int r = 0; r < runs; r++, run++) {
            const char *from = component->base + offset_of(component, run->at);
            if (component->kind == CK_F32) {
                gather_f32(to + run->first, from, component->stride[0], run->length);
            } else {
                gather_f64(to + run->first, from, component->stride[0], run->length);
            }
        }
    }
    lane->inputs_given = layout->inputs_given;
    lane->outputs_wanted = layout->outputs_wanted;
    lane->wants_flags = layout->flags.base != NULL;
}

/* False when a value does not fit into single precision (fluxes in cgs often do not). */
static bool scatter_run(const ckp_component *component, const ckp_run *run, const void *values) {
    char *to = component->base + offset_of(component, run->at);
    int64_t stride = component->stride[0];
    bool fits = true;
    if (component->kind == CK_F32) {
        const double *from = (const double *)values + run->first;
        for (int i = 0; i < run->length; i++, to += stride) {
            float value = (float)from[i];
            fits &= !isinf(value) || isinf(from[i]);
            memcpy(to, &value, 4);
        }
    } else {
        const char *from = (const char *)values + 8 * (int64_t)run->first; /* double or int64 */
        if (stride == element_size(component->kind)) {
            memcpy(to, from, (size_t)run->length * 8);
            return true;
        }
        for (int i = 0; i < run->length; i++, to += stride) memcpy(to, from + 8 * i, 8);
    }
    return fits;
}

static bool scatter_component(const ckp_layout *layout, const ckp_piece *piece, const ckp_component *component, const void *values) {
    ckp_run joined;
    const ckp_run *run;
    int runs = runs_of(layout, piece, component, &joined, &run);
    bool fits = true;
    for (int r = 0; r < runs; r++) fits &= scatter_run(component, &run[r], values);
    return fits;
}

/* What makes a flux smaller in the host's numbers, with what else it changes. */
static const char *larger_unit(int number) {
    switch (number) {
        case CK_LEPTON_FLUX:
        case CK_AXIAL_FLUX:
        case CK_NEUTRINO_FLUX:
        case CK_AXIAL_SOURCE:
        case CK_ESCAPED_NUMBER:
        case CK_NU_E_GROUP_NUMBER_FLUX:
        case CK_ANTI_NU_E_GROUP_NUMBER_FLUX:
        case CK_NU_X_GROUP_NUMBER_FLUX: return "a larger ck_open_args.count, such as 1e50";
        case CK_CHIRAL_CURRENT: return "a larger ck_open_args.field_gauss, in which the fields are, too";
        case CK_CHIRAL_INVERSE_LENGTH: return "a smaller ck_open_args.length_cm, in which all lengths are";
        case CK_LARGEST_STABLE_RATE:
        case CK_SPIN_FLIP_RATE: return "a smaller ck_open_args.time_s, in which all times are";
        default: return "a larger ck_open_args.mass_g, in which densities and energies are, too";
    }
}

int ckp_scatter(const ckp_layout *layout, const ckp_piece *piece, const ckp_lane *lane) {
    int overflowed = -1;
    for (int c = 0; c < layout->outputs; c++) {
        int column = layout->output[c].column;
        if (!scatter_component(layout, piece, &layout->output[c], lane->column[column])) overflowed = column;
    }
    if (layout->flags.base) scatter_component(layout, piece, &layout->flags, lane->flags);
    if (overflowed < 0) return CK_OK;
    int axis, group;
    const ckp_field *field = ckp_field_in(overflowed, &axis, &group);
    return ckp_fail(CK_EFIELD, "%s exceeds single precision (3.4e38) in these units; give a CK_F64 view, or %s", field->name,
                    larger_unit(field->number));
}
