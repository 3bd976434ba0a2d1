/*
 * What would give a wrong kick is refused: weights of a block that do not add up to 1, a step of weight 0, recoil in two forms, a number that does not rise. Run
 * with the real library and with the stub; both must say the same words ("weights stub" leaves out what needs a source). Prints "ok".
 */
#include "zones.h"

#include <math.h>
#include <pthread.h>

#define MUST_BE_ONE "the weights of a block in step %d must add up to 1 within 1e-6; evaluate each block once for every stage, with the weight of the " \
                    "stage in the final state, or roll the step back; \"weights\": \"free\" in the configuration allows other sums"
#define MUST_RISE "numbers must rise, so that no step counts twice: give it a higher one, or load the state of the step before it, or choose " \
                  "\"step-numbers\": \"free\" in the configuration"

enum { ZONES = 64, BLOCKS = 64, THREADS = 4 };

static const char *words_of(const char *format, int step) {
    static char text[512];
    snprintf(text, sizeof text, format, step);
    return text;
}

/* Stage weights of the usual schemes: the table of chiralkick.h. */
static void whole_steps_are_committed(void) {
    static const double schemes[][4] = {{1},           {0, 1},       {0.5, 0.5},          {1.0 / 6, 1.0 / 6, 2.0 / 3}, {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6},
                                        {1.0 / 6, 3.0 / 10, 8.0 / 15}};
    static const int stages[] = {1, 2, 2, 3, 4, 3};
    ck_coupling *coupling = open_or_exit(NULL, 1);
    for (int single = 0; single < 2; single++) {
        for (int scheme = 0; scheme < 6; scheme++) {
            CHECK(ck_begin(coupling, 6 * single + scheme, 0, 1e-3) == CK_OK);
            for (int stage = 0; stage < stages[scheme]; stage++) {
                double weight = single ? (float)schemes[scheme][stage] : schemes[scheme][stage];
                for (int block = 0; block < BLOCKS; block++) CHECK(evaluate(coupling, block * ZONES, ZONES, weight) == CK_OK);
            }
            CHECK(ck_commit(coupling) == CK_OK);
        }
    }
    CHECK(recoil_of(coupling).steps == 12 && ck_close(coupling) == CK_OK);
}

static void a_wrong_sum_is_named_and_can_be_mended(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1), *reference = open_or_exit(NULL, 1);
    for (int stage = 0; stage < 2; stage++) {
        CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
        for (int block = 0; block < 4; block++) {
            if (stage == 0 || block != 2) CHECK(evaluate(coupling, block * ZONES, ZONES, 0.5) == CK_OK);
        }
    }
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, words_of("block 128 was evaluated once with sum 0.5: " MUST_BE_ONE, 1));
    CHECK(evaluate(coupling, 2 * ZONES, ZONES, 0.5) == CK_OK && ck_commit(coupling) == CK_OK); /* the step was still pending */
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && evaluate(coupling, 0, ZONES, 1) == CK_OK && evaluate(coupling, 0, ZONES, 0.5) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, words_of("block 0 was evaluated 2 times with sum 1.5: " MUST_BE_ONE, 2));
    CHECK(ck_rollback(coupling) == CK_OK);
    one_step(coupling, 2);
    CHECK(ck_begin(reference, 1, 0, 1e-3) == CK_OK);
    for (int block = 0; block < 4; block++) CHECK(evaluate(reference, block * ZONES, ZONES, 1) == CK_OK);
    CHECK(ck_commit(reference) == CK_OK);
    one_step(reference, 2);
    CHECK(same_recoil(recoil_of(coupling), recoil_of(reference)));
    CHECK(ck_close(coupling) == CK_OK && ck_close(reference) == CK_OK);
}

static void one_number_for_all_blocks_is_named_as_such(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    ck_view view[FIELDS];
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK);
    for (int block = 0; block < BLOCKS; block++) {
        views_of(block * ZONES, ZONES, view);
        CHECK(ck_evaluate(coupling, 0, 1, FIELDS, field, view, NULL) == CK_OK);
    }
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE,
                "block 0 was evaluated 64 times with sum 64: no other number was used in step 3, and a number for all blocks hides which of them "
                "was missed; give each block a number of its own, and each stage its weight in the final state, of which the sum is 1, or roll the "
                "step back; \"weights\": \"free\" in the configuration allows other sums");
    CHECK(ck_close(coupling) == CK_OK);
}

/* A block of several pieces, on several threads, masked or empty, has its weight once. */
static void pieces_of_a_block_weigh_once(void) {
    static unsigned char mask[N];
    ck_coupling *coupling = open_or_exit(NULL, 4);
    int fields[FIELDS + 1];
    ck_view view[FIELDS + 1];
    for (int i = N / 2; i < N; i++) mask[i] = (unsigned char)(i % 3 != 0);
    memcpy(fields, field, sizeof field);
    fields[FIELDS] = CK_MASK;
    views_of(0, N, view);
    view[FIELDS] = (ck_view){mask, CK_U8, 0, {N}, {1}, 0, 0, {0}};
    for (int64_t step = 1; step <= 50; step++) {
        CHECK(ck_begin(coupling, step, 0, 1e-3) == CK_OK);
        for (int stage = 0; stage < 2; stage++) {
            CHECK(ck_evaluate(coupling, -7, 0.5, FIELDS + 1, fields, view, NULL) == CK_OK && evaluate(coupling, 0, N, 0.5) == CK_OK);
            CHECK(evaluate(coupling, 9, 0, 0.25) == CK_OK); /* no zones, no weight */
        }
        CHECK(ck_commit(coupling) == CK_OK);
    }
    CHECK(ck_close(coupling) == CK_OK);
}

/* Particles of a block that are all left out in one stage and live in the next: the call weighs though nothing of it was evaluated. */
static void a_call_that_no_zone_is_left_of_weighs(void) {
    static unsigned char mask[N];
    static const double weight[] = {0.25, 0.75};
    ck_coupling *coupling = open_or_exit(NULL, 4);
    int fields[FIELDS + 1];
    ck_view view[FIELDS + 1];
    ck_block_result result = {.struct_size = sizeof result};
    memcpy(fields, field, sizeof field);
    fields[FIELDS] = CK_MASK;
    views_of(0, N, view);
    view[FIELDS] = (ck_view){mask, CK_U8, 0, {N}, {1}, 0, 0, {0}};
    for (int live = 0; live < 2; live++) { /* in the predictor, in the corrector */
        CHECK(ck_begin(coupling, 1 + live, 0, 1e-3) == CK_OK);
        for (int stage = 0; stage < 2; stage++) {
            memset(mask, stage == live, sizeof mask);
            flux[2][N - 1] = 7;
            CHECK(ck_evaluate(coupling, 3, weight[stage], FIELDS + 1, fields, view, &result) == CK_OK);
            if (stage != live) CHECK(flux[2][N - 1] == 0 && isinf(result.dt_max) && result.energy_rate == 0 && result.flagged == 0);
        }
        CHECK(ck_commit(coupling) == CK_OK);
    }
    CHECK(ck_close(coupling) == CK_OK);
}

typedef struct {
    ck_coupling *coupling;
    int first;
} share;

static void *evaluate_share(void *argument) {
    const share *mine = argument;
    for (int block = mine->first; block < BLOCKS; block += THREADS) {
        if (ck_begin(mine->coupling, 1, 0, 1e-3) != CK_OK) return argument;
        if (evaluate(mine->coupling, block * ZONES, ZONES, 0.75) != CK_OK) return argument;
        if (block != 17 && evaluate(mine->coupling, block * ZONES, ZONES, 0.25) != CK_OK) return argument;
    }
    return NULL;
}

static void a_block_that_one_thread_missed_is_found(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    pthread_t thread[THREADS];
    share part[THREADS];
    void *failed = NULL;
    for (int i = 0; i < THREADS; i++) {
        part[i] = (share){coupling, i};
        CHECK(pthread_create(&thread[i], NULL, evaluate_share, &part[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) CHECK(pthread_join(thread[i], &failed) == 0 && failed == NULL);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "block 1088 was evaluated once with sum 0.75: ");
    CHECK(evaluate(coupling, 17 * ZONES, ZONES, 0.25) == CK_OK && ck_commit(coupling) == CK_OK && ck_close(coupling) == CK_OK);
}

static void a_step_of_weight_zero_is_a_diagnosis(void) {
    static const char *const allowed[] = {"{\"recoil\": {\"form\": \"none\"}}", "{\"weights\": \"free\"}"};
    ck_coupling *coupling = open_or_exit(NULL, 1);
    CHECK(ck_begin(coupling, 5, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 0) == CK_OK && evaluate(coupling, 0, N, 0) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE,
                "all evaluations of step 5 had weight 0, so that it has no recoil though its blocks can emit; give a stage its weight in the final "
                "state, or roll back a step that is for diagnosis");
    CHECK(ck_rollback(coupling) == CK_OK && ck_begin(coupling, 5, 0, 1e-3) == CK_OK && ck_commit(coupling) == CK_OK); /* a rank without blocks */
    CHECK(ck_close(coupling) == CK_OK);
    for (int i = 0; i < 2; i++) {
        coupling = open_or_exit(allowed[i], 1);
        CHECK(ck_begin(coupling, 5, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 0) == CK_OK && ck_commit(coupling) == CK_OK);
        CHECK(ck_close(coupling) == CK_OK);
    }
    ck_view view[FIELDS];
    views_of(0, N, view);
    view[5].base = NULL; /* CK_SURFACE_ELEMENT */
    coupling = open_or_exit("{\"recoil\": {\"form\": \"transport\"}}", 1);
    CHECK(ck_begin(coupling, 5, 0, 1e-3) == CK_OK && ck_evaluate(coupling, 0, 0, FIELDS, field, view, NULL) == CK_OK);
    CHECK(ck_emitted(coupling, (double[]){0, 0, 1}, 1, 1, 1) == CK_OK && ck_commit(coupling) == CK_OK && ck_close(coupling) == CK_OK);
}

/* A block whose recoil is counted from its surface (0) or its volume (1). */
static int evaluate_in_form(ck_coupling *coupling, int64_t block, int form) {
    static double volume[N];
    int fields[FIELDS];
    ck_view view[FIELDS];
    for (int i = 0; i < N; i++) volume[i] = 1e15;
    memcpy(fields, field, sizeof field);
    views_of(0, N, view);
    if (form) fields[5] = CK_VOLUME, view[5] = column(volume, 0, N); /* instead of CK_SURFACE_ELEMENT */
    return ck_evaluate(coupling, block, 1, FIELDS, fields, view, NULL);
}

static void blocks_of_a_step_count_in_one_form(void) {
    static const char *const words[] = {
        "this block counts recoil in volume form, another block of step 0 in surface form; bind the same fields in all blocks (a surface element of "
        "zero where nothing emits), or set recoil.form",
        "this block counts recoil in surface form, another block of step 1 in volume form; bind the same fields in all blocks (a surface element of "
        "zero where nothing emits), or set recoil.form"};
    ck_coupling *coupling = open_or_exit("{\"recoil\": {\"form\": \"auto\", \"radius-cm\": 1e6}}", 1);
    for (int first = 0; first < 2; first++) { /* in each step another one */
        CHECK(ck_begin(coupling, first, 0, 1e-3) == CK_OK && evaluate_in_form(coupling, 0, first) == CK_OK);
        CHECK_FAILS(evaluate_in_form(coupling, 1, !first), CK_EFIELD, words[first]);
        CHECK(evaluate_in_form(coupling, 1, first) == CK_OK && ck_commit(coupling) == CK_OK); /* nothing of what was refused is counted */
    }
    CHECK(recoil_of(coupling).steps == 2 && ck_close(coupling) == CK_OK);
}

static void numbers_of_steps_rise(void) {
    static const int64_t wrong[] = {7, 6, 0, -3};
    size_t size = 0;
    ck_coupling *coupling = open_or_exit(NULL, 1);
    CHECK(ck_begin(coupling, 90, 0, 1e-3) == CK_OK && ck_rollback(coupling) == CK_OK);
    one_step(coupling, 7);
    CHECK_FAILS(ck_begin(coupling, 7, 0, 1e-3), CK_ESTATE, "step 7 is begun after step 7 was committed; " MUST_RISE);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_commit without a step in flight: the last one is committed"); /* as it was */
    CHECK(ck_begin(coupling, 8, 0, 1e-3) == CK_OK && evaluate(coupling, 0, N, 1) == CK_OK);
    for (int i = 0; i < 4; i++) CHECK_FAILS(ck_begin(coupling, wrong[i], 0, 1e-3), CK_ESTATE, "was committed; " MUST_RISE);
    CHECK(ck_commit(coupling) == CK_OK && recoil_of(coupling).steps == 2); /* the pending step was as it was */
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    unsigned char *states = malloc(2 * size), *sum = malloc(size);
    CHECK(ck_state_save(coupling, states, size) == CK_OK && ck_close(coupling) == CK_OK);
    for (int rank = 0; rank < 2; rank++) {
        ck_open_args args = {.struct_size = sizeof args, .rank = rank, .ranks = 2};
        CHECK(ck_open(&args, &coupling) == CK_OK && ck_state_load(coupling, states, size) == CK_OK);
        CHECK_FAILS(ck_begin(coupling, 8, 0, 1e-3), CK_ESTATE, "step 8 is begun after step 8 was committed; " MUST_RISE);
        one_step(coupling, 9);
        CHECK(ck_state_part(coupling, states + size, size) == CK_OK);
        CHECK(ck_reduce_parts(coupling, states, 2, size, NULL) == CK_OK && ck_state_save(coupling, sum, size) == CK_OK);
        CHECK(ck_close(coupling) == CK_OK);
        coupling = open_or_exit(NULL, 1);
        CHECK(ck_state_load(coupling, sum, size) == CK_OK);
        CHECK_FAILS(ck_begin(coupling, 9, 0, 1e-3), CK_ESTATE, "step 9 is begun after step 9 was committed; " MUST_RISE);
        CHECK(ck_close(coupling) == CK_OK);
    }
    coupling = open_or_exit("{\"step-numbers\" : \"free\"}", 1);
    CHECK(ck_state_load(coupling, states, size) == CK_OK);
    one_step(coupling, 8);
    one_step(coupling, 8);
    CHECK(recoil_of(coupling).steps == 4 && ck_close(coupling) == CK_OK);
    free(states);
    free(sum);
}

static int ask_for_momentum_source(ck_coupling *coupling) {
    static double source[3][N];
    int fields[FIELDS + 1];
    ck_view view[FIELDS + 1];
    memcpy(fields, field, sizeof field);
    fields[FIELDS] = CK_NEUTRINO_MOMENTUM_SOURCE;
    views_of(0, N, view);
    view[FIELDS] = column(source[0], 0, N);
    return ck_evaluate(coupling, 0, 1, FIELDS + 1, fields, view, NULL);
}

/* With the real library only: the stub has no sources. */
static void outputs_that_nobody_gives_are_refused(void) {
    ck_coupling *coupling = open_or_exit("{\"source\": \"vortical\"}", 1);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    CHECK_FAILS(ask_for_momentum_source(coupling), CK_EFIELD, "source vortical does not give neutrino momentum source (");
    CHECK(strstr(ck_last_error(NULL), "bound as output; bind only what is given, let a source act that gives it, or choose \"missing-output\": \"warn\" "
                                      "in the configuration to have zeros")); /* whole */
    CHECK(evaluate(coupling, 0, N, 1) == CK_OK && ck_commit(coupling) == CK_OK); /* nothing of what was refused is counted */
    CHECK(ck_use(coupling, "isotropic") == CK_OK && ck_begin(coupling, 2, 0, 1e-3) == CK_OK); /* a control: all is there, as zeros */
    CHECK(ask_for_momentum_source(coupling) == CK_OK && ck_commit(coupling) == CK_OK && flux[2][7] == 0);
    CHECK_FAILS(ck_use(coupling, "vortical"), CK_EFIELD, "change to vortical is refused, isotropic acts on: source vortical does not give neutrino");
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK && ask_for_momentum_source(coupling) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(recoil_of(coupling).steps == 3 && ck_close(coupling) == CK_OK);
    coupling = open_or_exit("{\"source\": \"vortical\", \"missing-output\": \"warn\"}", 1);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && ask_for_momentum_source(coupling) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(flux[2][7] != 0 && ck_close(coupling) == CK_OK);
}

int main(int argc, char **argv) {
    fill_zones();
    whole_steps_are_committed();
    a_wrong_sum_is_named_and_can_be_mended();
    one_number_for_all_blocks_is_named_as_such();
    pieces_of_a_block_weigh_once();
    a_call_that_no_zone_is_left_of_weighs();
    a_block_that_one_thread_missed_is_found();
    a_step_of_weight_zero_is_a_diagnosis();
    blocks_of_a_step_count_in_one_form();
    numbers_of_steps_rise();
    if (argc < 2 || strcmp(argv[1], "stub") != 0) outputs_that_nobody_gives_are_refused();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
