/* What ranks compare before they act together, and the words that name the one that differs. */
#ifndef CHIRALKICK_RANKS_H
#define CHIRALKICK_RANKS_H

#include "chiralkick.h"

#include <mpi.h>
#include <stdbool.h>

/* The numbers that a rank brings. Those before CKP_EQUAL must be the same on all ranks, and the first of them 0. */
enum {
    CKP_FAILED, /* 1: this rank cannot take part */
    CKP_STEP,
    CKP_STEPS,
    CKP_LAST_STEP,
    CKP_DT,
    CKP_CAN_RETRY,
    CKP_CONFIGURATION,
    CKP_SOURCES,
    CKP_HISTORY,
    CKP_EQUAL,
    CKP_NEXT_SOURCES = CKP_EQUAL,
    CKP_DT_MAX, /* the bits of a double >= 0, which are in the order of the doubles */
    CKP_FORM,   /* of the recoil; 0: none, which fits to every other */
    CKP_FORM_LEAST, /* the same, and CKP_NO_FORM in place of 0 */
    CKP_SILENT, /* 1: no zone of this rank could emit */
    CKP_AREA,   /* the bits of the size of its surface */
    CKP_NUMBERS
};

typedef struct {
    bool agreed;      /* all is the same that must be */
    bool same_next;   /* so are the next sources */
    double dt_max;    /* the least of all */
    bool has_surface; /* some rank has a part of it */
    bool emits;       /* some rank does */
} ckp_comparison;

#define CKP_NO_FORM UINT64_MAX

/* The bits of a double, to be compared. */
uint64_t ckp_ranks_bits(double number);

/* The communicator of a Fortran handle, if it can be used and MPI runs; `call` is whom the message names. */
int ckp_ranks_communicator(ck_coupling *coupling, const char *call, int fortran_communicator, MPI_Comm *communicator);

/* Compares the numbers of all ranks; collective. */
int ckp_ranks_compare(ck_coupling *coupling, const char *call, MPI_Comm communicator, const uint64_t mine[CKP_NUMBERS],
                      ckp_comparison *comparison);

/* Sums numbers of all ranks, on all of them; collective. */
int ckp_ranks_sum(ck_coupling *coupling, const char *call, MPI_Comm communicator, const double *mine, double *sum, int count);

/*
 * After ranks did not agree: says on all of them which differs in what, or what the first that failed says; collective. Returns CK_ESTATE, or
 * CK_EINTERNAL where MPI fails. `said` is what this rank says if it has failed; the message starts with `outcome`.
 */
int ckp_ranks_refuse(ck_coupling *coupling, const char *call, MPI_Comm communicator, const uint64_t mine[CKP_NUMBERS], const char *said,
                     const char *outcome);

#endif
