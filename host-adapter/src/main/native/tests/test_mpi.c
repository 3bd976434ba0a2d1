/* ck_reduce over a communicator that is not MPI_COMM_WORLD, with the stub. Run with 1 to 4 ranks. */
#include "check.h"

#include <chiralkick.h>
#include <mpi.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    int rank, ranks;
    if (argc < 2) return 2;
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    CHECK(ck_reduce(NULL, 0, &recoil) == CK_ESTATE); /* before MPI_Init */
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    MPI_Comm group; /* all ranks, in the other order */
    MPI_Comm_split(MPI_COMM_WORLD, 0, -rank, &group);
    char config[1024];
    snprintf(config, sizeof config, "{\"replay\": \"%s\"}", argv[1]);
    ck_open_args args = {.struct_size = sizeof args, .config = config, .rank = rank, .ranks = ranks};
    ck_coupling *coupling;
    CHECK(ck_open(&args, &coupling) == CK_OK);
    double t = 10;
    CHECK(ck_begin(coupling, 1, 0, 0.5) == CK_OK);
    CHECK(ck_evaluate(coupling, 7, rank + 1, 1, (int[]){CK_TEMPERATURE}, (ck_view[]){{&t, 0, 0, {1}, {8}, 0}}, NULL) == CK_OK);
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
    /* One rank fails: all return an error, none hangs. */
    int code = ck_reduce(rank == 0 ? NULL : coupling, MPI_Comm_c2f(group), &recoil);
    CHECK(code == CK_EARG);
    CHECK(ck_reduce(coupling, MPI_Comm_c2f(MPI_COMM_NULL), &recoil) == CK_EARG);
    CHECK(ck_close(coupling) == CK_OK);
    free(state);
    free(first);
    MPI_Comm_free(&group);
    MPI_Finalize();
    return check_failures != 0;
}
