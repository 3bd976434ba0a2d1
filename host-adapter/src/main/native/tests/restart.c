/*
 * The state through C, on the ledger of the real library.
 *   restart damaged                     states that are damaged in every way are refused and change nothing
 *   restart ranks                       3 ranks, then 2, then 1 give the bits of one rank
 *   restart run FILE STEPS [DIE_AT WHEN] a host with its own restart file; dies by SIGKILL in step DIE_AT: "evaluated" before the commit,
 *                                       "committed" before the file is written, "written" before it gets its name
 * Prints "ok", or the bits of the recoil.
 */
#include "zones.h"

#include <inttypes.h>
#include <signal.h>
#include <unistd.h>

enum { STEPS = 8 };

static size_t state_size(const ck_coupling *coupling) {
    size_t size = 0;
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    return size;
}

static ck_coupling *rank_of(int rank, int ranks) {
    ck_open_args args = {.struct_size = sizeof args, .rank = rank, .ranks = ranks};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    return coupling;
}

/* Fields that change with the step, so that no step can stand for another. */
static void set_zones(int64_t step) {
    fill_zones();
    for (int i = 0; i < N; i++) b[2][i] += 1e10 * (double)step, curl[2][i] -= 3 * (double)step;
}

/* ---- damage ---- */

static unsigned char *damaged, *whole;

#define REFUSED(bytes, text)                                                            \
    do {                                                                                \
        CHECK_FAILS(ck_state_load(coupling, damaged, bytes), CK_EARG, text);            \
        CHECK(same_recoil(recoil_of(coupling), before));                                \
    } while (0)

static void damaged_states(void) {
    ck_coupling *writer = rank_of(0, 1), *coupling = rank_of(0, 1);
    size_t size = state_size(writer);
    whole = malloc(size);
    damaged = malloc(2 * size);
    fill_zones();
    one_step(writer, 1);
    CHECK(ck_state_save(writer, whole, size) == CK_OK);
    CHECK(ck_state_load(coupling, whole, size) == CK_OK); /* the coupling that is to be unharmed holds something */
    const ck_recoil_t before = recoil_of(coupling);
    CHECK(before.steps == 1 && before.momentum[2] != 0 && same_recoil(before, recoil_of(writer)));
    memset(damaged, 0, 2 * size);
    memcpy(damaged, whole, size);
    REFUSED(0, "has 0 bytes, must have");
    REFUSED(7, "has 7 bytes, must have");
    REFUSED(size / 2, "it is truncated");
    REFUSED(size - 1, "it is truncated");
    REFUSED(size + 1, "something follows it");
    CHECK_FAILS(ck_state_load(coupling, NULL, size), CK_EARG, "state is null");
    damaged[12] = 99; /* little-endian: magic 8, order 4, version 4 */
    REFUSED(size, "has version 99, this ChiralKick reads version ");
    memcpy(damaged, whole, size);
    for (int i = 0; i < 4; i++) damaged[8 + i] = whole[11 - i];
    REFUSED(size, "has another byte order");
    for (int i = 0; i < 8; i++) damaged[i] = whole[7 - i];
    REFUSED(size, "has another byte order");
    memset(damaged, 'x', size);
    REFUSED(size, "does not begin as ChiralKick state does");
    memcpy(damaged, whole, size);
    for (size_t i = 0; i < size; i += i < 256 || i + 64 > size ? 1 : 131) { /* single bits, everywhere */
        damaged[i] ^= (unsigned char)(1 << i % 8);
        CHECK(ck_state_load(coupling, damaged, size) == CK_EARG);
        damaged[i] = whole[i];
    }
    CHECK(same_recoil(recoil_of(coupling), before));
    damaged[size / 2] ^= 4;
    REFUSED(size, "is damaged: its checksum does not fit");
    CHECK_FAILS(ck_reduce_parts(coupling, damaged, 1, size, NULL), CK_EARG, "is damaged");
    CHECK(same_recoil(recoil_of(coupling), before));
    one_step(coupling, 2);
    one_step(writer, 2);
    CHECK(same_recoil(recoil_of(coupling), recoil_of(writer)));
    CHECK(ck_close(coupling) == CK_OK && ck_close(writer) == CK_OK);
    free(damaged);
    free(whole);
}

/* ---- ranks ---- */

/* Steps first .. last - 1 on so many ranks, here couplings of one process; each takes its share of the zones. Loads and saves `state`. */
static ck_recoil_t on_ranks(int ranks, int64_t first, int64_t last, unsigned char *state, size_t size) {
    ck_coupling *coupling[4];
    unsigned char *parts = malloc(size * (size_t)ranks);
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    for (int rank = 0; rank < ranks; rank++) {
        coupling[rank] = rank_of(rank, ranks);
        if (first > 0) CHECK(ck_state_load(coupling[rank], state, size) == CK_OK);
    }
    for (int64_t step = first; step < last; step++) {
        set_zones(step);
        for (int rank = 0; rank < ranks; rank++) {
            int64_t from = (int64_t)N * rank / ranks, end = (int64_t)N * (rank + 1) / ranks;
            CHECK(ck_begin(coupling[rank], step, 1e-3 * (double)step, 1e-3) == CK_OK);
            CHECK(evaluate(coupling[rank], from, end - from, 1) == CK_OK && ck_commit(coupling[rank]) == CK_OK);
        }
    }
    for (int rank = 0; rank < ranks; rank++) CHECK(ck_state_part(coupling[rank], parts + (size_t)rank * size, size) == CK_OK);
    for (int rank = 0; rank < ranks; rank++) CHECK(ck_reduce_parts(coupling[rank], parts, ranks, size, &recoil) == CK_OK);
    CHECK(ck_state_save(coupling[ranks - 1], state, size) == CK_OK);
    for (int rank = 0; rank < ranks; rank++) CHECK(ck_close(coupling[rank]) == CK_OK);
    free(parts);
    return recoil;
}

static void other_numbers_of_ranks(void) {
    ck_coupling *any = rank_of(0, 1);
    size_t size = state_size(any);
    unsigned char *alone = malloc(size), *together = malloc(size);
    CHECK(ck_close(any) == CK_OK);
    ck_recoil_t expected = on_ranks(1, 0, STEPS, alone, size);
    on_ranks(3, 0, 3, together, size);
    on_ranks(2, 3, 6, together, size);
    ck_recoil_t recoil = on_ranks(4, 6, STEPS, together, size);
    CHECK(expected.steps == STEPS && expected.momentum[2] != 0);
    CHECK(same_recoil(recoil, expected));
    CHECK(memcmp(alone, together, size) == 0);
    free(alone);
    free(together);
}

/* ---- a host that is killed ---- */

static void die(const char *when, const char *now, int64_t step, int64_t die_at) {
    if (when && step == die_at && strcmp(when, now) == 0) kill(getpid(), SIGKILL);
}

static void run(const char *file, int64_t steps, int64_t die_at, const char *when) {
    ck_coupling *coupling = rank_of(0, 1);
    size_t size = state_size(coupling);
    unsigned char *state = malloc(size);
    char temporary[512];
    int64_t step = 0;
    snprintf(temporary, sizeof temporary, "%s.new", file);
    FILE *restart = fopen(file, "rb");
    if (restart) {
        CHECK(fread(&step, sizeof step, 1, restart) == 1 && fread(state, size, 1, restart) == 1 && fclose(restart) == 0);
        CHECK(ck_state_load(coupling, state, size) == CK_OK);
    }
    for (; step < steps; step++) {
        set_zones(step);
        CHECK(ck_begin(coupling, step, 1e-3 * (double)step, 0) == CK_OK);
        for (int64_t from = 0; from < N; from += N / 8) {
            CHECK(evaluate(coupling, from, N / 8, 0.5) == CK_OK && evaluate(coupling, from, N / 8, 0.5) == CK_OK);
        }
        CHECK(ck_set_dt(coupling, 1e-3) == CK_OK);
        die(when, "evaluated", step, die_at);
        CHECK(ck_commit(coupling) == CK_OK && ck_state_save(coupling, state, size) == CK_OK);
        die(when, "committed", step, die_at);
        int64_t next = step + 1;
        FILE *checkpoint = fopen(temporary, "wb");
        CHECK(checkpoint && fwrite(&next, sizeof next, 1, checkpoint) == 1 && fwrite(state, size, 1, checkpoint) == 1);
        CHECK(checkpoint && fclose(checkpoint) == 0);
        die(when, "written", step, die_at);
        CHECK(rename(temporary, file) == 0);
    }
    ck_recoil_t recoil = recoil_of(coupling);
    uint64_t word[8];
    memcpy(word, recoil.momentum, sizeof word);
    if (check_failures > 0) return;
    printf("recoil");
    for (int i = 0; i < 8; i++) printf(" %016" PRIX64, word[i]);
    printf(" %" PRId64 "\n", recoil.steps);
    free(state);
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "run") == 0 && argc > 3) {
        run(argv[2], atoll(argv[3]), argc > 5 ? atoll(argv[4]) : -1, argc > 5 ? argv[5] : NULL);
        return check_failures != 0;
    }
    if (strcmp(what, "damaged") == 0) {
        damaged_states();
    } else if (strcmp(what, "ranks") == 0) {
        other_numbers_of_ranks();
    } else {
        return 2;
    }
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
