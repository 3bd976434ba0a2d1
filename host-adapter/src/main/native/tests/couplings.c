/* Couplings of the real library: several, their steps, layouts and threads. One question per run; CouplingsIT asks them. */
#include "questions.h"
#include "zones.h"

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
    if (ck_open(&args, &other) == CK_OK) { /* the source is looked for at the first step */
        CHECK_FAILS(ck_begin(other, 1, 0, 1e-3), CK_ESOURCE, "none");
        CHECK(ck_close(other) == CK_OK);
    }
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

int main(int argc, char **argv) {
    static const question questions[] = {
        {"many-couplings-and-reopening", many_couplings_and_reopening},
        {"refuses-another-tree", refuses_another_tree},
        {"names-missing-fields", names_missing_fields},
        {"swaps-sources", swaps_sources},
        {"late-dt-rollback-and-stages", late_dt_rollback_and_stages},
        {"retry-is-a-result", retry_is_a_result},
        {"any-layout-gives-the-same-bits", any_layout_gives_the_same_bits},
        {"threads-give-the-same-bits", threads_give_the_same_bits},
    };
    fill_zones();
    return answer(argc, argv, questions, sizeof questions / sizeof questions[0]);
}
