/*
 * ck_reduce: the recoil of all ranks, by exact integer addition of their ledgers. Uses the communicator that it is given and no other,
 * collective calls only, and only public functions of chiralkick.h, so that it serves the real library and the stub alike.
 */
#include "chiralkick.h"

#include <mpi.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the reduction of this thread works on: MPI hands no context to its operations. */
static _Thread_local struct {
    ck_coupling *coupling;
    size_t size;
    unsigned char *pair; /* room for two states */
    int code;            /* the first failure of an addition */
} reduction;

/* both[i] += in[i] for states. A sum that fails is spoiled, so that nobody takes it for one. */
static void add_states(void *in, void *both, int *count, MPI_Datatype *type) {
    (void)type;
    for (int i = 0; i < *count; i++) {
        unsigned char *mine = (unsigned char *)both + (size_t)i * reduction.size;
        memcpy(reduction.pair, mine, reduction.size);
        memcpy(reduction.pair + reduction.size, (unsigned char *)in + (size_t)i * reduction.size, reduction.size);
        int code = ck_reduce_parts(reduction.coupling, reduction.pair, 2, reduction.size, NULL);
        if (code == CK_OK) code = ck_state_save(reduction.coupling, mine, reduction.size);
        if (code == CK_OK) continue;
        memset(mine, 0, reduction.size);
        if (reduction.code == CK_OK) reduction.code = code;
    }
}

/* The sum on every rank. What MPI itself finds wrong goes to the error handler that the host gave the communicator, then here. */
static int summed(ck_coupling *coupling, MPI_Comm communicator, unsigned char *mine, unsigned char *sum, size_t size) {
    MPI_Datatype state;
    MPI_Op add;
    bool good = MPI_Type_contiguous((int)size, MPI_BYTE, &state) == MPI_SUCCESS;
    if (!good) return ck_report(coupling, CK_EINTERNAL, "MPI cannot make a data type for ck_reduce");
    good = MPI_Type_commit(&state) == MPI_SUCCESS && MPI_Op_create(add_states, 1, &add) == MPI_SUCCESS;
    if (good) {
        good = MPI_Reduce(mine, sum, 1, state, add, 0, communicator) == MPI_SUCCESS
               && MPI_Bcast(sum, 1, state, 0, communicator) == MPI_SUCCESS;
        MPI_Op_free(&add);
    }
    MPI_Type_free(&state);
    if (!good) return ck_report(coupling, CK_EINTERNAL, "MPI failed in ck_reduce; see the error handler of the communicator");
    return reduction.code; /* its message is set */
}

/*
 * Every rank takes part in every collective call, also one that has failed: all of them agree on the worst code, and on one size of the
 * state. A rank that has failed keeps its own code and message.
 */
static int agreed(ck_coupling *coupling, MPI_Comm communicator, int code, size_t size) {
    long long own[3] = {-(long long)code, (long long)size, -(long long)size}, worst[3];
    if (MPI_Allreduce(own, worst, 3, MPI_LONG_LONG, MPI_MAX, communicator) != MPI_SUCCESS) {
        return ck_report(coupling, CK_EINTERNAL, "MPI failed in ck_reduce; see the error handler of the communicator");
    }
    if (code != CK_OK) return code;
    if (worst[0] != 0) {
        char text[160];
        snprintf(text, sizeof text, "ck_reduce failed with %s on another rank, whose ck_last_error says why; nothing was summed",
                 ck_error_name((int)-worst[0]));
        return ck_report(coupling, (int)-worst[0], text);
    }
    if (worst[1] == -worst[2]) return CK_OK;
    return ck_report(coupling, CK_ESTATE, "the ranks of ck_reduce have different libraries: the sizes of their states differ");
}

/* What can be known of a communicator without a call that ends the host: MPI takes an unknown one to a fatal error handler. */
static int checked_communicator(ck_coupling *coupling, MPI_Comm communicator) {
    int between_groups = 0;
    if (communicator == MPI_COMM_NULL) {
        return ck_report(coupling, CK_EARG, "the communicator of ck_reduce is MPI_COMM_NULL; give the one of the ranks that share the star");
    }
#ifdef OPEN_MPI
    if (communicator == NULL) { /* communicators are addresses here, looked up by number */
        return ck_report(coupling, CK_EARG, "ck_reduce was given a number that is no communicator; give MPI_Comm_c2f of one, or a Fortran handle");
    }
#endif
    if (MPI_Comm_test_inter(communicator, &between_groups) != MPI_SUCCESS || between_groups) {
        return ck_report(coupling, CK_EARG, "the communicator of ck_reduce connects two groups of ranks; give one of a single group");
    }
    return CK_OK;
}

int ck_reduce(ck_coupling *coupling, int fortran_communicator, ck_recoil_t *recoil) {
    int running = 0, ended = 0;
    size_t size = 0;
    if (MPI_Initialized(&running) != MPI_SUCCESS || !running || MPI_Finalized(&ended) != MPI_SUCCESS || ended) {
        return ck_report(coupling, CK_ESTATE, "ck_reduce needs MPI: call it between MPI_Init and MPI_Finalize");
    }
    MPI_Comm communicator = MPI_Comm_f2c((MPI_Fint)fortran_communicator);
    int code = checked_communicator(coupling, communicator);
    if (code != CK_OK) return code;
    code = ck_state_size(coupling, &size);
    unsigned char *memory = code == CK_OK ? malloc(4 * size) : NULL;
    if (code == CK_OK && !memory) code = ck_report(coupling, CK_EINTERNAL, "out of memory");
    if (code == CK_OK) code = ck_state_part(coupling, memory, size);
    if (code == CK_OK && recoil) code = ck_recoil(coupling, recoil); /* its struct_size, before anybody sums */
    code = agreed(coupling, communicator, code, size);
    if (code == CK_OK) {
        reduction.coupling = coupling;
        reduction.size = size;
        reduction.pair = memory + 2 * size;
        reduction.code = CK_OK;
        code = summed(coupling, communicator, memory, memory + size, size);
        if (code == CK_OK) code = ck_reduce_parts(coupling, memory + size, 1, size, recoil);
        code = agreed(coupling, communicator, code, size); /* the same answer everywhere */
        if (code != CK_OK) ck_reduce_parts(coupling, memory, 1, size, NULL); /* no partial sum is left behind */
    }
    free(memory);
    return code;
}
