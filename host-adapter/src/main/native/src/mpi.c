/*
 * ck_reduce: the recoil of all ranks, by exact integer addition of their ledgers. Uses the communicator that it is given and no other,
 * and only public functions of chiralkick.h, so that it serves the real library and the stub alike.
 */
#include "chiralkick.h"

#include <mpi.h>
#include <stdlib.h>

int ck_reduce(ck_coupling *coupling, int fortran_communicator, ck_recoil_t *recoil) {
    MPI_Comm communicator = MPI_Comm_f2c((MPI_Fint)fortran_communicator);
    size_t size = 0;
    int ranks = 0, code = communicator == MPI_COMM_NULL ? CK_EARG : ck_state_size(coupling, &size);
    if (communicator == MPI_COMM_NULL || MPI_Comm_size(communicator, &ranks) != MPI_SUCCESS) return CK_EARG;
    /* Every rank must take part in every collective call, also one that has failed: first agree on the worst code and on the size. */
    unsigned char *mine = code == CK_OK ? malloc(size) : NULL;
    unsigned char *parts = code == CK_OK ? malloc(size * (size_t)ranks) : NULL;
    if (code == CK_OK && (!mine || !parts)) code = CK_EINTERNAL;
    if (code == CK_OK) code = ck_state_part(coupling, mine, size);
    long long agreed[2], own[2] = {-(long long)code, (long long)size};
    if (MPI_Allreduce(own, agreed, 2, MPI_LONG_LONG, MPI_MAX, communicator) != MPI_SUCCESS) {
        code = CK_EINTERNAL;
    } else if (agreed[0] != 0) {
        if (code == CK_OK) code = (int)-agreed[0]; /* another rank failed */
    } else {
        long long fits = size == (size_t)agreed[1], all = 0;
        if (MPI_Allreduce(&fits, &all, 1, MPI_LONG_LONG, MPI_MIN, communicator) != MPI_SUCCESS) code = CK_EINTERNAL;
        if (code == CK_OK && !all) code = CK_ESTATE; /* ranks with different libraries */
        if (code == CK_OK
            && MPI_Allgather(mine, (int)size, MPI_BYTE, parts, (int)size, MPI_BYTE, communicator) != MPI_SUCCESS) {
            code = CK_EINTERNAL;
        }
        if (code == CK_OK) code = ck_reduce_parts(coupling, parts, ranks, size, recoil);
    }
    free(parts);
    free(mine);
    return code;
}
