/* Gather and scatter against a naive walk over the zones, for views of every kind. */
#include "check.h"
#include "core/handles.h"
#include "core/views.h"

#include <pthread.h>
#include <stdlib.h>

extern int64_t echo_zones;

static uint64_t state = 12345;
static int below(int n) { /* the same numbers in every run */
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((state >> 33) % (uint64_t)n);
}

typedef struct {
    ck_view view;
    unsigned char *memory;
    size_t bytes;
} array;

static double read_at(const void *p, int kind) {
    float f;
    double d;
    int64_t i;
    if (kind == CK_F32) return memcpy(&f, p, 4), f;
    if (kind == CK_I64) return memcpy(&i, p, 8), (double)i;
    return memcpy(&d, p, 8), d;
}

static char *element(const ck_view *v, const int64_t at[4], int c) {
    char *p = (char *)v->base + c * v->component_stride;
    for (int d = 0; d < 4; d++) p += at[d] * v->stride[d];
    return p;
}

/* An array with random padding, order of axes, direction and component position; inputs sometimes repeat along an axis. */
static array random_array(const int64_t n[4], int kind, int components, int output) {
    array a = {.view = {.kind = kind, .components = components}};
    int size = kind == CK_F32 ? 4 : kind == CK_U8 ? 1 : 8, order[5] = {0, 1, 2, 3, 4};
    for (int i = 4; i > 0; i--) {
        int j = below(i + 1), swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }
    int plain = below(3) == 0; /* contiguous in the usual order, so that extents are joined */
    int64_t step = size, back = 0;
    if (!plain) step += below(3) * (kind == CK_F32 ? 4 : 1);
    for (int i = 0; i < 5; i++) {
        int d = plain ? i : order[i];
        int64_t count = d == 4 ? components : n[d], stride = step;
        step *= count + (plain ? 0 : below(3));
        if (!plain && !output && d != 4 && below(5) == 0) stride = 0;
        if (!plain && below(3) == 0) {
            stride = -stride;
            back += -stride * (count - 1);
        }
        if (d == 4) a.view.component_stride = stride; else a.view.stride[d] = stride;
    }
    memcpy(a.view.n, n, sizeof a.view.n);
    a.bytes = (size_t)step + 16;
    a.memory = calloc(1, a.bytes);
    a.view.base = a.memory + back;
    return a;
}

static void put(const ck_view *v, const int64_t at[4], int c, double value) {
    float f = (float)value;
    if (v->kind == CK_F32) memcpy(element(v, at, c), &f, 4);
    else if (v->kind == CK_U8) *element(v, at, c) = (char)value;
    else memcpy(element(v, at, c), &value, 8);
}

static int64_t count_bytes_outside(const array *a, const unsigned char *before, const int64_t n[4]) {
    /* writes back what a naive walk may touch, then every byte must be as before */
    unsigned char *copy = malloc(a->bytes);
    memcpy(copy, a->memory, a->bytes);
    int size = a->view.kind == CK_F32 ? 4 : 8;
    int64_t at[4], differing = 0;
    for (at[3] = 0; at[3] < n[3]; at[3]++) for (at[2] = 0; at[2] < n[2]; at[2]++) for (at[1] = 0; at[1] < n[1]; at[1]++)
        for (at[0] = 0; at[0] < n[0]; at[0]++) {
            for (int c = 0; c < a->view.components; c++) {
                size_t offset = (size_t)((unsigned char *)element(&a->view, at, c) - a->memory);
                memcpy(copy + offset, before + offset, (size_t)size);
            }
        }
    for (size_t i = 0; i < a->bytes; i++) differing += copy[i] != before[i];
    free(copy);
    return differing;
}

static void one_random_call(ck_coupling *coupling) {
    int64_t n[4] = {1 + below(40), 1 + below(12), 1 + below(6), 1 + below(3)};
    int masked = below(2);
    array a[6] = {random_array(n, below(2) ? CK_F64 : CK_F32, 3, 0), random_array(n, below(2) ? CK_F64 : CK_F32, 1, 0),
                  random_array(n, CK_F64, 3, 1), random_array(n, below(2) ? CK_F64 : CK_F32, 1, 1), random_array(n, CK_I64, 1, 1),
                  random_array(n, CK_U8, 1, 0)};
    int64_t at[4], expected = 0;
    for (at[3] = 0; at[3] < n[3]; at[3]++) for (at[2] = 0; at[2] < n[2]; at[2]++) for (at[1] = 0; at[1] < n[1]; at[1]++)
        for (at[0] = 0; at[0] < n[0]; at[0]++) {
            for (int c = 0; c < 3; c++) put(&a[0].view, at, c, below(1 << 20));
            put(&a[1].view, at, 0, below(1 << 20));
            put(&a[5].view, at, 0, below(4) != 0);
        }
    const ck_view *mask = masked ? &a[5].view : NULL;
    for (int i = 2; i < 5; i++) memset(a[i].memory, 0x5A, a[i].bytes);
    unsigned char *before[3];
    for (int i = 0; i < 3; i++) memcpy(before[i] = malloc(a[2 + i].bytes), a[2 + i].memory, a[2 + i].bytes);
    int field[6] = {CK_MAGNETIC_FIELD, CK_TEMPERATURE, CK_LEPTON_FLUX, CK_AXIAL_SOURCE, CK_FLAGS, CK_MASK};
    ck_view view[6];
    for (int i = 0; i < 6; i++) view[i] = a[i].view;
    ck_block_result result = {.struct_size = sizeof result};
    echo_zones = 0;
    CHECK(ck_evaluate(coupling, 1, 1, masked ? 6 : 5, field, view, &result) == CK_OK);
    int64_t wrong = 0;
    for (at[3] = 0; at[3] < n[3]; at[3]++) for (at[2] = 0; at[2] < n[2]; at[2]++) for (at[1] = 0; at[1] < n[1]; at[1]++)
        for (at[0] = 0; at[0] < n[0]; at[0]++) {
            if (mask && *element(mask, at, 0) == 0) {
                for (int c = 0; c < 3; c++) wrong += read_at(element(&a[2].view, at, c), CK_F64) != 0;
                wrong += read_at(element(&a[3].view, at, 0), a[3].view.kind) != 0 || read_at(element(&a[4].view, at, 0), CK_I64) != 0;
                continue;
            }
            expected++;
            for (int c = 0; c < 3; c++) {
                wrong += read_at(element(&a[2].view, at, c), CK_F64) != read_at(element(&a[0].view, at, c), a[0].view.kind);
            }
            double t = read_at(element(&a[1].view, at, 0), a[1].view.kind);
            wrong += read_at(element(&a[3].view, at, 0), a[3].view.kind) != t;
            wrong += read_at(element(&a[4].view, at, 0), CK_I64) != t;
        }
    CHECK(wrong == 0);
    CHECK(echo_zones == expected && result.flagged == expected);
    for (int i = 0; i < 3; i++) {
        CHECK(count_bytes_outside(&a[2 + i], before[i], n) == 0);
        free(before[i]);
    }
    for (int i = 0; i < 6; i++) free(a[i].memory);
}

static void threads_give_the_same_bits(void) {
    enum { N = 40000 };
    static double t[N], out[2][N];
    ck_block_result result[2];
    for (int i = 0; i < N; i++) t[i] = 1 + below(1000) / 7.0;
    for (int run = 0; run < 2; run++) {
        ck_open_args args = {.struct_size = sizeof args, .threads = run ? 3 : 1};
        ck_coupling *coupling;
        CHECK(ck_open(&args, &coupling) == CK_OK);
        CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
        int field[2] = {CK_TEMPERATURE, CK_AXIAL_SOURCE};
        ck_view view[2] = {{t, CK_F64, 1, {N}, {8}, 0, 0, {0}}, {out[run], CK_F64, 1, {N}, {8}, 0, 0, {0}}};
        result[run].struct_size = sizeof result[run];
        for (int i = 0; i < 20; i++) CHECK(ck_evaluate(coupling, 1, 1, 2, field, view, &result[run]) == CK_OK);
        CHECK(ck_close(coupling) == CK_OK);
    }
    CHECK(memcmp(&result[0], &result[1], sizeof result[0]) == 0);
    CHECK(memcmp(out[0], out[1], sizeof out[0]) == 0 && memcmp(out[0], t, sizeof t) == 0);
}

static void components_may_lie_anywhere(ck_coupling *coupling) {
    double bx[2] = {1, 2}, bz[2] = {5, 6}, out[3][2] = {{9, 9}, {9, 9}, {9, 9}};
    int field[] = {CK_COMPONENT(CK_MAGNETIC_FIELD, 2), CK_COMPONENT(CK_MAGNETIC_FIELD, 0), CK_LEPTON_FLUX};
    ck_view view[] = {{bz, 0, 0, {2}, {8}, 0, 0, {0}}, {bx, 0, 0, {2}, {8}, 0, 0, {0}}, {out, 0, 0, {2}, {8}, 16, 0, {0}}};
    CHECK(ck_evaluate(coupling, 1, 1, 3, field, view, NULL) == CK_OK);
    CHECK(out[0][0] == 1 && out[0][1] == 2 && out[1][0] == 0 && out[1][1] == 0 && out[2][0] == 5 && out[2][1] == 6);
}

static void too_large_for_single_precision(ck_coupling *coupling) {
    double b[3] = {1e39, 0, 0};
    float out[3];
    int field[] = {CK_MAGNETIC_FIELD, CK_LEPTON_FLUX};
    ck_view view[] = {{b, 0, 0, {1}, {8}, 8, 0, {0}}, {out, CK_F32, 0, {1}, {4}, 4, 0, {0}}};
    CHECK_FAILS(ck_evaluate(coupling, 1, 1, 2, field, view, NULL), CK_EFIELD, "lepton_flux exceeds single precision");
}

/* In every group the flux is the density + 1000 axis: groups between zones, backwards, in single precision, and one axis alone. */
static void groups_may_lie_anywhere(void) {
    enum { N = 1300, G = 3 };
    static double density[N][G];
    static float flux[G][N][3], y[N][G];
    const double edges[] = {0, 10, 50, 300};
    ck_open_args args = {.struct_size = sizeof args};
    ck_coupling *coupling;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    for (int i = 0; i < N; i++) {
        for (int g = 0; g < G; g++) density[i][g] = 10 * i + g;
    }
    int field[] = {CK_NU_X_GROUP_ENERGY_DENSITY, CK_NU_X_GROUP_NUMBER_FLUX};
    ck_view view[] = {
        {.base = density, .n = {N}, .stride = {8 * G}, .group_stride = 8},
        {.base = flux[G - 1], .kind = CK_F32, .n = {N}, .stride = {12}, .component_stride = 4, .group_stride = -12 * N},
    };
    CHECK(ck_groups(coupling, G, edges) == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    CHECK(ck_evaluate(coupling, 1, 1, 2, field, view, NULL) == CK_OK);
    field[1] = CK_COMPONENT(CK_NU_X_GROUP_NUMBER_FLUX, 1);
    view[1] = (ck_view){.base = y, .kind = CK_F32, .n = {N}, .stride = {4 * G}, .group_stride = 4};
    CHECK(ck_evaluate(coupling, 1, 1, 2, field, view, NULL) == CK_OK);
    int wrong = 0;
    for (int i = 0; i < N; i++) {
        for (int g = 0; g < G; g++) {
            for (int axis = 0; axis < 3; axis++) wrong += flux[G - 1 - g][i][axis] != (float)(10 * i + g + 1000 * axis);
            wrong += y[i][g] != (float)(10 * i + g + 1000);
        }
    }
    CHECK(wrong == 0);
    view[1].group_stride = 0;
    CHECK_FAILS(ck_evaluate(coupling, 1, 1, 2, field, view, NULL), CK_EARG,
                "group stride of output nu_x_group_number_flux_y is 0: 3 energy groups would be written to one place");
    view[0].group_stride = 0; /* the same in every group */
    view[1].group_stride = 4;
    CHECK(ck_evaluate(coupling, 1, 1, 2, field, view, NULL) == CK_OK);
    CHECK(y[7][2] == (float)(10 * 7 + 1000));
    view[0].group_stride = INT64_C(1) << 56;
    CHECK_FAILS(ck_evaluate(coupling, 1, 1, 2, field, view, NULL), CK_EARG, "lead out of the address space");
    view[0] = (ck_view){.base = density, .n = {N}, .stride = {8 * G}, .group_stride = 8, .reserved = {0, 1}};
    CHECK_FAILS(ck_evaluate(coupling, 1, 1, 2, field, view, NULL), CK_EARG, "reserved of the view of nu_x_group_energy_density is not 0");
    CHECK(ck_close(coupling) == CK_OK);
}

/* Value of a zone in a column: none other has it. */
static double own_value(int column, int zone) { return 1000 * column + zone; }

/* More columns than a word has bits: each is gathered and scattered as itself, and given twice it is refused. */
static void every_field_fits_into_one_call(void) {
    enum { N = 5, G = 3, FIELDS = CKP_ZONE_FIELDS + CKP_FLUX_FIELDS, COLUMNS = CKP_COLUMNS + G * CKP_GROUP_COLUMNS };
    static double memory[COLUMNS][N], piece_of[COLUMNS][CKP_PIECE];
    static ckp_layout layout;
    static ckp_piece piece;
    double *columns[COLUMNS];
    int field[FIELDS + 1];
    ck_view view[FIELDS + 1];
    for (int c = 0; c < COLUMNS; c++) {
        columns[c] = piece_of[c];
        for (int i = 0; i < N; i++) memory[c][i] = own_value(c, i);
    }
    for (int f = 0; f < FIELDS; f++) {
        const ckp_field *entry = ckp_field_at(f);
        field[f] = entry->number;
        view[f] = (ck_view){.base = memory[ckp_column_of(entry, 0, 0)], .n = {N}, .stride = {8}, .component_stride = 8 * N,
                            .group_stride = 8 * N * CKP_GROUP_COLUMNS};
    }
    ckp_lane lane = {.column = columns, .groups = G};
    CHECK(ckp_layout_of(FIELDS, field, view, G, &layout) == CK_OK);
    CHECK(layout.inputs == CKP_ZONE_COLUMNS + G * CKP_GROUP_ZONE_COLUMNS && layout.outputs == CKP_FLUX_COLUMNS + G * CKP_GROUP_FLUX_COLUMNS);
    int64_t next = 0;
    CHECK(ckp_next_piece(&layout, &next, N, &piece) && piece.zones == N);
    ckp_gather(&layout, &piece, &lane);
    CHECK(lane.inputs_given == (INT64_C(1) << CKP_ZONE_FIELDS) - 1 && lane.outputs_wanted == (INT64_C(1) << CKP_FLUX_FIELDS) - 1);
    int wrong = 0;
    for (int c = 0; c < COLUMNS; c++) {
        int axis, group;
        bool output = ckp_is_flux(ckp_field_in(c, &axis, &group)->number);
        for (int i = 0; i < N; i++) {
            wrong += piece_of[c][i] != (output ? 0 : own_value(c, i));
            piece_of[c][i] = -own_value(c, i);
        }
    }
    CHECK(wrong == 0);
    CHECK(ckp_scatter(&layout, &piece, &lane) == CK_OK);
    for (int c = 0; c < COLUMNS; c++) {
        int axis, group;
        bool output = ckp_is_flux(ckp_field_in(c, &axis, &group)->number);
        for (int i = 0; i < N; i++) wrong += memory[c][i] != (output ? -1 : 1) * own_value(c, i);
    }
    CHECK(wrong == 0);
    ckp_layout_free(&layout);
    for (int f = 0; f < FIELDS; f++) { /* each once more, and each vector's last component */
        const ckp_field *entry = ckp_field_at(f);
        field[FIELDS] = entry->components == 3 ? CK_COMPONENT(entry->number, 2) : entry->number;
        view[FIELDS] = view[f];
        CHECK_FAILS(ckp_layout_of(FIELDS + 1, field, view, G, &layout), CK_EFIELD, "is given twice in one call");
        ckp_layout_free(&layout);
    }
}

/* A host's log function that does what it must not do. */
static void call_back(int level, const char *message, void *context) {
    ck_coupling *coupling = context, *made;
    CHECK(level == CK_LOG_WARNING && strcmp(message, "hangs") == 0);
    CHECK_FAILS(ck_begin(coupling, 1, 0, 1), CK_ESTATE, "ck_open_args.log calls the library");
    CHECK(strstr(ck_last_error(coupling), "it may call ck_last_error only") != NULL);
    CHECK_FAILS(ck_close(coupling), CK_ESTATE, "ck_open_args.log calls the library");
    CHECK_FAILS(ck_open(&(ck_open_args){.struct_size = sizeof(ck_open_args)}, &made), CK_ESTATE, "ck_open_args.log calls the library");
}

/* As the watchdog does: a thread that is inside no call. */
static void *log_and_call(void *coupling) {
    ckp_tell_host(call_back, coupling, CK_LOG_WARNING, "hangs");
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK); /* the log function has returned */
    return NULL;
}

static void no_call_from_the_log_function_on_any_thread(void) {
    ck_coupling *coupling;
    pthread_t own;
    CHECK(ck_open(&(ck_open_args){.struct_size = sizeof(ck_open_args)}, &coupling) == CK_OK);
    CHECK(pthread_create(&own, NULL, log_and_call, coupling) == 0 && pthread_join(own, NULL) == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

/* The words of an evaluation that failed are kept whole, however long. */
static void failures_keep_their_words(void) {
    enum { LONG = 20000 };
    static char text[LONG + 1];
    ckp_failures failures;
    memset(text, 'x', LONG);
    ckp_failures_open(&failures);
    ckp_fail(CK_EFIELD, "%s", text);
    ckp_failures_note(&failures, 3, 0.5, CK_EFIELD);
    ckp_fail(CK_EFIELD, "another");
    CHECK_FAILS(ckp_failures_check(&failures, 1, false), CK_ESTATE, text);
    CHECK(strstr(ck_last_error(NULL), "x; evaluate block 3 again with its weight, 0.5, or ck_rollback") != NULL);
    CHECK_FAILS(ckp_failures_check(&failures, 1, true), CK_ESTATE, "x; ck_rollback first, for a part");
    ckp_failures_note(&failures, 3, 0.25, CK_OK);
    CHECK(ckp_failures_check(&failures, 1, false) == CK_ESTATE);
    ckp_failures_note(&failures, 3, 0.5, CK_OK);
    CHECK(ckp_failures_check(&failures, 1, false) == CK_OK);
    CHECK_FAILS(ckp_failures_check(&failures, 1, true), CK_ESTATE, "failed half-way; ck_rollback first");
    ckp_failures_close(&failures);
}

int main(void) {
    ck_open_args args = {.struct_size = sizeof args};
    ck_coupling *coupling;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    for (int i = 0; i < 300; i++) one_random_call(coupling);
    components_may_lie_anywhere(coupling);
    groups_may_lie_anywhere();
    too_large_for_single_precision(coupling);
    CHECK(ck_close(coupling) == CK_OK);
    threads_give_the_same_bits();
    no_call_from_the_log_function_on_any_thread();
    failures_keep_their_words();
    every_field_fits_into_one_call();
    bool taken[CKP_COLUMNS + 3 * CKP_GROUP_COLUMNS] = {false};
    for (int i = 0; i < CKP_ZONE_FIELDS + CKP_FLUX_FIELDS; i++) { /* every column has its field */
        const ckp_field *f = ckp_field_at(i);
        for (int g = 0; g < (f->per_group ? 3 : 1); g++) {
            for (int c = 0; c < f->components; c++) {
                int axis, group, column = ckp_column_of(f, c, g);
                CHECK(column >= 0 && column < ckp_columns(3) && !taken[column]);
                CHECK(ckp_field_in(column, &axis, &group) == f && axis == c && group == g);
                taken[column] = true;
            }
        }
        CHECK(ckp_field_of(f->number) == f && ckp_index_of(f) == i);
    }
    for (int column = 0; column < ckp_columns(3); column++) CHECK(taken[column]);
    return check_failures != 0;
}
