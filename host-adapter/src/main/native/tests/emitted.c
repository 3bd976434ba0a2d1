/*
 * A host with neutrino transport of its own: what it tells by ck_emitted is what the star recoils from, and nothing else. Run with the real
 * library and with the stub; both must answer alike, but for exact sums ("emitted stub" leaves these out). Prints "ok".
 */
#include "zones.h"

#include <math.h>
#include <pthread.h>

#define TRANSPORT "{\"recoil\": {\"form\": \"transport\"}}"

enum { STAGES = 48, THREADS = 4 };
static const double P[3] = {3e38, -5e37, 7e39}, NOTHING[3];
static const double NUMBER = 2e55, ENERGY = 4e50, DT = 1.0 / 1024;

static ck_coupling *opened(int rank, int ranks) {
    ck_open_args args = {.struct_size = sizeof args, .config = TRANSPORT, .rank = rank, .ranks = ranks};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    return coupling;
}

static void told_step(ck_coupling *coupling, int64_t step, const double momentum[3], double number, double energy) {
    CHECK(ck_begin(coupling, step, 0, DT) == CK_OK && ck_emitted(coupling, momentum, number, energy, 1) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK);
}

/* Evaluates n zones without a surface element. */
static int evaluate_inside(ck_coupling *coupling, ck_block_result *result) {
    ck_view view[FIELDS];
    views_of(0, N, view);
    view[5].base = NULL; /* CK_SURFACE_ELEMENT */
    return ck_evaluate(coupling, 0, 1, FIELDS, field, view, result);
}

static void the_star_gets_the_opposite(void) {
    ck_coupling *coupling = opened(0, 1);
    ck_block_result result = {.struct_size = sizeof result};
    CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK && evaluate_inside(coupling, &result) == CK_OK);
    CHECK(result.momentum_rate[2] == 0 && result.number_rate == 0 && result.energy_rate == 0); /* its own fluxes count nothing */
    CHECK(ck_emitted(coupling, P, NUMBER, ENERGY, 0.25) == CK_OK && ck_emitted(coupling, P, NUMBER, ENERGY, 0) == CK_OK);
    CHECK(ck_emitted(coupling, P, NUMBER, ENERGY, 0.75) == CK_OK && ck_commit(coupling) == CK_OK);
    ck_recoil_t recoil = recoil_of(coupling);
    for (int axis = 0; axis < 3; axis++) CHECK(recoil.momentum[axis] == -P[axis] * DT && recoil.torque[axis] == 0);
    CHECK(recoil.number == NUMBER * DT && recoil.energy == ENERGY * DT && recoil.steps == 1);
    CHECK(ck_close(coupling) == CK_OK);
    ck_open_args args = {.struct_size = sizeof args, .config = TRANSPORT, .time_s = 5e-6, .mass_g = 2e33, .length_cm = 1e5};
    CHECK(ck_open(&args, &coupling) == CK_OK && ck_begin(coupling, 1, 0, 100) == CK_OK);
    CHECK(ck_emitted(coupling, P, NUMBER, ENERGY, 1) == CK_OK && ck_commit(coupling) == CK_OK);
    double energy = recoil_of(coupling).energy; /* the host's units are those of dt, not of what it tells */
    CHECK(fabs(energy - ENERGY * 5e-4) <= 1e-15 * energy);
    CHECK(ck_close(coupling) == CK_OK);
}

static void what_is_dropped_is_not_counted(void) {
    ck_coupling *coupling = opened(0, 1);
    CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK && ck_emitted(coupling, P, NUMBER, ENERGY, 1) == CK_OK && ck_rollback(coupling) == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 4 * DT) == CK_OK && ck_emitted(coupling, P, NUMBER, ENERGY, 1) == CK_OK);
    for (int half = 0; half < 2; half++) { /* another dt replaces the step, the same one joins it */
        CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK && ck_emitted(coupling, P, NUMBER, ENERGY, 0.5) == CK_OK);
    }
    CHECK(ck_commit(coupling) == CK_OK);
    ck_recoil_t recoil = recoil_of(coupling);
    CHECK(recoil.energy == ENERGY * DT && recoil.steps == 1);
    CHECK(ck_close(coupling) == CK_OK);
}

static void wrong_calls(void) {
    static const double wrong[] = {NAN, INFINITY, -INFINITY, 2e154};
    ck_coupling *coupling = opened(0, 1);
    CHECK_FAILS(ck_emitted(coupling, P, 0, 0, 1), CK_ESTATE, "ck_emitted without a step in flight: none was begun yet; call ck_begin first");
    CHECK(ck_begin(coupling, 7, 0, DT) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE,
                "nothing was emitted in step 7, whose recoil form is transport; call emitted for every stage before commit, with rates of 0");
    CHECK_FAILS(evaluate(coupling, 0, N, 1), CK_EFIELD,
                "surface element is bound in recoil form transport, where what leaves is told by emitted and would count twice; bind none, or");
    CHECK_FAILS(ck_emitted(coupling, NULL, 0, 0, 1), CK_EARG, "momentum of neutrinos is null; give three numbers in dyn");
    for (int i = 0; i < 4; i++) {
        CHECK_FAILS(ck_emitted(coupling, (double[]){0, 0, wrong[i]}, 0, 0, 1), CK_EARG, "emitted momentum of neutrinos along z is");
        CHECK_FAILS(ck_emitted(coupling, (double[]){0, wrong[i], 0}, 0, 0, 1), CK_EARG, "along y is");
        CHECK_FAILS(ck_emitted(coupling, (double[]){wrong[i], 0, 0}, 0, 0, 1), CK_EARG, "along x is");
        CHECK_FAILS(ck_emitted(coupling, P, wrong[i], 0, 1), CK_EARG, "1/s; must be finite and below 1.34078e+154 in size");
        CHECK_FAILS(ck_emitted(coupling, P, 0, wrong[i], 1), CK_EARG, "erg/s; must be finite and below 1.34078e+154 in size");
        CHECK_FAILS(ck_emitted(coupling, P, 0, 0, wrong[i]), CK_EARG, "weight of ck_emitted is");
    }
    CHECK(ck_emitted(coupling, P, NUMBER, ENERGY, 0.5) == CK_OK);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "weights of emitted in step 7 add up to 0.5; must be 1 within 1e-6: call it once for every stage");
    CHECK(ck_emitted(coupling, P, NUMBER, ENERGY, 0.5) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(recoil_of(coupling).energy == ENERGY * DT); /* nothing that was refused is counted */
    CHECK_FAILS(ck_emitted(coupling, P, 0, 0, 1), CK_ESTATE, "ck_emitted without a step in flight: the last one is committed");
    told_step(coupling, 8, NOTHING, 0, 0);
    CHECK(recoil_of(coupling).steps == 2);
    CHECK(ck_close(coupling) == CK_OK);
    CHECK_FAILS(ck_emitted(coupling, P, 0, 0, 1), CK_ESTATE, "the coupling is closed");
    CHECK_FAILS(ck_emitted(NULL, P, 0, 0, 1), CK_EARG, "coupling is null");
    static const char *const forms[][2] = {{"{}", "auto"}, {"{\"recoil\": {\"form\" : \"none\"}}", "none"},
                                           {"{\"recoil\":{\"form\":\"surface\"}}", "surface"},
                                           {"{\"recoil\": {\"radius-cm\": 1e6, \"form\": \"volume\"}}", "volume"}};
    for (int i = 0; i < 4; i++) {
        char text[120];
        snprintf(text, sizeof text, "emitted in recoil form %s: this coupling counts the recoil of the fluxes itself, and both would", forms[i][1]);
        coupling = open_or_exit(forms[i][0], 1);
        CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK);
        CHECK_FAILS(ck_emitted(coupling, P, NUMBER, ENERGY, 1), CK_ESTATE, text);
        CHECK(ck_commit(coupling) == CK_OK && recoil_of(coupling).energy == 0 && ck_close(coupling) == CK_OK);
    }
}

/* ---- restart and ranks ---- */

/* What rank `rank` of `ranks` lets out in a step: numbers whose sum over the ranks is a double. */
static void told_part(ck_coupling *coupling, int64_t step, int rank, int ranks) {
    double momentum[3] = {0}, energy = 0;
    for (int part = rank; part < 12; part += ranks) {
        for (int axis = 0; axis < 3; axis++) momentum[axis] += ldexp((double)(7 * part - 40 + step * (axis + 1)), 100 + axis);
        energy += ldexp((double)(part + step), 150);
    }
    told_step(coupling, step, momentum, -2 * energy, energy);
}

static void on_ranks(int ranks, int64_t first, int64_t last, unsigned char *state, size_t size) {
    ck_coupling *coupling[4];
    unsigned char *parts = malloc(size * (size_t)ranks);
    for (int rank = 0; rank < ranks; rank++) {
        coupling[rank] = opened(rank, ranks);
        if (first > 0) CHECK(ck_state_load(coupling[rank], state, size) == CK_OK);
        for (int64_t step = first; step < last; step++) told_part(coupling[rank], step, rank, ranks);
        CHECK(ck_state_part(coupling[rank], parts + (size_t)rank * size, size) == CK_OK);
    }
    CHECK(ck_reduce_parts(coupling[0], parts, ranks, size, NULL) == CK_OK && ck_state_save(coupling[0], state, size) == CK_OK);
    for (int rank = 0; rank < ranks; rank++) CHECK(ck_close(coupling[rank]) == CK_OK);
    free(parts);
}

static void restarts_on_any_number_of_ranks(void) {
    ck_coupling *any = opened(0, 1);
    size_t size = 0;
    CHECK(ck_state_size(any, &size) == CK_OK);
    unsigned char *alone = malloc(size), *together = malloc(size);
    on_ranks(1, 0, 9, alone, size);
    on_ranks(3, 0, 3, together, size);
    on_ranks(2, 3, 6, together, size);
    on_ranks(4, 6, 9, together, size);
    CHECK(memcmp(alone, together, size) == 0);
    CHECK(ck_state_load(any, alone, size) == CK_OK && recoil_of(any).momentum[2] != 0 && recoil_of(any).steps == 9);
    CHECK(ck_close(any) == CK_OK);
    free(alone);
    free(together);
}

/* ---- exact sums ---- */

static double stage[STAGES][6];

typedef struct {
    ck_coupling *coupling;
    int first;
} teller;

static void *tell_some(void *of) {
    teller *mine = of;
    for (int i = mine->first; i < STAGES; i += THREADS) {
        if (ck_begin(mine->coupling, 1, 0, DT) != CK_OK) return of;
        if (ck_emitted(mine->coupling, stage[i], stage[i][3], stage[i][4], stage[i][5]) != CK_OK) return of;
    }
    return NULL;
}

static void any_order_and_threads_give_the_same_bits(void) {
    double total = 0;
    srand(11);
    for (int i = 0; i < STAGES; i++) {
        for (int k = 0; k < 5; k++) stage[i][k] = (rand() / (double)RAND_MAX - 0.4) * pow(10, 38 + 3 * k);
        stage[i][5] = i + 1 < STAGES ? rand() / (double)RAND_MAX / STAGES : 1 - total;
        total += stage[i][5];
    }
    ck_recoil_t recoil[3];
    for (int order = 0; order < 2; order++) {
        ck_coupling *coupling = opened(0, 1);
        CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK);
        for (int k = 0; k < STAGES; k++) {
            const double *of = stage[order ? (11 * k + 5) % STAGES : k];
            CHECK(ck_emitted(coupling, of, of[3], of[4], of[5]) == CK_OK);
        }
        CHECK(ck_commit(coupling) == CK_OK);
        recoil[order] = recoil_of(coupling);
        CHECK(ck_close(coupling) == CK_OK);
    }
    ck_coupling *coupling = opened(0, 1);
    pthread_t thread[THREADS];
    teller each[THREADS];
    CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK);
    for (int i = 0; i < THREADS; i++) {
        each[i] = (teller){coupling, i};
        CHECK(pthread_create(&thread[i], NULL, tell_some, &each[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) {
        void *failed = NULL;
        CHECK(pthread_join(thread[i], &failed) == 0 && failed == NULL);
    }
    CHECK(ck_commit(coupling) == CK_OK);
    recoil[2] = recoil_of(coupling);
    CHECK(ck_close(coupling) == CK_OK);
    CHECK(recoil[0].momentum[1] != 0 && same_recoil(recoil[0], recoil[1]) && same_recoil(recoil[0], recoil[2]));
}

/* Evaluates zones of which something escaped is asked for, with a surface element and a volume or without. */
static int evaluate_escaped(ck_coupling *coupling, int wanted, int has_surface, int has_volume) {
    static double volume[N], escaped[3][N];
    int fields[FIELDS + 2];
    ck_view view[FIELDS + 2];
    for (int i = 0; i < N; i++) volume[i] = 1e15;
    memcpy(fields, field, sizeof field);
    fields[FIELDS] = wanted;
    fields[FIELDS + 1] = CK_VOLUME;
    views_of(0, N, view);
    if (!has_surface) view[5].base = NULL;
    view[FIELDS] = column(escaped[0], 0, N);
    view[FIELDS + 1] = column(volume, 0, N);
    if (!has_volume) view[FIELDS + 1].base = NULL;
    return ck_evaluate(coupling, 0, 1, FIELDS + 2, fields, view, NULL);
}

/* Zeros that mean "not counted" would leave in the star what has left it. */
static void escaped_outputs_that_are_not_counted_are_refused(void) {
#define UNCOUNTED "escaped number bound as output, and this block does not count it: "
    static const struct {
        const char *config, *words; /* NULL: accepted */
        int has_surface, has_volume;
    } all[] = {
        {NULL, NULL, 1, 1},
        {NULL, "volume (for what escapes per volume)", 1, 0},
        {NULL, UNCOUNTED "bind the surface element, or the volume with recoil.radius-cm for the volume form", 0, 1},
        {"{\"recoil\": {\"radius-cm\": 1e6}}", NULL, 0, 1},
        {"{\"recoil\": {\"form\": \"volume\", \"radius-cm\": 1e6}}", NULL, 1, 1},
        {"{\"recoil\": {\"form\": \"none\"}}", UNCOUNTED "recoil.form is none; choose auto, surface or volume, or bind none here", 1, 1},
        {TRANSPORT, UNCOUNTED "in recoil form transport what leaves is what your transport lets out and tells by emitted; take that off, and bind none here",
         0, 1},
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        ck_coupling *coupling = open_or_exit(all[i].config, 1);
        CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK);
        int code = evaluate_escaped(coupling, CK_ESCAPED_NUMBER, all[i].has_surface, all[i].has_volume);
        if (!all[i].words) CHECK(code == CK_OK);
        if (all[i].words) CHECK_FAILS(code, CK_EFIELD, all[i].words);
        CHECK(ck_rollback(coupling) == CK_OK && ck_close(coupling) == CK_OK);
    }
    ck_coupling *coupling = open_or_exit(TRANSPORT, 1);
    CHECK(ck_begin(coupling, 1, 0, DT) == CK_OK);
    CHECK_FAILS(evaluate_escaped(coupling, CK_ESCAPED_MOMENTUM, 0, 1), CK_EFIELD, "escaped momentum bound as output, and this block does not count it");
    CHECK(ck_close(coupling) == CK_OK);
}

int main(int argc, char **argv) {
    (void)argv;
    fill_zones();
    the_star_gets_the_opposite();
    what_is_dropped_is_not_counted();
    wrong_calls();
    restarts_on_any_number_of_ranks();
    escaped_outputs_that_are_not_counted_are_refused();
    if (argc < 2) any_order_and_threads_give_the_same_bits();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
