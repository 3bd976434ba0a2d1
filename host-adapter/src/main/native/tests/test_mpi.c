/*
 * ck_reduce over a communicator that is not MPI_COMM_WORLD, with the stub and a replay file; "test_mpi emission" also with the real library.
 * Run with 1 to 4 ranks.
 */
#include "check.h"

#include <chiralkick.h>
#include <limits.h>
#include <mpi.h>
#include <stdbool.h>
#include <stdlib.h>

/* All return an error with a message of their own, none hangs, and no rank keeps a sum. */
static void one_rank_fails(ck_coupling *coupling, int rank, int ranks, MPI_Comm group) {
    const char *elsewhere = "ck_reduce failed with CK_EARG on another rank";
    ck_recoil_t recoil = {.struct_size = sizeof recoil}, part = recoil, sum = recoil;
    CHECK(ck_reduce(coupling, MPI_Comm_c2f(group), &sum) == CK_OK);
    CHECK(ck_begin(coupling, 9, 0, 1) == CK_OK && ck_commit(coupling) == CK_OK); /* from here on there are only parts */
    CHECK(ck_recoil(coupling, &part) == CK_OK);
    CHECK_FAILS(ck_reduce(rank == 0 ? NULL : coupling, MPI_Comm_c2f(group), &recoil), CK_EARG,
                rank == 0 ? "coupling is null" : elsewhere);
    ck_recoil_t small = {.struct_size = rank == ranks - 1 ? 8 : sizeof small};
    CHECK_FAILS(ck_reduce(coupling, MPI_Comm_c2f(group), &small), CK_EARG,
                rank == ranks - 1 ? "struct_size of ck_recoil_t is 8" : elsewhere);
    CHECK(strcmp(ck_last_error(coupling), ck_last_error(NULL)) == 0);
    CHECK(ck_recoil(coupling, &recoil) == CK_OK && memcmp(&recoil, &part, sizeof part) == 0);
    CHECK(ck_reduce(coupling, MPI_Comm_c2f(group), &recoil) == CK_OK && recoil.momentum[2] == sum.momentum[2] && recoil.steps == 2);
}

static void wrong_communicators(ck_coupling *coupling, MPI_Comm group) {
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK_FAILS(ck_reduce(coupling, MPI_Comm_c2f(MPI_COMM_NULL), &recoil), CK_EARG, "the communicator of ck_reduce is MPI_COMM_NULL");
#ifdef OPEN_MPI /* others end the host here: see chiralkick.h */
    MPI_Comm gone;
    MPI_Comm_dup(group, &gone);
    int number = MPI_Comm_c2f(gone);
    MPI_Comm_free(&gone);
    const int wrong[] = {number, 9999, -1, INT_MAX, INT_MIN};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        CHECK_FAILS(ck_reduce(coupling, wrong[i], &recoil), CK_EARG, "a number that is no communicator");
    }
#endif
    int rank, ranks;
    MPI_Comm half, both;
    MPI_Comm_rank(group, &rank);
    MPI_Comm_size(group, &ranks);
    if (ranks < 2) return;
    MPI_Comm_split(group, rank % 2, rank, &half);
    MPI_Intercomm_create(half, 0, group, rank % 2 ? 0 : 1, 0, &both);
    CHECK_FAILS(ck_reduce(coupling, MPI_Comm_c2f(both), &recoil), CK_EARG, "connects two groups");
    MPI_Comm_free(&both);
    MPI_Comm_free(&half);
}

/* What a rank lets out in a step, as multiples of a power of two: their sum over the ranks is a double. */
static double part_of(int64_t step, int rank) { return (double)(1000 * step - 7 * rank * rank + 3) * 0x1p120; }

static void tell(ck_coupling *coupling, int64_t step, double dt, double rate) {
    CHECK(ck_begin(coupling, step, 0, dt) == CK_OK);
    CHECK(ck_emitted(coupling, (double[]){rate, -2 * rate, 4 * rate}, 8 * rate, -rate, 1) == CK_OK && ck_commit(coupling) == CK_OK);
}

/* The parts of the ranks sum to the bits of a star that one rank has for itself: with the real library for any dt, with the stub if nothing rounds. */
static void emission_of_the_hosts_transport(double dt, int rank, int ranks, MPI_Comm group) {
    ck_open_args args = {.struct_size = sizeof args, .config = "{\"recoil\": {\"form\": \"transport\"}}", .rank = rank, .ranks = ranks};
    ck_open_args own = {.struct_size = sizeof own, .config = args.config};
    ck_coupling *shared, *alone;
    CHECK(ck_open(&args, &shared) == CK_OK && ck_open(&own, &alone) == CK_OK);
    for (int64_t step = 0; step < 20; step++) {
        double whole = 0;
        for (int other = 0; other < ranks; other++) whole += part_of(step, other);
        tell(shared, step, dt, part_of(step, rank));
        tell(alone, step, dt, whole);
    }
    size_t size = 0;
    ck_recoil_t sum = {.struct_size = sizeof sum}, expected = sum;
    CHECK(ck_reduce(shared, MPI_Comm_c2f(group), &sum) == CK_OK && ck_recoil(alone, &expected) == CK_OK);
    CHECK(memcmp(&sum, &expected, sizeof sum) == 0 && sum.momentum[2] < 0 && sum.steps == 20);
    CHECK(ck_state_size(alone, &size) == CK_OK);
    unsigned char *states = malloc(2 * size);
    CHECK(ck_state_save(shared, states, size) == CK_OK && ck_state_save(alone, states + size, size) == CK_OK);
    CHECK(memcmp(states, states + size, size) == 0);
    free(states);
    CHECK(ck_close(shared) == CK_OK && ck_close(alone) == CK_OK);
}

int main(int argc, char **argv) {
    int rank, ranks;
    if (argc < 2) return 2;
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK_FAILS(ck_reduce(NULL, 0, &recoil), CK_ESTATE, "ck_reduce needs MPI"); /* before MPI_Init */
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    MPI_Comm group; /* all ranks, in the other order */
    MPI_Comm_split(MPI_COMM_WORLD, 0, -rank, &group);
    const bool real = strcmp(argv[1], "emission") == 0;
    emission_of_the_hosts_transport(real ? 0.3 : 0.25, rank, ranks, group);
    if (real) {
        MPI_Finalize();
        return check_failures != 0;
    }
    char config[1024];
    snprintf(config, sizeof config, "{\"replay\": \"%s\", \"weights\": \"free\"}", argv[1]);
    ck_open_args args = {.struct_size = sizeof args, .config = config, .rank = rank, .ranks = ranks};
    ck_coupling *coupling;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    double t = 10;
    CHECK(ck_begin(coupling, 1, 0, 0.5) == CK_OK);
    CHECK(ck_evaluate(coupling, 7, rank + 1, 1, (int[]){CK_TEMPERATURE}, (ck_view[]){{&t, 0, 0, {1}, {8}, 0, 0, {0}}}, NULL) == CK_OK);
    CHECK(ck_commit(coupling) == CK_OK);
    double expected = 1e30 * ranks * (ranks + 1) / 2;
    for (int twice = 0; twice < 2; twice++) { /* a second reduction counts nothing twice */
        CHECK(ck_reduce(coupling, MPI_Comm_c2f(group), &recoil) == CK_OK);
        CHECK(recoil.momentum[2] == expected && recoil.steps == 1);
    }
    size_t size = 0;
    CHECK(ck_state_size(coupling, &size) == CK_OK);
    unsigned char *state = malloc(size), *first = malloc(size);
    CHECK(ck_state_save(coupling, state, size) == CK_OK);
    memcpy(first, state, size);
    MPI_Bcast(first, (int)size, MPI_BYTE, 0, MPI_COMM_WORLD);
    CHECK(memcmp(first, state, size) == 0); /* the same bytes on every rank */
    CHECK(ck_close(coupling) == CK_OK);
    CHECK(ck_open(&args, &coupling) == CK_OK && ck_state_load(coupling, state, size) == CK_OK);
    CHECK(ck_reduce(coupling, MPI_Comm_c2f(group), &recoil) == CK_OK && recoil.momentum[2] == expected); /* counted once */
    one_rank_fails(coupling, rank, ranks, group);
    wrong_communicators(coupling, group);
    CHECK(ck_close(coupling) == CK_OK);
    free(state);
    free(first);
    MPI_Comm_free(&group);
    MPI_Finalize();
    return check_failures != 0;
}
