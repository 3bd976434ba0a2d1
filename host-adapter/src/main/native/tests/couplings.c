/* Couplings of the real library: several, their steps, layouts and threads. One question per run; CouplingsIT asks them. */
#include "questions.h"
#include "zones.h"

#include <math.h>
#include <pthread.h>

static void many_couplings_and_reopening(void) {
    ck_coupling *coupling[8];
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 8; i++) coupling[i] = open_or_exit(NULL, 1);
        for (int i = 0; i < 8; i++) one_step(coupling[i], 1);
        ck_recoil_t recoil[8];
        for (int i = 0; i < 8; i++) {
            recoil[i].struct_size = sizeof recoil[i];
            CHECK(ck_recoil(coupling[i], &recoil[i]) == CK_OK && recoil[i].steps == 1);
            CHECK(recoil[i].momentum[2] != 0 && memcmp(recoil[i].momentum, recoil[0].momentum, sizeof recoil[0].momentum) == 0);
            CHECK(ck_close(coupling[i]) == CK_OK);
            CHECK(ck_close(coupling[i]) == CK_ESTATE);
        }
    }
}

static void refuses_another_tree(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1), *other;
    ck_open_args args = {.struct_size = sizeof args, .home = "/nowhere"};
    CHECK_FAILS(ck_open(&args, &other), CK_EARG, "/nowhere is not an installed tree");
    args = (ck_open_args){.struct_size = sizeof args, .config = "{\"sauce\": 1}"};
    CHECK_FAILS(ck_open(&args, &other), CK_EARG, "sauce");
    args = (ck_open_args){.struct_size = sizeof args, .config = "{\"source\": \"none\", \"without-source\": \"fail\"}"};
    CHECK_FAILS(ck_open(&args, &other), CK_ESOURCE, "source none is not there; there are chiral, isotropic");
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- fields, sources, steps ---- */

static void names_missing_fields(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    ck_view view = column(mu_e, 0, N);
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, 1, &field[1], &view, NULL), CK_EFIELD, "temperature");
    /* Nothing was counted, so the step goes on as if the call had not been. */
    CHECK(evaluate(coupling, 0, N, 1) == CK_OK && ck_commit(coupling) == CK_OK);
    ck_coupling *other = open_or_exit(NULL, 1);
    one_step(other, 1);
    CHECK(same_recoil(recoil_of(coupling), recoil_of(other)) && recoil_of(other).momentum[2] != 0);
    CHECK(ck_close(other) == CK_OK && ck_close(coupling) == CK_OK);
}

/* A message that names everything that is missing, from its first word to its last. */
static void names_all_that_is_missing(void) {
    enum { MANY = 16 };
    static double out[48][N];
    int fields[FIELDS - 1 + MANY], count = FIELDS - 1;
    ck_view view[FIELDS + MANY];
    views_of(0, 1, view);
    memcpy(fields, field, sizeof fields[0] * (FIELDS - 1));
    ck_coupling *coupling = open_or_exit("{\"source\": \"quark-urca\"}", 1);
    CHECK(ck_groups(coupling, 1, (double[]){0, 100}) == CK_OK && ck_begin(coupling, 1, 0, 1e-3) == CK_OK);
    for (int number = CK_LEPTON_FLUX; number <= CK_NU_X_GROUP_ENERGY_FLUX; number++) {
        if (!ck_field_name(number)) continue;
        fields[count] = number;
        view[count] = column(out[3 * (count - FIELDS + 1)], 0, 1);
        view[count++].group_stride = 8;
    }
    CHECK(count == FIELDS - 1 + MANY);
    CHECK_FAILS(ck_evaluate(coupling, 0, 1, count, fields, view, NULL), CK_EFIELD, "source quark-urca does not give ");
    const char *text = ck_last_error(coupling), end[] = "or choose \"missing-output\": \"warn\" in the configuration to have zeros";
    CHECK(strlen(text) > 800 && strcmp(text + strlen(text) - (sizeof end - 1), end) == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

static void swaps_sources(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1);
    CHECK(ck_use(coupling, "isotropic") == CK_OK);
    one_step(coupling, 1);
    CHECK(recoil_of(coupling).steps == 1 && recoil_of(coupling).momentum[2] == 0);
    CHECK(ck_use(coupling, "chiral") == CK_OK);
    one_step(coupling, 2);
    CHECK(recoil_of(coupling).steps == 2 && recoil_of(coupling).momentum[2] != 0);
    CHECK(ck_close(coupling) == CK_OK);
}

static void late_dt_rollback_and_stages(void) {
    ck_coupling *coupling[3];
    ck_recoil_t recoil[3];
    for (int way = 0; way < 3; way++) coupling[way] = open_or_exit(NULL, 1);
    one_step(coupling[0], 1);
    /* dt late, after a retry with another dt and a rollback; a predictor of weight 0 */
    CHECK(ck_begin(coupling[1], 1, 0, 2e-3) == CK_OK && evaluate(coupling[1], 0, N, 1) == CK_OK);
    CHECK(ck_begin(coupling[1], 1, 0, 0) == CK_OK && evaluate(coupling[1], 0, N, 1) == CK_OK && ck_rollback(coupling[1]) == CK_OK);
    CHECK(ck_begin(coupling[1], 1, 0, 0) == CK_OK && evaluate(coupling[1], 0, N, 0) == CK_OK && evaluate(coupling[1], 0, N, 1) == CK_OK);
    CHECK(ck_set_dt(coupling[1], 1e-3) == CK_OK && ck_commit(coupling[1]) == CK_OK);
    /* two halves, in blocks of odd sizes in the other order */
    CHECK(ck_begin(coupling[2], 1, 0, 1e-3) == CK_OK);
    for (int half = 0; half < 2; half++) {
        for (int64_t end = N; end > 0; end -= 371) CHECK(evaluate(coupling[2], end > 371 ? end - 371 : 0, end > 371 ? 371 : end, 0.5) == CK_OK);
    }
    CHECK(ck_commit(coupling[2]) == CK_OK);
    for (int way = 0; way < 3; way++) {
        recoil[way].struct_size = sizeof recoil[way];
        CHECK(ck_recoil(coupling[way], &recoil[way]) == CK_OK && memcmp(&recoil[way], &recoil[0], sizeof recoil[0]) == 0);
        CHECK(ck_close(coupling[way]) == CK_OK);
    }
    CHECK(recoil[0].momentum[2] != 0 && recoil[0].steps == 1);
}

static void retry_is_a_result(void) {
    ck_open_args args = {.struct_size = sizeof args, .can_retry = 1, .time_s = 0.5, .config = "{\"closures\": {\"chirality\": \"given\"}}"};
    ck_coupling *coupling;
    double v_mu[1], eta = 1e9, mu_5 = 5;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    int fields[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                    CK_MAGNETIC_DIFFUSIVITY, CK_AXIAL_CHEMICAL_POTENTIAL, CK_CHIRAL_INVERSE_LENGTH};
    ck_view view[] = {column(t, 0, 1), column(mu_e, 0, 1), column(mu_nu, 0, 1), column(b[0], 0, 1), column(curl[0], 0, 1),
                      column(&eta, 0, 1), column(&mu_5, 0, 1), column(v_mu, 0, 1)};
    ck_block_result result = {.struct_size = sizeof result};
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK);
    CHECK(ck_evaluate(coupling, 0, 1, 8, fields, view, &result) == CK_OK);
    CHECK(result.dt_max > 0 && result.dt_max < 1); /* eta v_mu^2/4 is 3e26 per second */
    CHECK(ck_commit(coupling) == CK_RETRY);
    ck_step_t step = {.struct_size = sizeof step};
    CHECK(ck_step(coupling, &step) == CK_OK && !step.committed && step.dt == 1 && step.dt_max == result.dt_max);
    CHECK(ck_begin(coupling, 1, 0, step.dt_max / 2) == CK_OK);
    CHECK(ck_evaluate(coupling, 0, 1, 8, fields, view, &result) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(ck_close(coupling) == CK_OK);
}

/* ---- memory layouts ---- */

/* Zones of a box of 8^4 that lie backwards along every axis. */
static ck_view backwards(void *last, int kind, int64_t component_stride) {
    int64_t s = kind == CK_F32 ? 4 : 8;
    return (ck_view){last, kind, 0, {8, 8, 8, 8}, {-s, -8 * s, -64 * s, -512 * s}, component_stride, 0, {0}};
}

static void any_layout_gives_the_same_bits(void) {
    static double mu_back[2][N], b_back[3][N], area_back[3][N], flux_back[3][N], row[8];
    static float curl_back[3][N];
    ck_coupling *plain = open_or_exit(NULL, 1), *strange = open_or_exit(NULL, 1);
    for (int i = 0; i < N; i++) {
        t[i] = row[i % 8] = 8 + i % 8;
        int at = N - 1 - i;
        mu_back[0][at] = mu_e[i], mu_back[1][at] = mu_nu[i];
        for (int c = 0; c < 3; c++) b_back[c][at] = b[c][i], curl_back[c][at] = (float)curl[c][i], area_back[c][at] = area[c][i];
    }
    one_step(plain, 1);
    /* uniform by strides of 0; components one by one, of which B_y, zero everywhere, is not given; single precision */
    const int fields[] = {CK_TEMPERATURE,
                          CK_ELECTRON_CHEMICAL_POTENTIAL,
                          CK_NEUTRINO_CHEMICAL_POTENTIAL,
                          CK_COMPONENT(CK_MAGNETIC_FIELD, 0),
                          CK_COMPONENT(CK_MAGNETIC_FIELD, 2),
                          CK_VORTICITY,
                          CK_SURFACE_ELEMENT,
                          CK_COMPONENT(CK_NEUTRINO_FLUX, 2),
                          CK_COMPONENT(CK_NEUTRINO_FLUX, 0),
                          CK_COMPONENT(CK_NEUTRINO_FLUX, 1)};
    const ck_view views[] = {{row, CK_F64, 1, {8, 8, 8, 8}, {8, 0, 0, 0}, 0, 0, {0}},
                             backwards(&mu_back[0][N - 1], CK_F64, 0),
                             backwards(&mu_back[1][N - 1], CK_F64, 0),
                             backwards(&b_back[0][N - 1], CK_F64, 0),
                             backwards(&b_back[2][N - 1], CK_F64, 0),
                             backwards(&curl_back[0][N - 1], CK_F32, 4 * N),
                             backwards(&area_back[0][N - 1], CK_F64, 8 * N),
                             backwards(&flux_back[2][N - 1], CK_F64, 0),
                             backwards(&flux_back[0][N - 1], CK_F64, 0),
                             backwards(&flux_back[1][N - 1], CK_F64, 0)};
    CHECK(ck_begin(strange, 1, 0, 1e-3) == CK_OK);
    CHECK(ck_evaluate(strange, 0, 1, sizeof fields / sizeof fields[0], fields, views, NULL) == CK_OK && ck_commit(strange) == CK_OK);
    int different = 0;
    for (int c = 0; c < 3; c++) {
        for (int i = 0; i < N; i++) different += memcmp(&flux[c][i], &flux_back[c][N - 1 - i], sizeof(double)) != 0;
    }
    CHECK(different == 0 && flux[2][1] != 0);
    CHECK(same_recoil(recoil_of(plain), recoil_of(strange)));
    CHECK(ck_close(plain) == CK_OK && ck_close(strange) == CK_OK);
}

/* ---- threads ---- */

typedef struct {
    ck_coupling *coupling;
    int64_t from, n;
} share;

static void *evaluate_share(void *argument) {
    share *s = argument;
    if (ck_begin(s->coupling, 1, 0, 1e-3) != CK_OK || evaluate(s->coupling, s->from, s->n, 1) != CK_OK) return argument;
    return NULL;
}

static void threads_give_the_same_bits(void) {
    ck_coupling *coupling = open_or_exit(NULL, 1), *pooled = open_or_exit(NULL, 2);
    ck_recoil_t recoil = {.struct_size = sizeof recoil}, alone = recoil, together = recoil;
    one_step(coupling, 1);
    CHECK(ck_recoil(coupling, &alone) == CK_OK && ck_close(coupling) == CK_OK);
    one_step(pooled, 1);
    CHECK(ck_recoil(pooled, &together) == CK_OK && memcmp(&alone, &together, sizeof alone) == 0 && ck_close(pooled) == CK_OK);
    for (int round = 0; round < 50; round++) { /* fresh threads each time: attached and detached 200 times */
        coupling = open_or_exit(NULL, 1);
        pthread_t thread[4];
        share shares[4];
        void *failed;
        for (int i = 0; i < 4; i++) {
            shares[i] = (share){coupling, i * (N / 4), N / 4};
            CHECK(pthread_create(&thread[i], NULL, evaluate_share, &shares[i]) == 0);
        }
        for (int i = 0; i < 4; i++) CHECK(pthread_join(thread[i], &failed) == 0 && failed == NULL);
        ck_step_t step = {.struct_size = sizeof step};
        CHECK(ck_commit(coupling) == CK_OK && ck_recoil(coupling, &together) == CK_OK);
        CHECK(ck_step(coupling, &step) == CK_OK && !step.source_absent);
        CHECK(memcmp(&alone, &together, sizeof alone) == 0);
        CHECK(ck_close(coupling) == CK_OK);
    }
}

static char logged[4096];

static void keep_log(int level, const char *message, void *context) {
    (void)context;
    if (level == CK_LOG_WARNING) snprintf(logged, sizeof logged, "%s", message);
}

/* Zones have their numbers in the host's block, though the mask takes some out and Java sees pieces. */
static void names_doubtful_zones(void) {
    static unsigned char mask[N];
    int with_mask[FIELDS + 1];
    ck_view view[FIELDS + 1];
    memset(mask, 1, sizeof mask);
    memset(mask + 100, 0, 50);
    views_of(0, N, view);
    memcpy(with_mask, field, sizeof field);
    with_mask[FIELDS] = CK_MASK;
    view[FIELDS] = (ck_view){.base = mask, .n = {N}, .stride = {1}};
    ck_open_args args = {.struct_size = sizeof args, .log = keep_log};
    ck_coupling *coupling;
    ck_step_t step = {.struct_size = sizeof step};
    CHECK(ck_open(&args, &coupling) == CK_OK);
    t[120] = t[1700] = t[3000] = -0.3, b[2][2500] = NAN, t[1300] = 1.6e11;
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && ck_evaluate(coupling, 5, 1, FIELDS + 1, with_mask, view, NULL) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK && ck_step(coupling, &step) == CK_OK);
    CHECK(step.evaluated == N - 50 && step.invalid == 3 && step.implausible == 1);
    CHECK(step.invalid_block == 5 && step.invalid_zone == 1700 && step.invalid_field == CK_TEMPERATURE && step.invalid_value == -0.3);
    CHECK(step.implausible_block == 5 && step.implausible_zone == 1300 && step.implausible_field == CK_TEMPERATURE);
    CHECK(step.implausible_value == 1.6e11);
    CHECK(strstr(logged, "temperature of zone 1700 of block 5 is -0.3 MeV") != NULL);
    CHECK(strstr(logged, "kelvin? (13.8 MeV)") != NULL);
    logged[0] = 0;
    fill_zones();
    CHECK(ck_begin(coupling, 2, 0, 1e-3) == CK_OK && ck_evaluate(coupling, 5, 1, FIELDS + 1, with_mask, view, NULL) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK && ck_step(coupling, &step) == CK_OK);
    CHECK(step.invalid == 0 && step.invalid_zone == -1 && step.implausible_zone == -1 && step.invalid_field == 0 && logged[0] == 0);
    CHECK(ck_close(coupling) == CK_OK);
}

/* A profile of 256 shells over 16 angles, by strides of zero and spelled out, with threads and a mask. */
static void what_repeats_has_the_same_bits(void) {
    enum { SHELLS = 256, PROFILES = 4, GIVEN = 8 };
    static double profile[PROFILES][SHELLS], all[PROFILES][N], found[2][3][N];
    static unsigned char mask[N];
    static const int given[GIVEN] = {CK_DENSITY,   CK_ELECTRON_FRACTION, CK_TEMPERATURE, CK_NEUTRINO_FRACTION, CK_MAGNETIC_FIELD,
                                     CK_VORTICITY, CK_NEUTRINO_FLUX,     CK_MASK};
    for (int i = 0; i < SHELLS; i++) {
        profile[0][i] = pow(10, 14.5 - 8.0 * i / SHELLS), profile[1][i] = 0.1 + 0.001 * i, profile[2][i] = 30 - 0.1 * i, profile[3][i] = 0.05;
    }
    for (int i = 0; i < N; i++) {
        mask[i] = i % 23 != 0;
        for (int p = 0; p < PROFILES; p++) all[p][i] = profile[p][i % SHELLS];
    }
    for (int spelled_out = 0; spelled_out < 2; spelled_out++) {
        ck_view view[GIVEN];
        for (int p = 0; p < PROFILES; p++) {
            view[p] = (ck_view){.base = spelled_out ? all[p] : profile[p], .n = {SHELLS, N / SHELLS}, .stride = {8, spelled_out ? 8 * SHELLS : 0}};
        }
        double *vectors[3] = {b[0], curl[0], found[spelled_out][0]};
        for (int v = 0; v < 3; v++) {
            view[PROFILES + v] = (ck_view){.base = vectors[v], .n = {SHELLS, N / SHELLS}, .stride = {8, 8 * SHELLS}, .component_stride = 8 * N};
        }
        view[GIVEN - 1] = (ck_view){.base = mask, .n = {SHELLS, N / SHELLS}, .stride = {1, SHELLS}};
        ck_coupling *coupling = open_or_exit("{\"recoil\": {\"form\": \"none\"}}", 1 + spelled_out);
        for (int step = 1; step < 3; step++) { /* the second finds other numbers at the same place */
            CHECK(ck_begin(coupling, step, 0, 1e-3) == CK_OK && ck_evaluate(coupling, 0, 1, GIVEN, given, view, NULL) == CK_OK);
            CHECK(ck_commit(coupling) == CK_OK);
            for (int i = 0; i < SHELLS; i++) profile[2][i] *= spelled_out ? 1 : 1.5;
            for (int i = 0; i < N; i++) all[2][i] = step == 1 && spelled_out ? 1.5 * (30 - 0.1 * (i % SHELLS)) : all[2][i];
        }
        CHECK(ck_close(coupling) == CK_OK);
    }
    CHECK(found[0][2][1] != 0 && found[0][2][0] == 0 && memcmp(found[0], found[1], sizeof found[0]) == 0);
}

int main(int argc, char **argv) {
    static const question questions[] = {
        {"many-couplings-and-reopening", many_couplings_and_reopening},
        {"refuses-another-tree", refuses_another_tree},
        {"names-missing-fields", names_missing_fields},
        {"names-all-that-is-missing", names_all_that_is_missing},
        {"swaps-sources", swaps_sources},
        {"late-dt-rollback-and-stages", late_dt_rollback_and_stages},
        {"retry-is-a-result", retry_is_a_result},
        {"any-layout-gives-the-same-bits", any_layout_gives_the_same_bits},
        {"threads-give-the-same-bits", threads_give_the_same_bits},
        {"names-doubtful-zones", names_doubtful_zones},
        {"what-repeats-has-the-same-bits", what_repeats_has_the_same_bits},
    };
    fill_zones();
    return answer(argc, argv, questions, sizeof questions / sizeof questions[0]);
}
