/*
 * ck_reduce: the recoil of all ranks, by exact integer addition of their ledgers. Uses the communicator that it is given and no other,
 * collective calls only, and only public functions of chiralkick.h, so that it serves the real library and the stub alike.
 */
#include "ranks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char CALL[] = "ck_reduce";

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

/* Compares what the parts were made with: parts of different runs, or of ranks that did not do the same, are not one sum. */
static int of_one_run(ck_coupling *coupling, MPI_Comm communicator, const ck_fingerprint_t *part) {
    uint64_t mine[CKP_NUMBERS] = {0};
    ckp_comparison all;
    mine[CKP_STEPS] = (uint64_t)part->steps;
    mine[CKP_LAST_STEP] = (uint64_t)part->last_step;
    mine[CKP_CONFIGURATION] = part->configuration;
    mine[CKP_SOURCES] = part->sources;
    mine[CKP_HISTORY] = part->history;
    int code = ckp_ranks_compare(coupling, CALL, communicator, mine, &all);
    if (code != CK_OK || all.agreed) return code;
    return ckp_ranks_refuse(coupling, CALL, communicator, mine, "", "the parts of the ranks are not of one run, nothing was summed");
}

int ck_reduce(ck_coupling *coupling, int fortran_communicator, ck_recoil_t *recoil) {
    size_t size = 0;
    MPI_Comm communicator;
    ck_fingerprint_t part = {.struct_size = sizeof part};
    int code = ckp_ranks_communicator(coupling, CALL, fortran_communicator, &communicator);
    if (code != CK_OK) return code;
    code = ck_state_size(coupling, &size);
    unsigned char *memory = code == CK_OK ? malloc(4 * size) : NULL;
    if (code == CK_OK && !memory) code = ck_report(coupling, CK_EINTERNAL, "out of memory");
    if (code == CK_OK) code = ck_state_part(coupling, memory, size);
    if (code == CK_OK && recoil) code = ck_recoil(coupling, recoil); /* its struct_size, before anybody sums */
    if (code == CK_OK) code = ck_fingerprint(coupling, &part);
    code = agreed(coupling, communicator, code, size);
    if (code == CK_OK) code = of_one_run(coupling, communicator, &part);
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
