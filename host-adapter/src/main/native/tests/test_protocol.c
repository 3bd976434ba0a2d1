/* Retry, state, replay files and threads, with the stub. What must be refused is in wrong_calls.c. */
#include "check.h"

#include <chiralkick.h>

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static ck_coupling *opened(const char *config, int can_retry) {
    ck_open_args args = {.struct_size = sizeof args, .config = config, .can_retry = can_retry};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    return coupling;
}

static int evaluated(ck_coupling *coupling, int64_t block, double weight, double flux[12], int64_t flags[4]) {
    static double t[4] = {10, 10, 10, 10};
    int field[] = {CK_TEMPERATURE, CK_NEUTRINO_FLUX, CK_FLAGS};
    ck_view view[] = {{t, 0, 0, {4}, {8}, 0, 0, {0}}, {flux, 0, 0, {4}, {8}, 32, 0, {0}}, {flags, 0, 0, {4}, {8}, 0, 0, {0}}};
    return ck_evaluate(coupling, block, weight, 3, field, view, NULL);
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
    CHECK(ck_step(coupling, &step) == CK_OK && !step.committed && step.dt_max == 0.5 && step.flagged == 0 && step.invalid == 0);
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

static void replays_that_are_none(void) {
    static const char *const wrong[][2] = {
        {"chiralkick-replay 10\n", "is not a replay; its first line must be 'chiralkick-replay 1'"},
        {"chiralkick-replay 1x\n", "is not a replay"},
        {"chiralkick-replay 1\nevaluation 1 1\nresult 1 0 0 0 0 0 1e300\n", "line 3 of replay"},
        {"chiralkick-replay 1\nevaluation 1 1\nresult 1 0 0 0 0 0 nan\n", "flagged zones are nan; must be a whole number, 0 .. 2^53"},
        {"chiralkick-replay 1\nevaluation 1 1\nflags 0 1e300\n", "flags needs a whole number, 0 .. 2^53, for each zone"},
        {"chiralkick-replay 1\nevaluation 1 1\nflags -1\n", "flags needs a whole number"},
        {"chiralkick-replay 1\nevaluation 1 1\nflags 0.5\n", "flags needs a whole number"},
        {"chiralkick-replay 1\nevaluation 1 1\nflags nan\n", "flags needs a whole number"},
    };
    char path[] = "/tmp/chiralkick-test-XXXXXX", config[64];
    int made = mkstemp(path);
    CHECK(made >= 0 && close(made) == 0);
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", path);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        FILE *file = fopen(path, "w");
        CHECK(file && fputs(wrong[i][0], file) >= 0 && fclose(file) == 0);
        ck_coupling *coupling;
        ck_open_args args = {.struct_size = sizeof args, .config = config};
        CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, wrong[i][1]);
    }
    CHECK(unlink(path) == 0);
}

/* Couplings that a host cannot name files for, as the environment does it. */
static void recordings_by_the_environment(void) {
    char folder[] = "/tmp/chiralkick-test-XXXXXX", path[64], other[80];
    CHECK(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/record", folder);
    CHECK(setenv("CHIRALKICK_RECORD", path, 1) == 0);
    ck_coupling *first = opened(NULL, 0), *second = opened(NULL, 0);
    CHECK(first != NULL && second != NULL);
    CHECK(ck_close(first) == CK_OK && ck_close(second) == CK_OK);
    CHECK(ck_close(opened(NULL, 0)) == CK_OK);
    CHECK(unsetenv("CHIRALKICK_RECORD") == 0 && unlink(path) == 0);
    for (int number = 2; number <= 3; number++) {
        snprintf(other, sizeof other, "%s-%d", path, number);
        CHECK(unlink(other) == 0);
    }
    CHECK(rmdir(folder) == 0);
}

/* As in Java, where 0 and -0 are two times: a step begun anew forgets what was counted. */
static void zeros_of_both_signs(const char *replay) {
    char config[1024];
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", replay);
    ck_coupling *coupling = opened(config, 0);
    double flux[12];
    int64_t flags[4];
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    for (int i = 0; i < 2; i++) {
        CHECK(ck_begin(coupling, 1, i ? -0.0 : 0.0, 1) == CK_OK && evaluated(coupling, 7, 1, flux, flags) == CK_OK);
    }
    CHECK(ck_commit(coupling) == CK_OK && ck_recoil(coupling, &recoil) == CK_OK && recoil.momentum[2] == 2e30);
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
        if (ck_begin(coupling, 1, 0, 1) != CK_OK || evaluated(coupling, i, 0.25, flux, flags) != CK_OK) return coupling; /* four do */
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

static int grouped(ck_coupling *coupling, double flux[2][3][4]) {
    static double t[4] = {10, 10, 10, 10};
    int field[] = {CK_TEMPERATURE, CK_ANTI_NU_E_GROUP_ENERGY_FLUX};
    ck_view view[] = {{.base = t, .n = {4}, .stride = {8}},
                      {.base = flux, .n = {4}, .stride = {8}, .component_stride = 32, .group_stride = 96}};
    return ck_evaluate(coupling, 1, 1, 2, field, view, NULL);
}

static void same_groups(const char *replay, const char *record, const double edges[3]) {
    char config[1200];
    double flux[2][3][4];
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", replay);
    ck_open_args args = {.struct_size = sizeof args, .config = config, .record = record};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK && ck_groups(coupling, 2, edges) == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK && grouped(coupling, flux) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(flux[0][1][0] == 0.1 && flux[0][1][3] == 3.5 && flux[1][2][0] == -7 && flux[1][2][3] == -7);
    CHECK(flux[0][0][0] == 0 && flux[0][2][3] == 0 && flux[1][0][2] == 0 && flux[1][1][1] == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

/* A replay by hand, and what was recorded from it, give the same fluxes of groups. */
static void groups_are_recorded_and_replayed(void) {
    const double edges[] = {0, 20, 1.0 / 0.0}, falling[] = {0, 20, 20}, negative[] = {-1, 20, 30};
    char hand[] = "/tmp/chiralkick-test-XXXXXX", record[] = "/tmp/chiralkick-test-XXXXXX", config[1200];
    close(mkstemp(record));
    FILE *file = fdopen(mkstemp(hand), "w");
    fprintf(file, "chiralkick-replay 1\nevaluation 1 1\nflux 125 1 0  0.1 2 3.5\nflux 125 2 1  -7\n");
    fclose(file);
    same_groups(hand, record, edges);
    same_groups(record, NULL, edges);
    ck_coupling *coupling = opened(NULL, 0);
    double flux[2][3][4];
    CHECK_FAILS(ck_groups(coupling, 0, edges), CK_EARG, "number of energy groups is 0; must be in [1, 1024]");
    CHECK_FAILS(ck_groups(coupling, 2, NULL), CK_EARG, "edges of the energy groups are null; give 3 energies in MeV");
    CHECK_FAILS(ck_groups(coupling, 2, falling), CK_EARG, "edge 2 of the energy groups is 20 MeV; must be above edge 1, 20 MeV");
    CHECK_FAILS(ck_groups(coupling, 2, negative), CK_EARG, "edge 0 of the energy groups is -1 MeV; must be >= 0");
    CHECK(ck_groups(coupling, 1, edges) == CK_OK);
    CHECK_FAILS(ck_groups(coupling, 1, edges), CK_ESTATE, "ck_groups was called already, for 1 groups");
    CHECK(ck_close(coupling) == CK_OK);
    coupling = opened(NULL, 0);
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    CHECK_FAILS(ck_groups(coupling, 2, edges), CK_ESTATE, "ck_groups after a ck_begin");
    CHECK_FAILS(grouped(coupling, flux), CK_EFIELD, "anti_nu_e_group_energy_flux is per energy group, but the coupling has none");
    CHECK(ck_close(coupling) == CK_OK);
    file = fopen(hand, "w");
    fprintf(file, "chiralkick-replay 1\nevaluation 1 1\nflux 125 1 2048  0.1\n");
    fclose(file);
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", hand);
    ck_open_args args = {.struct_size = sizeof args, .config = config};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "flux of field 125 needs the number of an energy group, 0 .. 1023, after the axis");
    unlink(hand);
    unlink(record);
}

/* The lines of a recording that say how steps ended, without those of fluxes and audits. */
static void ends_of(const char *path, char ends[512]) {
    char line[512], step[512] = "";
    int audits = 0, count = 0;
    FILE *file = fopen(path, "r");
    ends[0] = 0;
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "audit ", 6) == 0) {
            audits++;
            CHECK(step[0]); /* follows an end */
            strncat(ends, step, 511 - strlen(ends));
        }
        int end = strncmp(line, "commit ", 7) == 0 || strncmp(line, "retry ", 6) == 0 || strncmp(line, "rollback ", 9) == 0;
        snprintf(step, sizeof step, "%s", end ? line : "");
        count += end;
    }
    CHECK(file && fclose(file) == 0 && audits == count);
}

static int decided(ck_coupling *coupling, int decision) {
    ck_ballot_t ballot = {.struct_size = sizeof ballot};
    int code = ck_ballot(coupling, &ballot);
    return code == CK_OK ? ck_decide(coupling, decision, ballot.dt_max, NULL) : code;
}

/* Every way in which a step can end is in the recording, so that one without an end was cut. */
static void recordings_tell_how_steps_end(void) {
    char hand[] = "/tmp/chiralkick-test-XXXXXX", record[] = "/tmp/chiralkick-test-XXXXXX", config[200], ends[512];
    close(mkstemp(record));
    FILE *file = fdopen(mkstemp(hand), "w");
    fprintf(file, "chiralkick-replay 1\nevaluation * *\nresult 0.5 0 0 0 0 0\n");
    fclose(file);
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", hand);
    ck_open_args args = {.struct_size = sizeof args, .config = config, .record = record, .can_retry = 1};
    ck_coupling *coupling = NULL;
    double t[1] = {10};
    int field[] = {CK_TEMPERATURE};
    ck_view view[] = {{.base = t, .n = {1}, .stride = {8}}};
    CHECK(ck_open(&args, &coupling) == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK && ck_evaluate(coupling, 0, 1, 1, field, view, NULL) == CK_OK);
    CHECK(ck_commit(coupling) == CK_RETRY);
    CHECK(ck_begin(coupling, 1, 0, 0.5) == CK_OK && ck_begin(coupling, 1, 0, 0.5) == CK_OK && ck_commit(coupling) == CK_OK); /* joined */
    CHECK(ck_begin(coupling, 2, 0, 1) == CK_OK && ck_begin(coupling, 3, 0, 1) == CK_OK); /* replaced */
    CHECK_FAILS(ck_begin(coupling, 1, 0, 1), CK_ESTATE, "numbers must rise"); /* 3 is pending as it was */
    CHECK(ck_rollback(coupling) == CK_OK && ck_begin(coupling, 4, 0, 1) == CK_OK);
    CHECK(ck_evaluate(coupling, 0, 1, 1, field, view, NULL) == CK_OK && decided(coupling, CK_REFUSED) == CK_OK);
    CHECK(decided(coupling, CK_AGREED) == CK_RETRY);
    CHECK(ck_begin(coupling, 4, 0, 0.25) == CK_OK && decided(coupling, CK_AGREED) == CK_OK);
    ends_of(record, ends);
    CHECK(strcmp(ends, "retry 1\ncommit 1\nrollback 2\nrollback 3\nretry 4\ncommit 4\n") == 0);
    CHECK(ck_close(coupling) == CK_OK);
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", record); /* as a replay it is read without these lines */
    ck_open_args again = {.struct_size = sizeof again, .config = config};
    CHECK(ck_open(&again, &coupling) == CK_OK && ck_close(coupling) == CK_OK);
    unlink(hand);
    unlink(record);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    replay_and_retry(argv[1]);
    replays_that_are_none();
    groups_are_recorded_and_replayed();
    recordings_by_the_environment();
    recordings_tell_how_steps_end();
    zeros_of_both_signs(argv[1]);
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
