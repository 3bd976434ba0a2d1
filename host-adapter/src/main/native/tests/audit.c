/*
 * The audit of a coupling: counts, the closure of its surface, weights, and the lines that a host prints. Run with the real library and with
 * the stub ("audit stub"), which holds every step: it has no source. Prints "ok".
 */
#include "zones.h"

#include <math.h>
#include <unistd.h>

enum { FACES = 6 };
static int64_t held_per_step;

static ck_audit_t audit_of(const ck_coupling *coupling) {
    ck_audit_t audit = {.struct_size = sizeof audit};
    CHECK(ck_audit(coupling, &audit) == CK_OK);
    return audit;
}

/* Whether the text is this line and those that a coupling has in any case. */
static int has_line(const ck_coupling *coupling, const char *line) {
    const char *text = ck_audit_text(coupling), *at = strstr(text, line);
    if (at && (at == text || at[-1] == '\n')) return 1;
    fprintf(stderr, "%s\n", text);
    return 0;
}

static void faces_of_a_cube(void) {
    for (int zone = 0; zone < FACES; zone++) {
        for (int c = 0; c < 3; c++) area[c][zone] = zone / 2 == c ? (zone % 2 ? -1e10 : 1e10) : 0;
    }
}

static void a_whole_run(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    CHECK(has_line(coupling, "WRONG: no step was committed, so that there is no kick"));
    for (int64_t step = 1; step <= 3; step++) {
        CHECK(ck_begin(coupling, step, 0, 1e-3) == CK_OK && evaluate(coupling, 0, FACES, 0.25) == CK_OK);
        CHECK(evaluate(coupling, 0, FACES, 0.75) == CK_OK && ck_commit(coupling) == CK_OK);
    }
    CHECK(ck_begin(coupling, 4, 0, 1e-3) == CK_OK && evaluate(coupling, 0, FACES, 1) == CK_OK);
    CHECK(ck_begin(coupling, 4, 0, 5e-4) == CK_OK && ck_rollback(coupling) == CK_OK); /* one replaced, one rolled back */
    ck_audit_t audit = audit_of(coupling);
    CHECK(audit.steps == 3 && audit.held == 3 * held_per_step && audit.retries == 0 && audit.rolled_back == 2);
    CHECK(audit.invalid == 0 && audit.implausible == 0 && audit.worst_weight_error == 0 && audit.area_defect == 0);
    CHECK(has_line(coupling, "worst error of weights 0, area defect 0\n"));
    CHECK(has_line(coupling, held_per_step ? "steps 3, held 3, silent 0, retries 0, rolled back 2\n" : "steps 3, held 0, silent 0, retries 0, rolled back 2\n"));
    if (held_per_step) CHECK(has_line(coupling, "WRONG: 3 of 3 steps were held without their source and have no recoil"));
    CHECK(ck_close(coupling) == CK_OK);
}

static void a_surface_with_a_hole(void) {
    for (int ranks = 1; ranks <= 2; ranks++) {
        ck_open_args args = {.struct_size = sizeof args, .ranks = ranks};
        ck_coupling *coupling;
        CHECK(ck_open(&args, &coupling) == CK_OK && ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
        CHECK(evaluate(coupling, 0, FACES, 0) == CK_OK && evaluate(coupling, 0, FACES - 1, 1) == CK_OK && ck_commit(coupling) == CK_OK);
        double defect = audit_of(coupling).area_defect; /* a rank has a part, which is not closed */
        CHECK(ranks == 1 ? fabs(defect - 0.2) < 1e-14 : defect == 0);
        CHECK(audit_of(coupling).unjudged == ranks - 1 && (strstr(ck_audit_text(coupling), "\nnot judged: closure of the surface") != NULL) == (ranks == 2));
        if (ranks == 1) {
            CHECK(has_line(coupling, "WRONG: the surface is not closed: |sum dA| / sum |dA| is 2.00e-01, must be below 1.50e-02, or an even emission "
                                     "kicks the star"));
        }
        CHECK(ck_close(coupling) == CK_OK);
    }
}

/* Where the recoil is counted from volumes, nothing depends on the surface. */
static void a_surface_that_is_not_counted(void) {
    static double volume[FACES];
    int fields[FIELDS + 1];
    ck_view view[FIELDS + 1];
    for (int i = 0; i < FACES; i++) volume[i] = 1e15;
    memcpy(fields, field, sizeof field);
    fields[FIELDS] = CK_VOLUME;
    views_of(0, FACES - 1, view);
    view[FIELDS] = column(volume, 0, FACES - 1);
    ck_coupling *coupling = open_or_exit("{\"recoil\": {\"form\": \"volume\", \"radius-cm\": 1e6}}", 1);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && ck_evaluate(coupling, 0, 1, FIELDS + 1, fields, view, NULL) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK && audit_of(coupling).area_defect == 0 && ck_close(coupling) == CK_OK);
}

static void weights_that_are_free(void) {
    ck_coupling *coupling = open_or_exit("{\"weights\": \"free\"}", 1);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 0, FACES, 0.75) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(audit_of(coupling).worst_weight_error == 0.25);
    CHECK(has_line(coupling, "WRONG: the weights of a block were off 1 by up to 2.50e-01: stages are missed or counted more than once"));
    CHECK(ck_close(coupling) == CK_OK);
}

/* With the real library only: the stub looks at no values. */
static void an_invalid_zone(void) {
    double right = t[4];
    ck_coupling *coupling = open_or_exit(NULL, 1);
    t[4] = -1;
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 0, FACES, 1) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(audit_of(coupling).invalid == 1 && audit_of(coupling).area_defect == 0);
    CHECK(has_line(coupling, "WRONG: 1 zone evaluations were invalid and have no flux; mask zones that are to be left out"));
    CHECK(ck_close(coupling) == CK_OK);
    t[4] = right;
}

static void a_step_without_anything_that_emits(void) {
    static const char *const config[] = {NULL, "{\"recoil\": {\"form\": \"none\"}}"};
    for (int i = 0; i < 2; i++) {
        ck_coupling *coupling = open_or_exit(config[i], 1);
        ck_view view[FIELDS];
        views_of(0, FACES, view);
        view[5].base = NULL; /* CK_SURFACE_ELEMENT */
        CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && ck_commit(coupling) == CK_OK);
        CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && ck_evaluate(coupling, 0, 1, FIELDS, field, view, NULL) == CK_OK);
        CHECK(ck_commit(coupling) == CK_OK && audit_of(coupling).silent == (i == 0 ? 2 : 0));
        if (i == 0) CHECK(has_line(coupling, "WRONG: 2 of 2 steps had no zone that could emit; evaluate blocks with surface elements, or with volumes"));
        CHECK(ck_close(coupling) == CK_OK);
    }
}

/* The stub looks at no values: its flag comes from a file, which exists until the coupling is open. */
static ck_coupling *open_with_invalid_zone(void) {
    if (!held_per_step) return open_or_exit(NULL, 1);
    const char *folder = getenv("TMPDIR");
    char path[256], config[300];
    snprintf(path, sizeof path, "%s/chiralkick-audit-XXXXXX", folder ? folder : "/tmp");
    int file = mkstemp(path);
    CHECK(file >= 0 && dprintf(file, "chiralkick-replay 1\nevaluation 1 0\nflags 0 0 0 0 %d 0\n", CK_FLAG_INPUT) > 0 && close(file) == 0);
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", path);
    ck_coupling *coupling = open_or_exit(config, 1);
    unlink(path);
    return coupling;
}

/* The zones of a stage of weight 0 are evaluated again by the one that counts, and are counted there. */
static void a_stage_of_weight_zero_counts_no_zones(void) {
    double right = t[4];
    ck_coupling *coupling = open_with_invalid_zone();
    ck_step_t step = {.struct_size = sizeof step};
    t[4] = -1;
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && evaluate(coupling, 0, FACES, 0) == CK_OK && evaluate(coupling, 0, FACES, 1) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK && ck_step(coupling, &step) == CK_OK);
    CHECK(step.evaluated == FACES && step.flagged == 1 && step.invalid == 1);
    CHECK(audit_of(coupling).flagged == 1 && audit_of(coupling).invalid == 1 && ck_close(coupling) == CK_OK);
    t[4] = right;
}

static void misuse(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    ck_audit_t audit = {0};
    CHECK_FAILS(ck_audit(coupling, NULL), CK_EARG, "ck_audit_t is null");
    CHECK_FAILS(ck_audit(coupling, &audit), CK_EARG, "struct_size of ck_audit_t is 0; must be sizeof(ck_audit_t), 104 or more");
    CHECK(strstr(ck_audit_text(NULL), "coupling is null"));
    CHECK(ck_close(coupling) == CK_OK);
    CHECK(strstr(ck_audit_text(coupling), "the coupling is closed"));
}

int main(int argc, char **argv) {
    held_per_step = argc > 1 && strcmp(argv[1], "stub") == 0;
    fill_zones();
    faces_of_a_cube();
    a_whole_run();
    a_surface_with_a_hole();
    a_surface_that_is_not_counted();
    weights_that_are_free();
    a_step_without_anything_that_emits();
    if (!held_per_step) an_invalid_zone();
    a_stage_of_weight_zero_counts_no_zones();
    misuse();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
