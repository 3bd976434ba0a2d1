/*
 * Wrong arguments, wrong order of calls, wrong order of threads: each gives a code and a message, never a crash, and leaves the coupling
 * as it was. Run with the real library and with the stub (which gets a configuration): both must answer alike. Prints "ok".
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#endif
#include "zones.h"

#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static ck_coupling *coupling;

/* ---- arguments of open ---- */

#define OPEN_FAILS(text, ...)                                                \
    do {                                                                     \
        ck_coupling *opened = (ck_coupling *)1;                              \
        ck_open_args args = {.struct_size = sizeof args, __VA_ARGS__};       \
        CHECK_FAILS(ck_open(&args, &opened), CK_EARG, text);                 \
        CHECK(opened == NULL);                                               \
    } while (0)

static void arguments_of_open(void) {
    ck_coupling *made = (ck_coupling *)1;
    ck_open_args none = {0};
    CHECK_FAILS(ck_open(NULL, &made), CK_EARG, "ck_open_args is null");
    CHECK(made == NULL);
    CHECK_FAILS(ck_open(&(ck_open_args){.struct_size = sizeof none}, NULL), CK_EARG, "where to put the coupling is null");
    CHECK_FAILS(ck_open(&none, &made), CK_EARG, "struct_size of ck_open_args is 0; must be sizeof(ck_open_args)");
    none.struct_size = 8;
    CHECK_FAILS(ck_open(&none, &made), CK_EARG, "struct_size of ck_open_args is 8; must be sizeof(ck_open_args)");
    none.struct_size = (size_t)-1; /* not set at all: what follows the structure is not looked at */
    CHECK_FAILS(ck_open(&none, &made), CK_EARG, "struct_size of ck_open_args is 18446744073709551615; must be sizeof(ck_open_args)");
    OPEN_FAILS("unit of mass_g is nan; must be finite and > 0", .mass_g = NAN);
    OPEN_FAILS("unit of length_cm is -1; must be finite and > 0", .length_cm = -1);
    OPEN_FAILS("unit of time_s is inf; must be finite and > 0", .time_s = INFINITY);
    OPEN_FAILS("unit of temperature_mev is -0.5; must be finite and > 0", .temperature_mev = -0.5);
    OPEN_FAILS("unit of potential_mev is nan; must be finite and > 0", .potential_mev = NAN);
    OPEN_FAILS("field_system is 7; must be CK_GAUSSIAN (0) or CK_HEAVISIDE_LORENTZ (1)", .field_system = 7);
    OPEN_FAILS("rank is 2 of 2; must be 0 <= rank < ranks", .rank = 2, .ranks = 2);
    OPEN_FAILS("rank is -1 of 4; must be 0 <= rank < ranks", .rank = -1, .ranks = 4);
    OPEN_FAILS("rank is 0 of -3; must be 0 <= rank < ranks", .ranks = -3);
    OPEN_FAILS("threads is -2; must be 0 .. 1024", .threads = -2);
    OPEN_FAILS("/nowhere/at/all.json", .config = "/nowhere/at/all.json");
    OPEN_FAILS("/nowhere/record: No such file or directory", .record = "/nowhere/record");
    struct { ck_open_args args; void *later; } newer = {.args = {.struct_size = sizeof newer}};
    CHECK(ck_open(&newer.args, &made) == CK_OK && ck_close(made) == CK_OK);
    newer.later = &newer;
    CHECK_FAILS(ck_open(&newer.args, &made), CK_EARG, "is of a newer version");
    CHECK(made == NULL);
}

/* ---- handles, and null pointers of every function ---- */

typedef struct {
    const ck_coupling *handle;
    int code;
    const char *text;
} wrong_handle;

static void handles_and_pointers(void) {
    static int garbage;
    ck_coupling *closed = open_or_exit(NULL, 1);
    CHECK(ck_close(closed) == CK_OK);
    coupling = open_or_exit(NULL, 1); /* takes the same place */
    const wrong_handle wrong[] = {{NULL, CK_EARG, "coupling is null; open one with ck_open"},
                                  {(ck_coupling *)&garbage, CK_EARG, "is not a coupling; give what ck_open returned"},
                                  {(ck_coupling *)16, CK_EARG, "is not a coupling"},
                                  {(ck_coupling *)((char *)coupling + 1), CK_ESTATE, "the coupling is closed"}, /* a slot never used */
                                  {(ck_coupling *)((char *)coupling + 255), CK_ESTATE, "the coupling is closed"},
                                  {(ck_coupling *)((char *)coupling + 256), CK_EARG, "is not a coupling"},
                                  {closed, CK_ESTATE, "the coupling is closed; open another with ck_open"}};
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    ck_step_t step = {.struct_size = sizeof step};
    ck_ballot_t ballot = {.struct_size = sizeof ballot};
    ck_fingerprint_t fingerprint = {.struct_size = sizeof fingerprint};
    ck_view view[FIELDS];
    char bytes[8];
    size_t size;
    views_of(0, N, view);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_coupling *c = (ck_coupling *)(uintptr_t)wrong[i].handle;
        int code = wrong[i].code;
        const char *text = wrong[i].text;
        CHECK_FAILS(ck_begin(c, 0, 0, 1), code, text);
        CHECK_FAILS(ck_evaluate(c, 0, 1, FIELDS, field, view, NULL), code, text);
        CHECK_FAILS(ck_emitted(c, t, 0, 0, 1), code, text);
        CHECK_FAILS(ck_set_dt(c, 1), code, text);
        CHECK_FAILS(ck_commit(c), code, text);
        CHECK_FAILS(ck_ballot(c, &ballot), code, text);
        CHECK_FAILS(ck_surface_of_all(c, (double[3]){0}, 1, 1), code, text);
        CHECK_FAILS(ck_decide(c, CK_AGREED, 1, NULL), code, text);
        CHECK_FAILS(ck_fingerprint(c, &fingerprint), code, text);
        CHECK_FAILS(ck_words(c, CK_WORDS_SOURCES, bytes, sizeof bytes), code, text);
        CHECK_FAILS(ck_rollback(c), code, text);
        CHECK_FAILS(ck_step(c, &step), code, text);
        CHECK_FAILS(ck_causes(c, CK_FLAG_INPUT, 0, NULL, NULL), code, text);
        CHECK_FAILS(ck_recoil(c, &recoil), code, text);
        CHECK_FAILS(ck_state_size(c, &size), code, text);
        CHECK_FAILS(ck_state_save(c, bytes, sizeof bytes), code, text);
        CHECK_FAILS(ck_state_load(c, bytes, sizeof bytes), code, text);
        CHECK_FAILS(ck_state_part(c, bytes, sizeof bytes), code, text);
        CHECK_FAILS(ck_reduce_parts(c, bytes, 1, sizeof bytes, NULL), code, text);
        CHECK_FAILS(ck_use(c, "chiral"), code, text);
        CHECK_FAILS(ck_timing(c, NULL, NULL), code, text);
        CHECK_FAILS(ck_close(c), code, text);
        CHECK(ck_last_error(c) != NULL);
    }
    CHECK(strcmp(ck_last_error(coupling), "no error") == 0); /* not its errors */
    CHECK_FAILS(ck_step(coupling, NULL), CK_EARG, "ck_step_t is null");
    CHECK_FAILS(ck_recoil(coupling, NULL), CK_EARG, "ck_recoil_t is null");
    recoil.struct_size = 16;
    CHECK_FAILS(ck_recoil(coupling, &recoil), CK_EARG, "struct_size of ck_recoil_t is 16; must be sizeof(ck_recoil_t), 80 or more");
    step.struct_size = 0;
    CHECK_FAILS(ck_step(coupling, &step), CK_EARG, "struct_size of ck_step_t is 0; must be sizeof(ck_step_t), 56 or more");
    CHECK_FAILS(ck_ballot(coupling, NULL), CK_EARG, "ck_ballot_t is null");
    CHECK_FAILS(ck_fingerprint(coupling, NULL), CK_EARG, "ck_fingerprint_t is null");
    ballot.struct_size = fingerprint.struct_size = 8;
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_EARG, "struct_size of ck_ballot_t is 8");
    CHECK_FAILS(ck_fingerprint(coupling, &fingerprint), CK_EARG, "struct_size of ck_fingerprint_t is 8");
    CHECK_FAILS(ck_words(coupling, 7, bytes, sizeof bytes), CK_EARG, "words of 7 are asked for");
    CHECK_FAILS(ck_words(coupling, CK_WORDS_SOURCES, NULL, 8), CK_EARG, "where to put the words is null");
    CHECK_FAILS(ck_words(coupling, CK_WORDS_SOURCES, bytes, 0), CK_EARG, "has no room");
    CHECK(ck_words(coupling, CK_WORDS_CONFIGURATION, bytes, 2) == CK_OK && strlen(bytes) <= 1);
    CHECK_FAILS(ck_surface_of_all(coupling, NULL, 1, 1), CK_EARG, "area of all ranks is null");
    CHECK_FAILS(ck_surface_of_all(coupling, (double[3]){0, NAN, 0}, 1, 1), CK_EARG, "surface of all ranks is (0, nan, 0) of size 1; must be finite");
    CHECK_FAILS(ck_surface_of_all(coupling, (double[3]){0}, -1, 1), CK_EARG, "of size -1; must be finite, and the size >= 0");
    CHECK_FAILS(ck_surface_of_all(coupling, (double[3]){0}, 1, 2), CK_EARG, "emits is 2; must be 1 if some rank's ballot says 1, else 0");
    CHECK_FAILS(ck_surface_of_all(coupling, (double[3]){0}, 1, 1), CK_ESTATE, "ck_surface_of_all without a ck_ballot before it");
    CHECK_FAILS(ck_decide(coupling, 3, 1, NULL), CK_EARG, "decision is 3; must be CK_REFUSED (0), CK_AGREED (1) or CK_AGREED_NEXT (2)");
    CHECK_FAILS(ck_decide(coupling, CK_AGREED, -1, NULL), CK_EARG, "largest stable dt of all ranks is -1 s; must be >= 0");
    CHECK_FAILS(ck_decide(coupling, CK_AGREED, NAN, NULL), CK_EARG, "largest stable dt of all ranks is nan s");
    CHECK_FAILS(ck_decide(coupling, CK_AGREED, 1, &step), CK_EARG, "struct_size of ck_step_t is 0");
    CHECK_FAILS(ck_decide(coupling, CK_AGREED, 1, NULL), CK_ESTATE, "ck_decide without a ck_ballot before it");
    CHECK_FAILS(ck_state_size(coupling, NULL), CK_EARG, "where to put the size is null");
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    CHECK_FAILS(ck_state_save(coupling, NULL, size), CK_EARG, "state is null");
    CHECK_FAILS(ck_state_part(coupling, NULL, size), CK_EARG, "state is null");
    CHECK_FAILS(ck_state_load(coupling, NULL, size), CK_EARG, "state is null");
    CHECK_FAILS(ck_state_save(coupling, bytes, sizeof bytes), CK_EARG, "state has 8 bytes; must have");
    CHECK_FAILS(ck_state_load(coupling, bytes, 0), CK_EARG, "0 bytes");
    CHECK_FAILS(ck_reduce_parts(coupling, NULL, 1, size, NULL), CK_EARG, "state is null");
    CHECK_FAILS(ck_reduce_parts(coupling, bytes, 0, size, NULL), CK_EARG, "number of parts is 0; must be >= 1");
    CHECK_FAILS(ck_reduce_parts(coupling, bytes, 1, 8, NULL), CK_EARG, "state has 8 bytes; must have");
    CHECK_FAILS(ck_use(coupling, NULL), CK_EARG, "name of the source is null");
    CHECK_FAILS(ck_use(coupling, ""), CK_EARG, "name of the source is empty");
    CHECK(ck_timing(coupling, NULL, NULL) == CK_OK);
    CHECK_FAILS(ck_field_number(NULL), CK_EARG, "name of a field is null");
    CHECK_FAILS(ck_field_number("heat"), CK_EFIELD, "no field with the name heat");
    CHECK_FAILS(ck_field_components(99), CK_EFIELD, "no field with the number 99");
    CHECK(ck_field_name(0) == NULL && ck_field_name(1 << 30) == NULL && strcmp(ck_error_name(77), "unknown code") == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- views ---- */

/* Evaluates with one field and view other than right. */
static int with(int index, int number, ck_view wrong) {
    int fields[FIELDS];
    ck_view view[FIELDS];
    memcpy(fields, field, sizeof fields);
    views_of(0, 4, view);
    fields[index] = number;
    view[index] = wrong;
    return ck_evaluate(coupling, 3, 1, FIELDS, fields, view, NULL);
}

#define WITH(index, number, ...) with(index, number, (ck_view){__VA_ARGS__, 0, {0}})

static void views(void) {
    ck_view view[FIELDS];
    coupling = open_or_exit(NULL, 1);
    CHECK(ck_begin(coupling, 0, 0, 1e-3) == CK_OK);
    CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 0, 0, {-4}, {8}, 0), CK_EARG, "extent 0 of temperature is -4; must be >= 0");
    CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 0, 0, {4, 1, 1, -1}, {8}, 0), CK_EARG, "extent 3 of temperature is -1; must be >= 0");
    CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 0, 0, {INT64_MAX, INT64_MAX, 1, 1}, {8}, 0), CK_EARG, "extents of temperature are too large");
    const int64_t far[] = {INT64_MAX, INT64_MIN, INT64_MAX / 4, INT64_C(1) << 57, -(INT64_C(1) << 57)};
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++) {
        const char *text = "lead out of the address space; they are in bytes";
        CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 0, 0, {4}, {far[i]}, 0), CK_EARG, text);
        CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 0, 0, {2, 1, 2, 1}, {8, far[i], far[i], far[i]}, 0), CK_EARG, text);
        CHECK_FAILS(WITH(3, CK_MAGNETIC_FIELD, b, 0, 0, {4}, {8}, far[i]), CK_EARG, text);
        CHECK_FAILS(WITH(6, CK_NEUTRINO_FLUX, flux, 0, 0, {4}, {8}, far[i]), CK_EARG, text);
        CHECK(WITH(0, CK_TEMPERATURE, t, 0, 0, {4, 1, 1, 1}, {8, far[i], far[i], far[i]}, far[i]) == CK_OK); /* looked at nowhere */
    }
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++) { /* an empty block: its strides lead nowhere */
        const int64_t empty[][4] = {{0, 0, 0, 0}, {0, 5, 1, 1}, {0, INT64_MAX, INT64_MAX, 3}, {INT64_MAX, INT64_MAX, 0, 2}};
        for (size_t e = 0; e < sizeof empty / sizeof empty[0]; e++) {
            views_of(0, 4, view);
            for (int f = 0; f < FIELDS; f++) {
                memcpy(view[f].n, empty[e], sizeof view[f].n);
                for (int d = 0; d < 4; d++) view[f].stride[d] = far[i];
                view[f].component_stride = view[f].group_stride = far[i];
            }
            flux[0][0] = flux[2][3] = 77;
            CHECK(ck_evaluate(coupling, 3, 1, FIELDS, field, view, NULL) == CK_OK && flux[0][0] == 77 && flux[2][3] == 77);
        }
    }
    CHECK(ck_begin(coupling, 0, 0, 2e-3) == CK_OK && ck_begin(coupling, 0, 0, 1e-3) == CK_OK); /* what was counted is forgotten */
    CHECK_FAILS(WITH(1, CK_ELECTRON_CHEMICAL_POTENTIAL, mu_e, 0, 0, {2, 2}, {8, 16}, 0), CK_EARG,
                "extents of electron_chemical_potential are 2 x 2 x 1 x 1, those of the fields before 4 x 1 x 1 x 1; all fields of a call");
    CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 5, 0, {4}, {8}, 0), CK_EARG, "kind of temperature is 5; must be CK_F64 (8) or CK_F32 (4)");
    CHECK_FAILS(WITH(0, CK_MASK, t, CK_F64, 0, {4}, {8}, 0), CK_EARG, "kind of mask is 8; must be CK_U8 (1)");
    CHECK_FAILS(WITH(0, CK_FLAGS, t, CK_F32, 0, {4}, {8}, 0), CK_EARG, "kind of flags is 4; must be CK_I64 (64)");
    CHECK_FAILS(WITH(0, CK_TEMPERATURE, t, 0, 3, {4}, {8}, 0), CK_EFIELD, "temperature has 1 component, its view says 3");
    CHECK_FAILS(WITH(3, CK_MAGNETIC_FIELD, b, 0, 1, {4}, {8}, 0), CK_EFIELD, "magnetic_field has 3 components, its view says 1");
    const int unknown[] = {0, 99, 30, 111, 202, -5, INT32_MAX, INT32_MIN, CK_COMPONENT(CK_TEMPERATURE, 0), CK_COMPONENT(CK_VORTICITY, 3),
                           CK_COMPONENT(CK_VORTICITY, -1) + 500, CK_COMPONENT(CK_MASK, 1)};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        char text[80];
        snprintf(text, sizeof text, "there is no field with the number %d (entry 2 of the call)", unknown[i]);
        CHECK_FAILS(WITH(2, unknown[i], t, 0, 0, {4}, {8}, 0), CK_EFIELD, text);
    }
    CHECK_FAILS(WITH(1, CK_TEMPERATURE, t, 0, 0, {4}, {8}, 0), CK_EFIELD, "temperature is given twice");
    CHECK_FAILS(WITH(4, CK_COMPONENT(CK_MAGNETIC_FIELD, 1), t, 0, 0, {4}, {8}, 0), CK_EFIELD, "magnetic_field_y is given twice");
    CHECK_FAILS(WITH(6, CK_AXIAL_SOURCE, flux, 0, 0, {4}, {0}, 0), CK_EARG,
                "stride 0 of output axial_source is 0 with an extent of 4: several zones would be written to one place");
    CHECK_FAILS(WITH(6, CK_NEUTRINO_FLUX, flux, 0, 0, {4}, {8}, 0), CK_EARG, "three components would be written to one place");
    views_of(0, 4, view);
    CHECK_FAILS(ck_evaluate(coupling, 3, 1, -1, field, view, NULL), CK_EARG, "number of fields is -1; must be >= 0");
    CHECK_FAILS(ck_evaluate(coupling, 3, 1, 0, NULL, NULL, NULL), CK_EARG, "no field with memory was given");
    CHECK_FAILS(ck_evaluate(coupling, 3, 1, FIELDS, NULL, view, NULL), CK_EARG, "list of fields is null");
    CHECK_FAILS(ck_evaluate(coupling, 3, 1, FIELDS, field, NULL, NULL), CK_EARG, "list of views is null");
    CHECK_FAILS(ck_evaluate(coupling, 3, NAN, FIELDS, field, view, NULL), CK_EARG, "weight of block 3 is nan; must be in [-1000, 1000]");
    CHECK_FAILS(ck_evaluate(coupling, 3, 1e9, FIELDS, field, view, NULL), CK_EARG, "weight of block 3 is 1e+09; must be in [-1000, 1000]");
    ck_block_result unsized = {0};
    CHECK_FAILS(ck_evaluate(coupling, 3, 1, FIELDS, field, view, &unsized), CK_EARG, "struct_size of ck_block_result is 0");
    for (int i = 0; i < FIELDS; i++) view[i].base = NULL;
    CHECK_FAILS(ck_evaluate(coupling, 3, 1, FIELDS, field, view, NULL), CK_EARG, "no field with memory was given");
    CHECK(strstr(ck_last_error(coupling), "no field with memory") != NULL);
    views_of(0, 0, view); /* an empty block is none of these */
    CHECK(ck_evaluate(coupling, 3, 1, FIELDS, field, view, NULL) == CK_OK);
    /* None of it was counted, and none stands in the way. */
    CHECK(evaluate(coupling, 0, N, 1) == CK_OK && ck_commit(coupling) == CK_OK);
    ck_coupling *other = open_or_exit(NULL, 1);
    one_step(other, 0);
    CHECK(same_recoil(recoil_of(coupling), recoil_of(other)));
    CHECK(ck_close(other) == CK_OK && ck_close(coupling) == CK_OK);
}

/* ---- order of calls ---- */

#define NO_STEP_FOR(call, why)                                                                             \
    do {                                                                                                   \
        CHECK_FAILS(evaluate(coupling, 0, N, 1), CK_ESTATE, "ck_evaluate without a step in flight: " why);   \
        CHECK_FAILS(evaluate(coupling, 0, 0, 1), CK_ESTATE, "ck_evaluate without a step in flight: " why);   \
        CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_commit without a step in flight: " why);             \
        CHECK_FAILS(ck_rollback(coupling), CK_ESTATE, "ck_rollback without a step in flight: " why);         \
        CHECK_FAILS(ck_emitted(coupling, t, 0, 0, 1), CK_ESTATE, "ck_emitted without a step in flight: " why); \
        CHECK_FAILS(ck_set_dt(coupling, 1), CK_ESTATE, "ck_set_dt without a step in flight: " why);          \
    } while (0)

static void order_of_calls(void) {
    coupling = open_or_exit(NULL, 1);
    ck_step_t step = {.struct_size = sizeof step};
    size_t size;
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    void *state = malloc(size);
    CHECK(ck_state_save(coupling, state, size) == CK_OK && ck_state_load(coupling, state, size) == CK_OK);
    NO_STEP_FOR(coupling, "none was begun yet; call ck_begin first");
    CHECK_FAILS(ck_step(coupling, &step), CK_ESTATE, "no step was committed yet");
    CHECK_FAILS(ck_begin(coupling, 1, NAN, 1), CK_EARG, "time of step 1 is nan; must be finite");
    CHECK_FAILS(ck_begin(coupling, 1, 0, INFINITY), CK_EARG, "dt of step 1 is inf; must be finite");
    CHECK(ck_begin(coupling, 1, 0, 0) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "dt of step 1 is not known");
    CHECK_FAILS(ck_set_dt(coupling, -1), CK_EARG, "dt is -1; must be finite and > 0");
    CHECK_FAILS(ck_set_dt(coupling, NAN), CK_EARG, "dt is nan; must be finite and > 0");
    CHECK_FAILS(ck_begin(coupling, 1, 0, NAN), CK_EARG, "dt of step 1 is nan; must be finite"); /* the step stays */
    CHECK_FAILS(ck_begin(coupling, 1, INFINITY, 0), CK_EARG, "time of step 1 is inf"); /* the step stays */
    CHECK(evaluate(coupling, 0, N, 1) == CK_OK && ck_set_dt(coupling, 1e-3) == CK_OK && ck_commit(coupling) == CK_OK);
    NO_STEP_FOR(coupling, "the last one is committed; call ck_begin first");
    CHECK_FAILS(ck_state_load(coupling, state, size), CK_ESTATE, "ck_state_load after a step was begun; load after ck_open");
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 1) == CK_OK && ck_rollback(coupling) == CK_OK);
    NO_STEP_FOR(coupling, "the last one is rolled back; call ck_begin first");
    CHECK(ck_step(coupling, &step) == CK_OK && step.step == 1 && step.committed == 1);
    CHECK(recoil_of(coupling).steps == 1);
    free(state);
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK && ck_close(coupling) == CK_OK); /* with a step in flight */
    CHECK_FAILS(ck_close(coupling), CK_ESTATE, "the coupling is closed; open another with ck_open");
}

/* A step between its ballot and the decision takes no evaluations; refused, it is as before. */
static void ballot_and_decision(void) {
    coupling = open_or_exit(NULL, 1);
    ck_ballot_t ballot = {.struct_size = sizeof ballot}, again = ballot;
    ck_step_t step = {.struct_size = sizeof step};
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "the commit of all ranks without a step in flight: none was begun yet");
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 0.5) == CK_OK);
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "block 0 was evaluated once with sum 0.5");
    CHECK(evaluate(coupling, 0, N, 0.5) == CK_OK && ck_ballot(coupling, &ballot) == CK_OK);
    CHECK(ballot.step == 1 && ballot.steps == 0 && ballot.dt == 1e-3 && ballot.can_retry == 0 && ballot.history == 0);
    CHECK_FAILS(evaluate(coupling, 1, 1, 1), CK_ESTATE, "ck_evaluate without a step in flight: it waits for the decision of all ranks (ck_decide)");
    CHECK_FAILS(ck_ballot(coupling, &again), CK_ESTATE, "it waits for the decision of all ranks");
    CHECK(ck_decide(coupling, CK_REFUSED, 0, &step) == CK_OK && recoil_of(coupling).steps == 0);
    CHECK(evaluate(coupling, 1, 1, 1) == CK_OK && ck_ballot(coupling, &again) == CK_OK && again.sources == ballot.sources);
    CHECK(ck_decide(coupling, CK_AGREED_NEXT, again.dt_max, &step) == CK_OK && step.committed == 1 && recoil_of(coupling).steps == 1);
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && ck_ballot(coupling, &again) == CK_OK && again.history != 0 && again.last_step == 1);
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK); /* begun anew: that ballot is void */
    CHECK_FAILS(ck_decide(coupling, CK_AGREED, 1, NULL), CK_ESTATE, "ck_decide without a ck_ballot before it");
    CHECK(ck_close(coupling) == CK_OK);
}

static int fail_to_evaluate(int64_t block, double weight) {
    int unknown = 9999;
    ck_view view = {.base = t, .n = {N}};
    return ck_evaluate(coupling, block, weight, 1, &unknown, &view, NULL);
}

/* Every evaluation that failed must be repeated, as the block and the stage that it was; then the ranks may commit. */
static void failures_are_mended_one_by_one(void) {
    coupling = open_or_exit(NULL, 1);
    ck_ballot_t ballot = {.struct_size = sizeof ballot};
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    CHECK(fail_to_evaluate(0, 1) == CK_EFIELD && fail_to_evaluate(N / 2, 1) == CK_EFIELD && fail_to_evaluate(0, 1) == CK_EFIELD);
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "(1 other evaluation(s) failed, too); evaluate block 0 again with its weight, 1,");
    CHECK(evaluate(coupling, 0, N / 2, 1) == CK_OK);
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "evaluate block 2048 again with its weight, 1,");
    CHECK(evaluate(coupling, N / 2, N / 2, 1) == CK_OK);
    CHECK(ck_ballot(coupling, &ballot) == CK_OK && ck_decide(coupling, CK_AGREED_NEXT, ballot.dt_max, NULL) == CK_OK);
    /* a predictor that failed is not mended by the stage after it */
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK);
    CHECK(fail_to_evaluate(0, 0) == CK_EFIELD && evaluate(coupling, 0, N, 1) == CK_OK);
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "evaluate block 0 again with its weight, 0,");
    CHECK(evaluate(coupling, 0, N, 0) == CK_OK);
    CHECK(ck_ballot(coupling, &ballot) == CK_OK && ck_decide(coupling, CK_AGREED_NEXT, ballot.dt_max, NULL) == CK_OK);
    /* a weight that is none, in place of which another comes; and more blocks than one remembers by heart */
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, NAN) == CK_EARG);
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "weight of block 0 is nan; must be in [-1000, 1000]; evaluate block 0 again, or ck_rollback");
    for (int block = 0; block < 100; block++) CHECK(fail_to_evaluate(block, 1) == CK_EFIELD);
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "(100 other evaluation(s) failed, too)");
    for (int block = 0; block < 100; block++) CHECK(evaluate(coupling, block, 1, 1) == CK_OK);
    CHECK(ck_ballot(coupling, &ballot) == CK_OK && ck_decide(coupling, CK_AGREED_NEXT, ballot.dt_max, NULL) == CK_OK);
    /* a step that is begun anew has none */
    CHECK(ck_begin(coupling, 4, 0, 1e-3) == CK_OK && fail_to_evaluate(0, 1) == CK_EFIELD && fail_to_evaluate(1, 1) == CK_EFIELD);
    CHECK(ck_begin(coupling, 5, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 1) == CK_OK && ck_ballot(coupling, &ballot) == CK_OK);
    CHECK(ck_close(coupling) == CK_OK);
    coupling = open_or_exit(NULL, 1); /* closed with some: nothing leaks */
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && fail_to_evaluate(7, 1) == CK_EFIELD && ck_close(coupling) == CK_OK);
}

/* A flux that does not fit into single precision: the block is told, and the step cannot be committed by mistake. */
static void half_counted(const char *overflowing) {
    float single[3][N];
    ck_view view[FIELDS];
    coupling = open_or_exit(overflowing, 1);
    views_of(0, N, view);
    view[FIELDS - 1] = (ck_view){single, CK_F32, 0, {N}, {4}, 4 * N, 0, {0}};
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    for (int c = 0; c < 3; c++) {
        for (int i = 0; i < N; i++) area[c][i] *= 1e-3, b[c][i] *= 1e6;
    }
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, FIELDS, field, view, NULL), CK_EFIELD, "neutrino_flux exceeds single precision (3.4e38)");
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_commit of step 1 of which a ck_evaluate failed half-way; ck_rollback first");
    ck_ballot_t ballot = {.struct_size = sizeof ballot};
    CHECK_FAILS(ck_ballot(coupling, &ballot), CK_ESTATE, "an evaluation in step 1 failed: block 0: neutrino_flux exceeds single precision");
    CHECK(ck_rollback(coupling) == CK_OK && recoil_of(coupling).steps == 0);
    fill_zones();
    one_step(coupling, 1);
    CHECK(recoil_of(coupling).steps == 1);
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- order of threads ---- */

/*
 * An evaluation is held inside the library by its recording: into a pipe that nobody reads yet.
 */
static char folder[] = "/tmp/chiralkick-test-XXXXXX", pipe_path[64], replay_path[64];
static atomic_bool finished;

/* Fluxes that differ from zone to zone, so that the stub has as much to record as the real library. */
static void write_replay(void) {
    FILE *file = fopen(replay_path, "w");
    CHECK(file != NULL);
    if (!file) return;
    fprintf(file, "chiralkick-replay 1\nevaluation * *\nflux %d 2", CK_NEUTRINO_FLUX);
    for (int i = 0; i < N; i++) fprintf(file, " %d", i + 1);
    fprintf(file, "\n");
    CHECK(fclose(file) == 0);
}

static int open_pipe(void) {
    CHECK(mkdtemp(folder) != NULL);
    snprintf(pipe_path, sizeof pipe_path, "%s/pipe", folder);
    snprintf(replay_path, sizeof replay_path, "%s/replay", folder);
    write_replay();
    CHECK(mkfifo(pipe_path, 0600) == 0);
    int reader = open(pipe_path, O_RDONLY | O_NONBLOCK);
    CHECK(reader >= 0 && fcntl(reader, F_SETPIPE_SZ, 4096) > 0 && fcntl(reader, F_SETFL, 0) == 0);
    return reader;
}

static void *evaluate_all_zones(void *unused) {
    (void)unused;
    int code = evaluate(coupling, 0, N, 0.5);
    atomic_store(&finished, true);
    return code == CK_OK ? NULL : coupling;
}

static void *read_all(void *reader) {
    char bytes[4096];
    while (read(*(int *)reader, bytes, sizeof bytes) > 0) {}
    return NULL;
}

static void order_of_threads(bool stub) {
    size_t size;
    ck_recoil_t recoil[2];
    int reader = open_pipe();
    char config[128];
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", replay_path);
    for (int together = 0; together < 2; together++) {
        pthread_t evaluating, reading;
        void *failed = NULL;
        ck_open_args args = {.struct_size = sizeof args, .config = stub ? config : NULL, .record = together ? pipe_path : NULL};
        CHECK(ck_open(&args, &coupling) == CK_OK && ck_state_size(coupling, &size) == CK_OK);
        void *state = malloc(size);
        atomic_store(&finished, false);
        CHECK(ck_begin(coupling, 1, 0, 0) == CK_OK);
        CHECK(pthread_create(&evaluating, NULL, evaluate_all_zones, NULL) == 0);
        if (!together) CHECK(pthread_join(evaluating, &failed) == 0 && failed == NULL);
        if (together) { /* there is something in the pipe: the other thread is inside ck_evaluate, and does not get out */
            struct pollfd some = {.fd = reader, .events = POLLIN};
            CHECK(poll(&some, 1, 60000) == 1);
            CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_commit while 1 call(s) of ck_evaluate run in step 1 on other threads; wait");
            CHECK_FAILS(ck_rollback(coupling), CK_ESTATE, "ck_rollback while 1 call(s) of ck_evaluate run in step 1");
            CHECK_FAILS(ck_begin(coupling, 2, 0, 0), CK_ESTATE, "ck_begin of another step while 1 call(s) of ck_evaluate run in step 1");
            CHECK_FAILS(ck_close(coupling), CK_ESTATE, "1 call(s) of other threads run with this coupling; close it when they have returned");
        }
        CHECK(ck_begin(coupling, 1, 0, 0) == CK_OK); /* joins */
        CHECK(ck_set_dt(coupling, 1e-3) == CK_OK && recoil_of(coupling).steps == 0 && ck_state_save(coupling, state, size) == CK_OK);
        CHECK(ck_use(coupling, "chiral") == CK_OK);
        CHECK(atomic_load(&finished) == !together); /* all of the above met a running evaluation */
        if (together) CHECK(pthread_create(&reading, NULL, read_all, &reader) == 0);
        CHECK(evaluate(coupling, 0, N, 0.5) == CK_OK);
        if (together) CHECK(pthread_join(evaluating, &failed) == 0 && failed == NULL);
        CHECK(ck_commit(coupling) == CK_OK);
        recoil[together] = recoil_of(coupling);
        free(state);
        CHECK(ck_close(coupling) == CK_OK);
        if (together) CHECK(pthread_join(reading, NULL) == 0);
    }
    CHECK(same_recoil(recoil[0], recoil[1])); /* what was refused changed nothing */
    close(reader);
    CHECK(unlink(pipe_path) == 0 && unlink(replay_path) == 0 && rmdir(folder) == 0);
}

/* Calls until the coupling is closed under it: from then on every call says so. */
static void *call_until_closed(void *unused) {
    int closed = 0;
    (void)unused;
    for (int i = 0; i < 20000; i++) {
        ck_recoil_t recoil = {.struct_size = sizeof recoil};
        int code = i % 2 ? ck_recoil(coupling, &recoil) : ck_timing(coupling, NULL, NULL);
        if (code == CK_ESTATE && strstr(ck_last_error(NULL), "the coupling is closed")) {
            closed++;
        } else if (code != CK_OK || closed) {
            return coupling;
        }
    }
    return NULL;
}

static void closed_under_other_threads(void) {
    for (int round = 0; round < 10; round++) {
        pthread_t thread[3];
        void *failed;
        coupling = open_or_exit(NULL, 1);
        for (int i = 0; i < 3; i++) CHECK(pthread_create(&thread[i], NULL, call_until_closed, NULL) == 0);
        int code = CK_ESTATE;
        for (int attempt = 0; attempt < 1000 && code != CK_OK; attempt++) {
            code = ck_close(coupling);
            CHECK(code == CK_OK || (code == CK_ESTATE && strstr(ck_last_error(NULL), "call(s) of other threads")));
        }
        for (int i = 0; i < 3; i++) CHECK(pthread_join(thread[i], &failed) == 0 && failed == NULL);
        CHECK(code == CK_OK || ck_close(coupling) == CK_OK);
    }
}

/* ---- a forked child ---- */

static void every_call_is_refused(void) {
    static const char text[] = "a forked child of a process that has opened a coupling cannot use the library";
    ck_coupling *made = (ck_coupling *)1;
    ck_open_args args = {.struct_size = sizeof args};
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    char bytes[8];
    CHECK_FAILS(ck_open(&args, &made), CK_ESTATE, text);
    CHECK(made == NULL);
    CHECK_FAILS(ck_begin(coupling, 1, 0, 1e-3), CK_ESTATE, text);
    CHECK_FAILS(evaluate(coupling, 0, N, 1), CK_ESTATE, text);
    CHECK_FAILS(ck_emitted(coupling, t, 0, 0, 1), CK_ESTATE, text);
    CHECK_FAILS(ck_set_dt(coupling, 1), CK_ESTATE, text);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, text);
    CHECK_FAILS(ck_rollback(coupling), CK_ESTATE, text);
    CHECK_FAILS(ck_recoil(coupling, &recoil), CK_ESTATE, text);
    CHECK_FAILS(ck_state_save(coupling, bytes, sizeof bytes), CK_ESTATE, text);
    CHECK_FAILS(ck_state_load(coupling, bytes, sizeof bytes), CK_ESTATE, text);
    CHECK_FAILS(ck_reduce_parts(coupling, bytes, 1, sizeof bytes, NULL), CK_ESTATE, text);
    CHECK_FAILS(ck_use(coupling, "chiral"), CK_ESTATE, text);
    CHECK_FAILS(ck_close(coupling), CK_ESTATE, text);
    CHECK(strstr(ck_last_error(coupling), text) != NULL);
}

static void forked_child(void) {
    int answer[2], failures = -1, status;
    coupling = open_or_exit(NULL, 2);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 1) == CK_OK && pipe(answer) == 0);
    pid_t child = fork();
    if (child == 0) {
        alarm(30); /* a call that hangs */
        check_failures = 0;
        every_call_is_refused();
        if (write(answer[1], &check_failures, sizeof check_failures) < 0) _exit(3);
        kill(getpid(), SIGKILL); /* its memory is the parent's: no leak check here */
    }
    CHECK(child > 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    CHECK(close(answer[1]) == 0 && read(answer[0], &failures, sizeof failures) == sizeof failures && failures == 0);
    close(answer[0]);
    CHECK(ck_commit(coupling) == CK_OK && recoil_of(coupling).steps == 1); /* the parent goes on */
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- the log function ---- */

static void call_back(int level, const char *message, void *context) {
    ck_coupling *made;
    (void)level, (void)context;
    CHECK(message != NULL && ck_last_error(NULL) != NULL);
    CHECK_FAILS(ck_open(&(ck_open_args){.struct_size = sizeof(ck_open_args)}, &made), CK_ESTATE, "ck_open_args.log calls the library");
    ++*(int *)context;
}

static void called_back(void) {
    int messages = 0;
    ck_open_args args = {.struct_size = sizeof args, .log = call_back, .log_context = &messages};
    CHECK(ck_open(&args, &coupling) == CK_OK);
    CHECK(messages > 0); /* run first: the Java VM's start is told once */
    CHECK(ck_close(coupling) == CK_OK);
}

int main(int argc, char **argv) {
    fill_zones();
    called_back();
    arguments_of_open();
    handles_and_pointers();
    views();
    order_of_calls();
    ballot_and_decision();
    failures_are_mended_one_by_one();
    half_counted(argc > 1 ? argv[1] : NULL);
    order_of_threads(argc > 1);
    closed_under_other_threads();
    forked_child();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
