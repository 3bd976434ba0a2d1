/*
 * ck_reduce: the recoil of all ranks, by exact integer addition of their ledgers. Uses the communicator that it is given and no other,
 * collective calls only, and only public functions of chiralkick.h, so that it serves the real library and the stub alike.
 */
#include "chiralkick.h"

#include <mpi.h>
#include <stdlib.h>
#include <string.h>

/* What the reduction of this thread works on: MPI hands no context to its operations. */
static _Thread_local struct {
    ck_coupling *coupling;
    size_t size;
    unsigned char *pair; /* room for two states */
} reduction;

/* both[i] += in[i] for states. A sum that fails is spoiled, so that nobody takes it for one. */
static void add_states(void *in, void *both, int *count, MPI_Datatype *type) {
    (void)type;
    for (int i = 0; i < *count; i++) {
        unsigned char *mine = (unsigned char *)both + (size_t)i * reduction.size;
        memcpy(reduction.pair, mine, reduction.size);
        memcpy(reduction.pair + reduction.size, (unsigned char *)in + (size_t)i * reduction.size, reduction.size);
        if (ck_reduce_parts(reduction.coupling, reduction.pair, 2, reduction.size, NULL) != CK_OK
            || ck_state_save(reduction.coupling, mine, reduction.size) != CK_OK) {
            memset(mine, 0, reduction.size);
        }
    }
}

static int summed(MPI_Comm communicator, unsigned char *mine, unsigned char *sum, size_t size) {
    MPI_Datatype state;
    MPI_Op add;
    if (MPI_Type_contiguous((int)size, MPI_BYTE, &state) != MPI_SUCCESS) return CK_EINTERNAL;
    int good = MPI_Type_commit(&state) == MPI_SUCCESS && MPI_Op_create(add_states, 1, &add) == MPI_SUCCESS;
    if (good) {
        good = MPI_Reduce(mine, sum, 1, state, add, 0, communicator) == MPI_SUCCESS
               && MPI_Bcast(sum, 1, state, 0, communicator) == MPI_SUCCESS;
        MPI_Op_free(&add);
    }
    MPI_Type_free(&state);
    return good ? CK_OK : CK_EINTERNAL;
}

/* Every rank takes part in every collective call, also one that has failed: the worst code and the largest size are agreed on first. */
static int agreed(MPI_Comm communicator, int code, size_t size) {
    long long own[3] = {-(long long)code, (long long)size, -(long long)size}, worst[3];
    if (MPI_Allreduce(own, worst, 3, MPI_LONG_LONG, MPI_MAX, communicator) != MPI_SUCCESS) return CK_EINTERNAL;
    if (worst[0] != 0) return (int)-worst[0];
    return worst[1] == -worst[2] ? CK_OK : CK_ESTATE; /* ranks with different libraries */
}

int ck_reduce(ck_coupling *coupling, int fortran_communicator, ck_recoil_t *recoil) {
    int running = 0, ended = 0;
    size_t size = 0;
    if (MPI_Initialized(&running) != MPI_SUCCESS || !running || MPI_Finalized(&ended) != MPI_SUCCESS || ended) return CK_ESTATE;
    MPI_Comm communicator = MPI_Comm_f2c((MPI_Fint)fortran_communicator);
    if (communicator == MPI_COMM_NULL) return CK_EARG;
    int code = ck_state_size(coupling, &size);
    unsigned char *memory = code == CK_OK ? malloc(4 * size) : NULL;
    if (code == CK_OK && !memory) code = CK_EINTERNAL;
    if (code == CK_OK) code = ck_state_part(coupling, memory, size);
    int all = agreed(communicator, code, size);
    if (code == CK_OK) code = all;
    if (all == CK_OK) {
        reduction.coupling = coupling;
        reduction.size = size;
        reduction.pair = memory + 2 * size;
        code = summed(communicator, memory, memory + size, size);
        if (code == CK_OK) code = ck_reduce_parts(coupling, memory + size, 1, size, recoil);
        if (code != CK_OK) ck_reduce_parts(coupling, memory, 1, size, NULL); /* no partial sum is left behind */
    }
    free(memory);
    return code;
}
