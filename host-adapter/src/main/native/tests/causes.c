/*
 * What is wrong with zones is counted by its cause: with the library, and with the stub by a replay that is the argument. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>
#include <math.h>

enum { N = 8, FIELDS = 7, ROOM = 64 };
static const int field[FIELDS] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                                  CK_VORTICITY,   CK_SURFACE_ELEMENT,             CK_NEUTRINO_FLUX};
static double zone[FIELDS][3][N];

/* The host's temperature is in half MeV. */
static int evaluate(ck_coupling *coupling, int64_t block) {
    ck_view view[FIELDS];
    for (int f = 0; f < FIELDS; f++) view[f] = (ck_view){.base = zone[f][0], .n = {N}, .stride = {8}, .component_stride = 8 * N};
    return ck_evaluate(coupling, block, 1, FIELDS, field, view, NULL);
}

static void fill(void) {
    for (int i = 0; i < N; i++) {
        zone[0][0][i] = 20, zone[1][0][i] = 140, zone[2][0][i] = 90;
        for (int c = 0; c < 3; c++) zone[3][c][i] = 1e12, zone[4][c][i] = 100, zone[5][c][i] = 1e6;
    }
}

static void wrong_zones(ck_coupling *coupling) {
    fill();
    zone[0][0][2] = zone[0][0][5] = -0.5, zone[0][0][4] = 2e5, zone[1][0][1] = 5000;
    zone[3][2][6] = NAN, zone[0][0][7] = INFINITY, zone[3][1][7] = NAN; /* of the last the temperature counts */
    CHECK(evaluate(coupling, 3) == CK_OK);
    fill();
    zone[3][1][3] = -INFINITY;
    CHECK(evaluate(coupling, 2) == CK_OK);
}

/* With the stub, whose replay limits dt in step 9: what is to be begun again counts no zones, as in the library. */
static void a_retry_counts_none(const char *config) {
    ck_open_args args = {.struct_size = sizeof args, .temperature_mev = 0.5, .config = config};
    ck_coupling *coupling = NULL;
    ck_step_t step = {.struct_size = sizeof step};
    for (int retry = 1; retry >= 0; retry--) {
        args.can_retry = retry;
        CHECK(ck_open(&args, &coupling) == CK_OK && ck_begin(coupling, 9, 0, 1e-3) == CK_OK);
        wrong_zones(coupling);
        CHECK(ck_commit(coupling) == (retry ? CK_RETRY : CK_OK) && ck_step(coupling, &step) == CK_OK);
        CHECK(step.step == 9 && step.dt == 1e-3 && step.dt_max == 1e-4 && step.source_absent == 1);
        CHECK(step.evaluated == (retry ? 0 : 2 * N) && step.flagged == (retry ? 0 : 7));
        CHECK(step.invalid == (retry ? 0 : 5) && step.implausible == (retry ? 0 : 2));
        CHECK(step.invalid_block == (retry ? -1 : 2) && step.implausible_block == (retry ? -1 : 3));
        CHECK(ck_causes(coupling, CK_FLAG_INPUT, 0, NULL, NULL) == (retry ? 0 : 2));
        CHECK(ck_causes(coupling, CK_FLAG_IMPLAUSIBLE, 0, NULL, NULL) == (retry ? 0 : 2));
        CHECK(ck_close(coupling) == CK_OK);
    }
}

int main(int argc, char **argv) {
    char config[1024];
    ck_open_args args = {.struct_size = sizeof args, .temperature_mev = 0.5, .config = config};
    ck_coupling *coupling = NULL;
    ck_step_t step = {.struct_size = sizeof step};
    int of[ROOM] = {0};
    int64_t count[ROOM] = {0};
    snprintf(config, sizeof config, argc > 1 ? "{\"replay\": \"%s\"}" : "{}", argc > 1 ? argv[1] : "");
    CHECK(ck_open(&args, &coupling) == CK_OK);
    CHECK_FAILS(ck_causes(coupling, CK_FLAG_INPUT, ROOM, of, count), CK_ESTATE, "no step was committed yet");
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    wrong_zones(coupling);
    CHECK(ck_commit(coupling) == CK_OK && ck_step(coupling, &step) == CK_OK);

    CHECK(step.evaluated == 2 * N && step.invalid == 5 && step.invalid_block == 2 && step.invalid_zone == 3);
    CHECK(step.invalid_field == CK_MAGNETIC_FIELD && step.invalid_value == -INFINITY);
    CHECK(ck_causes(coupling, CK_FLAG_INPUT, ROOM, of, count) == 2);
    CHECK(of[0] == CK_TEMPERATURE && count[0] == 3 && of[1] == CK_MAGNETIC_FIELD && count[1] == 2);

    CHECK(step.implausible == 2 && step.implausible_block == 3 && step.implausible_zone == 1);
    CHECK(step.implausible_field == CK_ELECTRON_CHEMICAL_POTENTIAL && step.implausible_value == 5000);
    CHECK(ck_causes(coupling, CK_FLAG_IMPLAUSIBLE, ROOM, of, count) == 2);
    CHECK(of[0] == CK_TEMPERATURE && count[0] == 1 && of[1] == CK_ELECTRON_CHEMICAL_POTENTIAL && count[1] == 1);

    of[1] = -7, count[1] = -7;
    CHECK(ck_causes(coupling, CK_FLAG_INPUT, 0, NULL, NULL) == 2 && ck_causes(coupling, CK_FLAG_INPUT, 1, of, count) == 2);
    CHECK(of[0] == CK_TEMPERATURE && of[1] == -7 && count[1] == -7);
    CHECK_FAILS(ck_causes(coupling, CK_FLAG_KNUDSEN, 0, NULL, NULL), CK_EARG, "flag is 2; must be CK_FLAG_INPUT (1) or CK_FLAG_IMPLAUSIBLE (1024)");
    CHECK_FAILS(ck_causes(coupling, CK_FLAG_INPUT, -1, of, count), CK_EARG, "room is -1; must be >= 0");
    CHECK_FAILS(ck_causes(coupling, CK_FLAG_INPUT, 2, NULL, count), CK_EARG, "room is 2 but field or count is null");

    fill();
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && evaluate(coupling, 3) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(ck_causes(coupling, CK_FLAG_INPUT, ROOM, of, count) == 0 && ck_causes(coupling, CK_FLAG_IMPLAUSIBLE, ROOM, of, count) == 0);
    CHECK(ck_step(coupling, &step) == CK_OK && step.invalid == 0 && step.invalid_block == -1 && step.implausible_zone == -1);
    CHECK(ck_close(coupling) == CK_OK);
    if (argc > 1) a_retry_counts_none(config);
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
