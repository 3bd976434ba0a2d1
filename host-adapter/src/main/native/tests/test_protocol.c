/* Order of calls, wrong arguments, retry, state and replay, with the stub. */
#include "check.h"

#include <chiralkick.h>

#include <math.h>
#include <pthread.h>
#include <stdlib.h>

static ck_coupling *opened(const char *config, int can_retry) {
    ck_open_args args = {.struct_size = sizeof args, .config = config, .can_retry = can_retry};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    return coupling;
}

static int evaluated(ck_coupling *coupling, int64_t block, double weight, double flux[12], int64_t flags[4]) {
    static double t[4] = {10, 10, 10, 10};
    int field[] = {CK_TEMPERATURE, CK_NEUTRINO_FLUX, CK_FLAGS};
    ck_view view[] = {{t, 0, 0, {4}, {8}, 0}, {flux, 0, 0, {4}, {8}, 32}, {flags, 0, 0, {4}, {8}, 0}};
    return ck_evaluate(coupling, block, weight, 3, field, view, NULL);
}

static void wrong_arguments_of_open(void) {
    ck_coupling *coupling = (ck_coupling *)1;
    ck_open_args args = {.struct_size = sizeof args};
    CHECK_FAILS(ck_open(NULL, &coupling), CK_EARG, "ck_open_args is null");
    CHECK(coupling == NULL);
    CHECK_FAILS(ck_open(&args, NULL), CK_EARG, "null");
    args.struct_size = 0;
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "struct_size of ck_open_args is 0");
    args = (ck_open_args){.struct_size = sizeof args, .length_cm = -1};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "unit of length_cm is -1");
    args = (ck_open_args){.struct_size = sizeof args, .time_s = NAN};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "unit of time_s is");
    args = (ck_open_args){.struct_size = sizeof args, .rank = 2, .ranks = 2};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "rank is 2 of 2");
    args = (ck_open_args){.struct_size = sizeof args, .field_system = 7};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "field_system is 7");
    args = (ck_open_args){.struct_size = sizeof args, .config = "/nowhere/at/all.json"};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "/nowhere/at/all.json");
    struct { ck_open_args args; void *later; } newer = {.args = {.struct_size = sizeof newer}};
    CHECK(ck_open(&newer.args, &coupling) == CK_OK && ck_close(coupling) == CK_OK);
    newer.later = &newer;
    CHECK_FAILS(ck_open(&newer.args, &coupling), CK_EARG, "newer version");
    CHECK(coupling == NULL);
}

static void wrong_handles(void) {
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    int garbage = 0;
    ck_coupling *coupling = opened(NULL, 0), *closed = coupling;
    CHECK_FAILS(ck_begin(NULL, 0, 0, 1), CK_EARG, "coupling is null");
    CHECK_FAILS(ck_recoil((ck_coupling *)&garbage, &recoil), CK_EARG, "is not a coupling");
    CHECK_FAILS(ck_recoil((ck_coupling *)16, &recoil), CK_EARG, "is not a coupling");
    CHECK(ck_close(coupling) == CK_OK);
    CHECK_FAILS(ck_close(closed), CK_ESTATE, "closed");
    coupling = opened(NULL, 0); /* takes the same place */
    CHECK_FAILS(ck_recoil(closed, &recoil), CK_ESTATE, "closed");
    CHECK(ck_recoil(coupling, &recoil) == CK_OK);
    CHECK(ck_last_error(closed) != NULL && ck_last_error((ck_coupling *)&garbage) != NULL);
    CHECK(strcmp(ck_last_error(coupling), "no error") == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

static void wrong_views(void) {
    ck_coupling *coupling = opened(NULL, 0);
    double t[4] = {0}, out[12];
    CHECK(ck_begin(coupling, 0, 0, 1) == CK_OK);
#define EVALUATE(f, ...) ck_evaluate(coupling, 3, 1, 1, (int[]){f}, (ck_view[]){{__VA_ARGS__}}, NULL)
    CHECK(EVALUATE(CK_TEMPERATURE, t, 0, 0, {4}, {8}, 0) == CK_OK);
    CHECK(EVALUATE(CK_TEMPERATURE, t, 0, 0, {0}, {8}, 0) == CK_OK); /* an empty block */
    CHECK(EVALUATE(CK_TEMPERATURE, t, 0, 0, {1000000, 0, 1000000}, {8}, 0) == CK_OK); /* empty, and nothing is read */
    CHECK_FAILS(EVALUATE(CK_TEMPERATURE, t, 0, 0, {-4}, {8}, 0), CK_EARG, "extent 0 of temperature is -4");
    CHECK_FAILS(EVALUATE(CK_TEMPERATURE, t, 0, 0, {INT64_MAX, INT64_MAX, 1, 1}, {8}, 0), CK_EARG, "too large");
    CHECK_FAILS(EVALUATE(CK_TEMPERATURE, t, 5, 0, {4}, {8}, 0), CK_EARG, "kind of temperature is 5");
    CHECK_FAILS(EVALUATE(CK_TEMPERATURE, t, 0, 3, {4}, {8}, 0), CK_EFIELD, "temperature has 1 component, its view says 3");
    CHECK_FAILS(EVALUATE(CK_TEMPERATURE, NULL, 0, 0, {4}, {8}, 0), CK_EARG, "no field with memory");
    CHECK_FAILS(EVALUATE(99, t, 0, 0, {4}, {8}, 0), CK_EFIELD, "99");
    CHECK_FAILS(EVALUATE(-5, t, 0, 0, {4}, {8}, 0), CK_EFIELD, "-5");
    CHECK_FAILS(EVALUATE(CK_COMPONENT(CK_TEMPERATURE, 0), t, 0, 0, {4}, {8}, 0), CK_EFIELD, "1001");
    CHECK_FAILS(EVALUATE(CK_COMPONENT(CK_VORTICITY, 3), t, 0, 0, {4}, {8}, 0), CK_EFIELD, "4011");
    CHECK_FAILS(EVALUATE(CK_AXIAL_SOURCE, out, 0, 0, {4}, {0}, 0), CK_EARG, "several zones would be written to one place");
    CHECK_FAILS(EVALUATE(CK_AXIAL_FLUX, out, 0, 0, {4}, {8}, 0), CK_EARG, "three components would be written to one place");
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, -1, NULL, NULL, NULL), CK_EARG, "number of fields is -1");
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 1, NULL, NULL, NULL), CK_EARG, "null");
    CHECK_FAILS(ck_evaluate(coupling, 0, NAN, 0, NULL, NULL, NULL), CK_EARG, "weight of block 0");
    ck_view two[] = {{t, 0, 0, {4}, {8}, 0}, {t, 0, 0, {2}, {8}, 0}};
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 2, (int[]){CK_TEMPERATURE, CK_DENSITY}, two, NULL), CK_EARG, "extents of density are 2");
    two[1].n[0] = 4;
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 2, (int[]){CK_TEMPERATURE, CK_TEMPERATURE}, two, NULL), CK_EFIELD, "given twice");
    CHECK(strstr(ck_last_error(coupling), "given twice") != NULL);
    ck_block_result unsized = {0};
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 1, (int[]){CK_TEMPERATURE}, two, &unsized), CK_EARG, "struct_size of ck_block_result");
    CHECK(ck_close(coupling) == CK_OK);
}

static void order_of_calls(void) {
    ck_coupling *coupling = opened(NULL, 0);
    double flux[12];
    int64_t flags[4];
    ck_step_t step = {.struct_size = sizeof step};
    CHECK_FAILS(evaluated(coupling, 1, 1, flux, flags), CK_ESTATE, "ck_begin");
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_begin");
    CHECK_FAILS(ck_rollback(coupling), CK_ESTATE, "ck_begin");
    CHECK_FAILS(ck_set_dt(coupling, 1), CK_ESTATE, "ck_begin");
    CHECK_FAILS(ck_step(coupling, &step), CK_ESTATE, "no step");
    CHECK_FAILS(ck_begin(coupling, 1, NAN, 1), CK_EARG, "time of step 1");
    CHECK(ck_begin(coupling, 1, 0, 0) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_set_dt");
    CHECK_FAILS(ck_set_dt(coupling, -1), CK_EARG, "dt is -1");
    CHECK(ck_set_dt(coupling, 1) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_begin");
    CHECK_FAILS(ck_state_load(coupling, flux, 1), CK_ESTATE, "before the first ck_begin");
    CHECK(ck_close(coupling) == CK_OK);
}

static void replay_and_retry(const char *replay) {
    char config[1024];
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", replay);
    ck_coupling *coupling = opened(config, 1);
    double flux[12];
    int64_t flags[4];
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    ck_step_t step = {.struct_size = sizeof step};
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    CHECK(evaluated(coupling, 7, 0.5, flux, flags) == CK_OK && evaluated(coupling, 7, 0.5, flux, flags) == CK_OK);
    CHECK(flux[8] == 1.5 && flux[9] == 2.5 && flux[10] == 3.5 && flux[11] == 3.5 && flux[0] == 0 && flux[4] == 0);
    CHECK(flags[0] == 0 && flags[1] == CK_FLAG_KNUDSEN && flags[2] == CK_FLAG_INPUT && flags[3] == 0);
    CHECK(ck_commit(coupling) == CK_RETRY); /* 1 s is more than 0.5 s */
    CHECK(ck_step(coupling, &step) == CK_OK && !step.committed && step.dt_max == 0.5 && step.flagged == 4 && step.invalid == 2);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.steps == 0 && recoil.momentum[2] == 0);
    CHECK(ck_begin(coupling, 1, 0, 0.25) == CK_OK && ck_begin(coupling, 1, 0, 0.25) == CK_OK);
    CHECK(evaluated(coupling, 7, 1, flux, flags) == CK_OK && evaluated(coupling, 8, 1, flux, flags) == CK_OK);
    CHECK(flux[8] == 0);
    CHECK(ck_commit(coupling) == CK_OK && ck_step(coupling, &step) == CK_OK && step.committed);
    CHECK(ck_begin(coupling, 2, 0.25, 0.25) == CK_OK && evaluated(coupling, 7, 1, flux, flags) == CK_OK);
    CHECK(ck_rollback(coupling) == CK_OK);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.steps == 1 && recoil.momentum[2] == 5e29 && recoil.energy == 7.5e51);
    CHECK(ck_close(coupling) == CK_OK);
}

static void state(const char *replay) {
    char config[1024];
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", replay);
    ck_coupling *coupling = opened(config, 0);
    double flux[12];
    int64_t flags[4];
    size_t size = 0;
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK && evaluated(coupling, 7, 1, flux, flags) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    unsigned char *saved = malloc(2 * size), *again = malloc(size);
    CHECK(ck_state_save(coupling, saved, size) == CK_OK);
    CHECK_FAILS(ck_state_save(coupling, saved, size - 1), CK_EARG, "bytes; must have");
    CHECK_FAILS(ck_state_load(coupling, saved, size), CK_ESTATE, "before the first ck_begin");
    memcpy(saved + size, saved, size);
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_reduce_parts(coupling, saved, 2, size, &recoil) == CK_OK && recoil.momentum[2] == 4e30 && recoil.steps == 1);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.momentum[2] == 4e30); /* the sum, until the next commit */
    CHECK(ck_state_part(coupling, again, size) == CK_OK && memcmp(again, saved, size) == 0);
    CHECK(ck_begin(coupling, 2, 1, 1) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.momentum[2] == 2e30 && recoil.steps == 2);
    CHECK(ck_close(coupling) == CK_OK);
    for (int rank = 0; rank < 2; rank++) {
        ck_open_args args = {.struct_size = sizeof args, .rank = rank, .ranks = 2};
        CHECK(ck_open(&args, &coupling) == CK_OK);
        for (size_t i = 0; i < size; i++) { /* a damaged state changes nothing */
            saved[i] ^= 0x10;
            CHECK(ck_state_load(coupling, saved, size) == CK_EARG);
            saved[i] ^= 0x10;
        }
        CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.momentum[2] == 0 && recoil.steps == 0);
        CHECK_FAILS(ck_state_load(coupling, saved, size - 1), CK_EARG, "bytes; must have");
        CHECK_FAILS(ck_state_load(coupling, NULL, size), CK_EARG, "state is null");
        CHECK(ck_state_load(coupling, saved, size) == CK_OK);
        CHECK(ck_recoil(coupling, &recoil) == CK_OK && recoil.momentum[2] == (rank == 0 ? 2e30 : 0));
        CHECK(ck_close(coupling) == CK_OK);
    }
    free(saved);
    free(again);
}

static void *calls_of_a_thread(void *coupling) {
    double flux[12];
    int64_t flags[4];
    for (int i = 0; i < 2000; i++) {
        if (ck_begin(coupling, 1, 0, 1) != CK_OK || evaluated(coupling, i, 1, flux, flags) != CK_OK) return coupling;
    }
    return NULL;
}

static void many_threads(void) {
    ck_coupling *coupling = opened(NULL, 0);
    pthread_t thread[4];
    void *failed;
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    for (int i = 0; i < 4; i++) CHECK(pthread_create(&thread[i], NULL, calls_of_a_thread, coupling) == 0);
    for (int i = 0; i < 4; i++) CHECK(pthread_join(thread[i], &failed) == 0 && failed == NULL);
    int64_t calls = 0;
    double seconds = 0;
    CHECK(ck_timing(coupling, &seconds, &calls) == CK_OK && calls == 8000 && seconds > 0);
    CHECK(ck_commit(coupling) == CK_OK && ck_close(coupling) == CK_OK);
}

static int logged;
static void count_log(int level, const char *message, void *context) { logged += level >= 0 && message && context == &logged; }

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    wrong_arguments_of_open();
    wrong_handles();
    wrong_views();
    order_of_calls();
    replay_and_retry(argv[1]);
    state(argv[1]);
    many_threads();
    ck_open_args args = {.struct_size = sizeof args, .log = count_log, .log_context = &logged};
    ck_coupling *all[300];
    int open = 0;
    while (open < 300 && ck_open(&args, &all[open]) == CK_OK) open++;
    CHECK(open == 256 && logged == 256 && strstr(ck_last_error(NULL), "256 couplings are open"));
    for (int i = 0; i < open; i++) CHECK(ck_close(all[i]) == CK_OK);
    CHECK(ck_abi_version() == CK_ABI_VERSION && strlen(ck_version()) > 0);
    CHECK(ck_field_number("magnetic_field") == CK_MAGNETIC_FIELD && strcmp(ck_field_name(CK_LAPSE), "lapse") == 0);
    CHECK(ck_field_components(CK_VORTICITY) == 3 && ck_field_number("nonsense") == CK_EFIELD && ck_field_name(0) == NULL);
    return check_failures != 0;
}
