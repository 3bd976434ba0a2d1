/*
 * ck_commit_all and what ck_reduce refuses, over a communicator that is MPI_COMM_WORLD's, with 2 ranks and more. The last rank is the odd one.
 *
 *     commit_all stub REPLAY            the stub, which replays ranks.txt
 *     commit_all real                   the real library
 *     commit_all homes HOME-A HOME-B    the last rank has the bundles of B
 *     commit_all jars HOME              ranks 0, 1 ... have the trees HOME.0, HOME.1 ..., whose bundle of the mechanism chiral comes and goes
 */
#include "check.h"

#include <chiralkick.h>
#include <dirent.h>
#include <math.h>
#include <mpi.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static int rank, ranks, world;
static const char *home;   /* of this rank; NULL: where the library lies */
static const char *config; /* of this rank */
static int warnings;       /* logged about sources that wait for other ranks */

static bool is_odd(void) { return rank == ranks - 1; }

static void log_line(int level, const char *message, void *context) {
    (void)context;
    if (level == CK_LOG_WARNING && (strstr(message, "other sources ready than all ranks") || strstr(message, "no other sources ready any more"))) warnings++;
}

static ck_coupling *opened(bool can_retry) {
    ck_open_args args = {.struct_size = sizeof args, .home = home, .config = config, .rank = rank, .ranks = ranks, .can_retry = can_retry,
                         .log = log_line};
    ck_coupling *coupling;
    if (ck_open(&args, &coupling) == CK_OK) return coupling;
    fprintf(stderr, "rank %d: %s\n", rank, ck_last_error(NULL));
    MPI_Abort(MPI_COMM_WORLD, 3);
    return NULL;
}

/* One zone at the surface. What limits dt in the real library is its v_mu, with a diffusivity. */
static int evaluate(ck_coupling *coupling, double weight, bool limits_dt) {
    static double t = 10, mu_e = 143, mu_nu = 104, b[3] = {0, 0, 1e16}, curl[3], area[3] = {0, 0, 1e12}, mu_5 = 10, eta = 1e6, v_mu;
    enum { FIELDS = 9 };
    const int field[FIELDS] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                               CK_SURFACE_ELEMENT, CK_AXIAL_CHEMICAL_POTENTIAL, CK_MAGNETIC_DIFFUSIVITY, CK_CHIRAL_INVERSE_LENGTH};
    double *base[FIELDS] = {&t, &mu_e, &mu_nu, b, curl, area, &mu_5, limits_dt ? &eta : NULL, limits_dt ? &v_mu : NULL};
    ck_view view[FIELDS];
    for (int i = 0; i < FIELDS; i++) view[i] = (ck_view){.base = base[i], .n = {1}, .component_stride = 8};
    return ck_evaluate(coupling, rank, weight, FIELDS, field, view, NULL);
}

/* One zone with this area along z, and, where it is not 0, this volume. */
static int evaluate_part(ck_coupling *coupling, double weight, double along_z, double volume) {
    static double t = 10, mu_e = 143, mu_nu = 104, b[3] = {0, 0, 1e16};
    double area[3] = {0, 0, along_z};
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_SURFACE_ELEMENT, CK_VOLUME};
    double *base[] = {&t, &mu_e, &mu_nu, b, along_z != 0 ? area : NULL, volume != 0 ? &volume : NULL};
    enum { FIELDS = 6 };
    ck_view view[FIELDS];
    for (int i = 0; i < FIELDS; i++) view[i] = (ck_view){.base = base[i], .n = {1}, .component_stride = 8};
    return ck_evaluate(coupling, rank, weight, FIELDS, field, view, NULL);
}

static int64_t steps_of(ck_coupling *coupling) {
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_recoil(coupling, &recoil) == CK_OK);
    return recoil.steps;
}

static bool same_on_all(const char *text) {
    char first[1024];
    snprintf(first, sizeof first, "%s", text);
    MPI_Bcast(first, sizeof first, MPI_CHAR, 0, MPI_COMM_WORLD);
    return strcmp(first, text) == 0;
}

/* Whether all ranks get CK_ESTATE, in the same words, which name the odd rank and hold this text; nothing is committed then. */
static void refused(int line, ck_coupling *coupling, const char *text) {
    char name[32];
    int64_t before = coupling ? steps_of(coupling) : 0;
    int code = ck_commit_all(coupling, world, NULL);
    const char *said = ck_last_error(NULL);
    snprintf(name, sizeof name, "rank %d", ranks - 1);
    bool good = code == CK_ESTATE && strstr(said, text) && strstr(said, name) && strstr(said, "committed on no rank");
    good &= same_on_all(said) && (!coupling || steps_of(coupling) == before);
    if (good) return;
    fprintf(stderr, "%s:%d: rank %d: %s, '%s'; expected '%s' of %s\n", __FILE__, line, rank, ck_error_name(code), said, text, name);
    check_failures++;
}
#define REFUSED(coupling, text) refused(__LINE__, coupling, text)

static void one_step(ck_coupling *coupling, int64_t step) {
    CHECK(ck_begin(coupling, step, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK);
}

/* ---- what must be the same ---- */

static void one_rank_differs(void) {
    char text[160];
    ck_coupling *coupling = opened(false);
    one_step(coupling, 1);
    /* another number */
    CHECK(ck_begin(coupling, is_odd() ? 3 : 2, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    snprintf(text, sizeof text, "rank %d has step 3 pending, %s step 2 pending", ranks - 1, ranks > 2 ? "the other ranks" : "rank 0");
    REFUSED(coupling, text);
    /* another dt */
    CHECK(ck_begin(coupling, 2, 1, is_odd() ? 2e-3 : 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    REFUSED(coupling, "a dt of 0.002");
    CHECK(ck_set_dt(coupling, 1e-3) == CK_OK); /* mended while it is pending */
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 2);
    /* weights */
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK && evaluate(coupling, is_odd() ? 0.5 : 1, false) == CK_OK);
    snprintf(text, sizeof text, "rank %d: block %d was evaluated once with sum 0.5", ranks - 1, ranks - 1);
    REFUSED(coupling, text);
    if (is_odd()) CHECK(evaluate(coupling, 0.5, false) == CK_OK); /* the stage that was missing */
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 3);
    /* a rank that has rolled back */
    CHECK(ck_begin(coupling, 4, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    if (is_odd()) CHECK(ck_rollback(coupling) == CK_OK);
    REFUSED(coupling, "the last one is rolled back");
    CHECK((ck_rollback(coupling) == CK_OK) == !is_odd()); /* pending where it was */
    /* a rank that committed by itself has a step more */
    CHECK(ck_begin(coupling, 5, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    if (is_odd()) CHECK(ck_commit(coupling) == CK_OK && ck_begin(coupling, 6, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    if (!is_odd()) CHECK(ck_begin(coupling, 6, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    REFUSED(coupling, "4 committed step(s)");
    CHECK(ck_rollback(coupling) == CK_OK);
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK_FAILS(ck_reduce(coupling, world, &recoil), CK_ESTATE, "has 4 committed step(s)");
    CHECK(same_on_all(ck_last_error(NULL)));
    CHECK(ck_close(coupling) == CK_OK);
}

static void one_rank_fails(void) {
    char text[160];
    ck_coupling *coupling = opened(false);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    int nothing = 9999;
    ck_view view = {.base = &nothing, .n = {1}};
    if (is_odd()) CHECK(ck_evaluate(coupling, rank, 1, 1, &nothing, &view, NULL) == CK_EFIELD);
    if (!is_odd()) CHECK(evaluate(coupling, 1, false) == CK_OK);
    snprintf(text, sizeof text, "rank %d: an evaluation in step 1 failed: ", ranks - 1);
    REFUSED(coupling, text);
    REFUSED(coupling, "9999"); /* its words, also the second time */
    if (is_odd()) CHECK(evaluate(coupling, 1, false) == CK_OK); /* the same block, mended */
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 1);
    /* a number that does not rise is refused at begin, and all ranks learn of it; the rank has no step then */
    CHECK(ck_begin(coupling, is_odd() ? 1 : 2, 0, 1e-3) == (is_odd() ? CK_ESTATE : CK_OK));
    snprintf(text, sizeof text, "rank %d: no step is begun, since ck_begin failed: step 1 is begun after step 1 was committed", ranks - 1);
    REFUSED(coupling, text);
    REFUSED(is_odd() ? NULL : coupling, "coupling is null");
    if (is_odd()) CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK); /* mended */
    CHECK(evaluate(coupling, 1, false) == CK_OK && ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 2);
    /* so it is while a step is pending: the rank does not vote for that one */
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    if (is_odd()) CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_ESTATE);
    REFUSED(coupling, "step 3 is pending still, since the ck_begin after it failed: step 2 is begun after step 2 was committed");
    if (is_odd()) CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK); /* the pending one is meant */
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 3);
    CHECK(ck_begin(coupling, 4, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    if (is_odd()) CHECK(ck_begin(coupling, 5, 0, (double)NAN) == CK_EARG);
    REFUSED(coupling, "since the ck_begin after it failed: dt of step 5 is nan");
    CHECK(ck_rollback(coupling) == CK_OK);
    CHECK_FAILS(ck_commit_all(coupling, world, NULL), CK_ESTATE, "the last one is rolled back"); /* the failed begin is history */
    CHECK(ck_begin(coupling, 6, 0, 1e-3) == CK_OK);
    ck_step_t small = {.struct_size = is_odd() ? 8 : sizeof small};
    CHECK_FAILS(ck_commit_all(coupling, world, &small), CK_ESTATE, "struct_size of ck_step_t is 8");
    CHECK_FAILS(ck_commit_all(coupling, MPI_Comm_c2f(MPI_COMM_NULL), NULL), CK_EARG, "the communicator of ck_commit_all is MPI_COMM_NULL");
    CHECK(ck_close(coupling) == CK_OK);
}

static void one_rank_has_another_configuration(const char *usual, const char *odd, const char *text) {
    config = is_odd() ? odd : usual;
    ck_coupling *coupling = opened(false);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    REFUSED(coupling, text);
    CHECK(ck_commit(coupling) == CK_OK); /* as without ck_commit_all: here it goes unnoticed, until the parts are summed */
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK_FAILS(ck_reduce(coupling, world, &recoil), CK_ESTATE, text);
    CHECK(same_on_all(ck_last_error(NULL)) && strstr(ck_last_error(NULL), "nothing was summed"));
    size_t size = 0;
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    unsigned char *parts = malloc((size_t)ranks * size), *part = malloc(size);
    CHECK(ck_state_part(coupling, part, size) == CK_OK);
    MPI_Allgather(part, (int)size, MPI_BYTE, parts, (int)size, MPI_BYTE, MPI_COMM_WORLD);
    CHECK_FAILS(ck_reduce_parts(coupling, parts, ranks, size, NULL), CK_EARG, "is of another run");
    CHECK(ck_reduce_parts(coupling, parts, ranks - 1, size, NULL) == CK_OK); /* without the odd one */
    free(parts);
    free(part);
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- retry, swap, restart ---- */

static void a_retry_is_everybodys(bool real) {
    const char *usual = config;
    if (real) config = "{\"source\": \"chiral\", \"closures\": {\"chirality\": \"given\"}}";
    ck_coupling *coupling = opened(true);
    config = usual;
    ck_step_t step = {.struct_size = sizeof step}, told = step;
    double dt = real ? 1e20 : 0.4; /* fits rank 0 of the replay alone, and whom nothing limits */
    CHECK(ck_begin(coupling, 1, 0, dt) == CK_OK && evaluate(coupling, 1, is_odd()) == CK_OK);
    CHECK(ck_commit_all(coupling, world, &step) == CK_RETRY && step.committed == 0 && step.dt_max < dt && steps_of(coupling) == 0);
    if (!real) CHECK(step.dt_max == 0.125);
    double first = step.dt_max;
    MPI_Bcast(&first, 1, MPI_DOUBLE, 0, MPI_COMM_WORLD);
    CHECK(first == step.dt_max); /* the least of all, on all */
    CHECK(ck_step(coupling, &told) == CK_OK && memcmp(&told, &step, sizeof step) == 0);
    CHECK(ck_begin(coupling, 1, 0, step.dt_max) == CK_OK && evaluate(coupling, 1, is_odd()) == CK_OK);
    CHECK(ck_commit_all(coupling, world, &step) == CK_OK && step.committed == 1 && steps_of(coupling) == 1);
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_reduce(coupling, world, &recoil) == CK_OK && recoil.steps == 1);
    if (!real) CHECK(recoil.momentum[2] == 0.125 * 1e30 * ((1 << (ranks > 3 ? 3 : ranks)) - 1));
    CHECK(ck_close(coupling) == CK_OK);
}

static bool acts(ck_coupling *coupling, const char *source) {
    char words[256];
    CHECK(ck_words(coupling, CK_WORDS_SOURCES, words, sizeof words) == CK_OK);
    return strncmp(words, source, strlen(source)) == 0;
}

static void a_swap_is_everybodys(void) {
    ck_coupling *coupling = opened(false);
    CHECK(ck_use(coupling, is_odd() ? "isotropic" : "chiral") == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    REFUSED(coupling, "has source isotropic ");
    CHECK(strstr(ck_last_error(NULL), " chiral ") != NULL && ck_rollback(coupling) == CK_OK);
    CHECK(ck_use(coupling, "chiral") == CK_OK);
    one_step(coupling, 1);
    if (is_odd()) CHECK(ck_use(coupling, "isotropic") == CK_OK);
    one_step(coupling, 2);
    one_step(coupling, 3);
    CHECK(acts(coupling, "chiral")); /* held back where it is asked for */
    if (!is_odd()) CHECK(ck_use(coupling, "isotropic") == CK_OK);
    one_step(coupling, 4); /* the ranks agree in this one */
    CHECK(acts(coupling, "chiral"));
    one_step(coupling, 5);
    CHECK(acts(coupling, "isotropic"));
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_reduce(coupling, world, &recoil) == CK_OK && recoil.steps == 5);
    CHECK(ck_close(coupling) == CK_OK);
}

static void the_last_checkpoint_loads(void) {
    ck_coupling *coupling = opened(false);
    ck_recoil_t saved = {.struct_size = sizeof saved}, loaded = saved;
    size_t size = 0;
    one_step(coupling, 1);
    CHECK(ck_reduce(coupling, world, &saved) == CK_OK && ck_state_size(coupling, &size) == CK_OK);
    unsigned char *state = malloc(size);
    CHECK(ck_state_save(coupling, state, size) == CK_OK);
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && evaluate(coupling, is_odd() ? 0.5 : 1, false) == CK_OK);
    REFUSED(coupling, "with sum 0.5");
    CHECK(ck_close(coupling) == CK_OK); /* as a run that ends here */
    coupling = opened(false);
    CHECK(ck_state_load(coupling, state, size) == CK_OK);
    CHECK(ck_reduce(coupling, world, &loaded) == CK_OK && memcmp(&loaded, &saved, sizeof saved) == 0);
    one_step(coupling, 2);
    CHECK(ck_reduce(coupling, world, &loaded) == CK_OK && loaded.steps == 2);
    free(state);
    CHECK(ck_close(coupling) == CK_OK);
}

/* A rank that reads the file from the output before does not go on with the others. */
static void one_rank_restarts_from_an_older_state(void) {
    char text[160];
    size_t size = 0;
    ck_coupling *coupling = opened(false);
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    unsigned char *states = malloc(2 * size);
    for (int64_t step = 1; step <= 2; step++) {
        one_step(coupling, step);
        CHECK(ck_reduce(coupling, world, NULL) == CK_OK);
        CHECK(ck_state_save(coupling, states + (size_t)(step - 1) * size, size) == CK_OK);
    }
    CHECK(ck_close(coupling) == CK_OK);
    coupling = opened(false);
    CHECK(ck_state_load(coupling, states + (is_odd() ? 0 : size), size) == CK_OK);
    CHECK(ck_begin(coupling, 3, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    snprintf(text, sizeof text, "rank %d has 1 committed step(s), %s 2 committed step(s)", ranks - 1, ranks > 2 ? "the other ranks" : "rank 0");
    REFUSED(coupling, text);
    CHECK(!strstr(ck_last_error(NULL), "committed last")); /* that follows, and is not said */
    CHECK(ck_rollback(coupling) == CK_OK && ck_close(coupling) == CK_OK);
    coupling = opened(false);
    CHECK(ck_state_load(coupling, states + size, size) == CK_OK);
    one_step(coupling, 3);
    CHECK(steps_of(coupling) == 3 && ck_close(coupling) == CK_OK);
    free(states);
}

/* The host's numbers are each rank's own then; dt, and how many steps there are, still are not. */
static void numbers_that_are_free(void) {
    char text[160], free_numbers[1100];
    const char *usual = config;
    snprintf(free_numbers, sizeof free_numbers, "%.*s, \"step-numbers\": \"free\"}", (int)strlen(usual) - 1, usual);
    config = free_numbers;
    ck_coupling *coupling = opened(false);
    ck_ballot_t ballot = {.struct_size = sizeof ballot};
    for (int64_t step = 5; step > 3; step--) one_step(coupling, 100 * rank + step);
    CHECK(ck_begin(coupling, rank, 0, is_odd() ? 2e-3 : 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    CHECK(ck_ballot(coupling, &ballot) == CK_OK && ballot.step == -1 && ballot.last_step == -1 && ballot.steps == 2);
    CHECK(ck_decide(coupling, CK_REFUSED, 0, NULL) == CK_OK);
    REFUSED(coupling, "a dt of 0.002");
    CHECK(ck_set_dt(coupling, 1e-3) == CK_OK && ck_commit_all(coupling, world, NULL) == CK_OK);
    CHECK(ck_begin(coupling, 7, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    if (is_odd()) CHECK(ck_commit(coupling) == CK_OK && ck_begin(coupling, 7, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    snprintf(text, sizeof text, "rank %d has 4 committed step(s), %s 3 committed step(s)", ranks - 1, ranks > 2 ? "the other ranks" : "rank 0");
    REFUSED(coupling, text);
    CHECK(ck_close(coupling) == CK_OK);
    config = usual;
}

/* ---- what the zones of all ranks make up ---- */

/* Ranks in between have no zones: nothing of theirs is in the way of the others. */
static void blocks_that_count_the_recoil_in_another_form(void) {
    char text[160], radius[1100];
    const char *usual = config;
    snprintf(radius, sizeof radius, "%.*s, \"recoil\": {\"radius-cm\": 1e6}}", (int)strlen(usual) - 1, usual);
    config = radius;
    ck_coupling *coupling = opened(false);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    if (rank == 0) CHECK(evaluate_part(coupling, 1, 1e12, 0) == CK_OK);
    if (is_odd()) CHECK(evaluate_part(coupling, 1, 0, 1e15) == CK_OK);
    snprintf(text, sizeof text, "rank %d has a recoil counted from volumes, rank 0 a recoil counted from surface elements", ranks - 1);
    REFUSED(coupling, text);
    CHECK(ck_rollback(coupling) == CK_OK && ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    if (rank == 0 || is_odd()) CHECK(evaluate_part(coupling, 1, 0, 1e15) == CK_OK);
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 1);
    CHECK(ck_close(coupling) == CK_OK);
    config = usual;
}

static ck_audit_t audit_of(ck_coupling *coupling) {
    ck_audit_t audit = {.struct_size = sizeof audit};
    CHECK(ck_audit(coupling, &audit) == CK_OK);
    return audit;
}

/* A rank without zones calls as the others do, once or for some of the stages: its block has no weight that could be wrong. */
static void an_empty_block_has_no_weight(void) {
    ck_coupling *coupling = opened(false);
    const int field[] = {CK_TEMPERATURE, CK_MAGNETIC_FIELD, CK_SURFACE_ELEMENT};
    double nowhere = 7;
    ck_view empty[3];
    for (int i = 0; i < 3; i++) empty[i] = (ck_view){.base = &nowhere, .n = {0}, .component_stride = 8};
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    CHECK(is_odd() ? ck_evaluate(coupling, rank, 0.25, 3, field, empty, NULL) == CK_OK : evaluate(coupling, 1, false) == CK_OK);
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK && steps_of(coupling) == 1 && audit_of(coupling).silent == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

/* Of the first rank's part, and the last one's, alone each has a defect of 1. */
static void one_step_with_a_surface(ck_coupling *coupling, int64_t step, double first, double last) {
    double mine = rank == 0 ? first : is_odd() ? last : 0;
    CHECK(ck_begin(coupling, step, 0, 1e-3) == CK_OK);
    if (mine != 0) CHECK(evaluate_part(coupling, 0.25, mine, 0) == CK_OK && evaluate_part(coupling, 0.75, mine, 0) == CK_OK);
    CHECK(ck_commit_all(coupling, world, NULL) == CK_OK);
}

static void a_surface_is_everybodys(void) {
    ck_coupling *coupling = opened(true);
    for (int64_t step = 1; step <= 3; step++) one_step_with_a_surface(coupling, step, 1e12, -1e12);
    ck_audit_t audit = audit_of(coupling);
    CHECK(audit.steps == 3 && audit.area_defect < 1e-14 && audit.silent == 0 && audit.unjudged == 0);
    CHECK(!strstr(ck_audit_text(coupling), "surface is not closed") && !strstr(ck_audit_text(coupling), "not judged"));
    one_step_with_a_surface(coupling, 4, 1e12, -0.5e12); /* a hole in the part of the last one */
    audit = audit_of(coupling);
    CHECK(fabs(audit.area_defect - 1. / 3) < 1e-14 && audit.silent == 0 && audit.unjudged == 0);
    CHECK(strstr(ck_audit_text(coupling), "WRONG: the surface is not closed: |sum dA| / sum |dA| is 3.33e-01"));
    one_step_with_a_surface(coupling, 5, 0, 0);
    one_step_with_a_surface(coupling, 6, 1e12, 0); /* one rank that emits is enough, and a step with all of a star's surface away */
    audit = audit_of(coupling);
    CHECK(audit.area_defect == 1 && audit.silent == 1 && audit.unjudged == 0);
    CHECK(strstr(ck_audit_text(coupling), "WRONG: 1 of 6 steps had no zone that could emit"));
    CHECK(ck_close(coupling) == CK_OK);
    coupling = opened(true); /* each by itself: it has a part and says that it cannot know */
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate_part(coupling, 1, 1e12, 0) == CK_OK && ck_commit(coupling) == CK_OK);
    one_step_with_a_surface(coupling, 2, 1e12, -1e12);
    audit = audit_of(coupling);
    CHECK(audit.steps == 2 && audit.area_defect < 1e-14 && audit.silent == 0 && audit.unjudged == 1);
    CHECK(strstr(ck_audit_text(coupling), "\nnot judged: closure of the surface and silence of 1 of 2 steps, which each rank committed by itself; a "
                                          "commit of all ranks judges them\n"));
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- other bundles ---- */

static void one_rank_has_other_bundles(void) {
    ck_coupling *coupling = opened(false);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
    REFUSED(coupling, "has source chiral ");
    if (rank == 0) printf("%s\n", ck_last_error(coupling));
    CHECK(ck_commit(coupling) == CK_OK);
    CHECK_FAILS(ck_reduce(coupling, world, NULL), CK_ESTATE, "has source chiral ");
    CHECK(ck_close(coupling) == CK_OK);
}

static char jar[1400], away[1400];

static void find_jar(void) {
    char folder[1100];
    snprintf(folder, sizeof folder, "%s/bundles", home);
    DIR *list = opendir(folder);
    for (struct dirent *entry = list ? readdir(list) : NULL; entry; entry = readdir(list)) {
        if (strncmp(entry->d_name, "chiral-module", 13) != 0) continue;
        snprintf(jar, sizeof jar, "%.1090s/%.250s", folder, entry->d_name);
        snprintf(away, sizeof away, "%.1090s/%.250s", home, entry->d_name);
    }
    if (list) closedir(list);
    CHECK(jar[0] != 0);
}

/*
 * Steps until the sources are there or not, or, while they stay so, until the odd rank has logged as many warnings; in each of them all ranks
 * must have the same.
 */
static bool steps_until(ck_coupling *coupling, int64_t *number, int absent, int warned) {
    bool reached = false;
    double start = MPI_Wtime(), now = start;
    while (!reached && now - start < 100) {
        ck_step_t step = {.struct_size = sizeof step};
        int least, most, logged = warnings;
        CHECK(ck_begin(coupling, ++*number, 0, 1e-3) == CK_OK && evaluate(coupling, 1, false) == CK_OK);
        CHECK(ck_commit_all(coupling, world, &step) == CK_OK);
        MPI_Allreduce(&step.source_absent, &least, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
        MPI_Allreduce(&step.source_absent, &most, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        MPI_Bcast(&logged, 1, MPI_INT, ranks - 1, MPI_COMM_WORLD);
        CHECK(least == most && (!warned || least == absent));
        reached = warned ? logged >= warned : least == absent;
        nanosleep(&(struct timespec){0, 20000000}, NULL);
        now = MPI_Wtime();
        MPI_Bcast(&now, 1, MPI_DOUBLE, 0, MPI_COMM_WORLD);
        MPI_Bcast(&start, 1, MPI_DOUBLE, 0, MPI_COMM_WORLD);
    }
    return reached;
}

static void bundles_come_and_go(void) {
    int64_t number = 0;
    config = "{\"source\": \"chiral\", \"without-source\": \"hold\"}";
    find_jar();
    ck_coupling *coupling = opened(false);
    one_step(coupling, ++number);
    if (is_odd()) CHECK(rename(jar, away) == 0);
    CHECK(steps_until(coupling, &number, 0, 1)); /* gone on one rank: it acts on, on all */
    if (!is_odd()) CHECK(rename(jar, away) == 0);
    CHECK(steps_until(coupling, &number, 1, 0)); /* gone on all, at the same step */
    if (is_odd()) CHECK(rename(away, jar) == 0);
    CHECK(steps_until(coupling, &number, 1, 3)); /* back on one: held on all */
    if (!is_odd()) CHECK(rename(away, jar) == 0);
    CHECK(steps_until(coupling, &number, 0, 0));
    CHECK(!is_odd() || warnings == 4); /* begin and end, twice */
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_reduce(coupling, world, &recoil) == CK_OK && recoil.steps == number);
    CHECK(ck_close(coupling) == CK_OK);
}

int main(int argc, char **argv) {
    char replayed[1024], other[1100];
    if (argc < 2) return 2;
    CHECK_FAILS(ck_commit_all(NULL, 0, NULL), CK_ESTATE, "ck_commit_all needs MPI"); /* before MPI_Init */
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    world = MPI_Comm_c2f(MPI_COMM_WORLD);
    bool stub = strcmp(argv[1], "stub") == 0;
    if (strcmp(argv[1], "homes") == 0) {
        home = argv[is_odd() ? 3 : 2];
        one_rank_has_other_bundles();
    } else if (strcmp(argv[1], "jars") == 0) {
        snprintf(replayed, sizeof replayed, "%s.%d", argv[2], rank);
        home = replayed;
        bundles_come_and_go();
    } else {
        snprintf(replayed, sizeof replayed, stub ? "{\"replay\": \"%s\"}" : "{\"source\": \"chiral\"%s}", stub ? argv[2] : "");
        config = replayed;
        one_rank_differs();
        one_rank_fails();
        a_retry_is_everybodys(!stub);
        a_swap_is_everybodys();
        the_last_checkpoint_loads();
        one_rank_restarts_from_an_older_state();
        numbers_that_are_free();
        blocks_that_count_the_recoil_in_another_form();
        a_surface_is_everybodys();
        an_empty_block_has_no_weight();
        snprintf(other, sizeof other, "%.*s%s", (int)strlen(replayed) - 1, replayed,
                 ", \"preset\": \"equilibrium\"}");
        one_rank_has_another_configuration(replayed, other, stub ? "\"preset\":\"equilibrium\"" : "chiral.share=equilibrium");
    }
    MPI_Barrier(MPI_COMM_WORLD);
    MPI_Finalize();
    return check_failures != 0;
}
