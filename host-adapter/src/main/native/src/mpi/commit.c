/* ck_commit_all: a step of all ranks, committed by one decision or not at all. */
#include "ranks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char CALL[] = "ck_commit_all";

/* This rank's ballot. A rank that has none takes part all the same, with the reason. */
static int ballot_of(ck_coupling *coupling, const ck_step_t *step, ck_ballot_t *ballot) {
    if (step && step->struct_size < sizeof *step) {
        char text[120];
        snprintf(text, sizeof text, "struct_size of ck_step_t is %zu; must be sizeof(ck_step_t), %zu or more", step->struct_size, sizeof *step);
        return ck_report(coupling, CK_EARG, text);
    }
    return ck_ballot(coupling, ballot);
}

/* Tells what the zones of all ranks make up, before the step is committed. */
static int tell_surface(ck_coupling *coupling, MPI_Comm communicator, const ck_ballot_t *ballot, const ckp_comparison *all) {
    const double mine[4] = {ballot->area[0], ballot->area[1], ballot->area[2], ballot->area_size};
    double sum[4] = {0};
    int code = all->has_surface ? ckp_ranks_sum(coupling, CALL, communicator, mine, sum, 4) : CK_OK;
    if (code != CK_OK || !isfinite(sum[0] + sum[1] + sum[2]) || !isfinite(sum[3])) return code; /* beyond all bounds: nobody can judge it */
    return ck_surface_of_all(coupling, sum, sum[3], all->emits);
}

int ck_commit_all(ck_coupling *coupling, int fortran_communicator, ck_step_t *step) {
    MPI_Comm communicator;
    int code = ckp_ranks_communicator(coupling, CALL, fortran_communicator, &communicator);
    if (code != CK_OK) return code;
    ck_ballot_t ballot = {.struct_size = sizeof ballot};
    uint64_t mine[CKP_NUMBERS] = {0};
    const char *said = "";
    int voted = ballot_of(coupling, step, &ballot);
    if (voted == CK_OK) {
        mine[CKP_STEP] = (uint64_t)ballot.step;
        mine[CKP_STEPS] = (uint64_t)ballot.steps;
        mine[CKP_LAST_STEP] = (uint64_t)ballot.last_step;
        mine[CKP_DT] = ckp_ranks_bits(ballot.dt);
        mine[CKP_CAN_RETRY] = (uint64_t)ballot.can_retry;
        mine[CKP_CONFIGURATION] = ballot.configuration;
        mine[CKP_SOURCES] = ballot.sources;
        mine[CKP_HISTORY] = ballot.history;
        mine[CKP_NEXT_SOURCES] = ballot.next_sources;
        mine[CKP_DT_MAX] = ckp_ranks_bits(ballot.dt_max);
        mine[CKP_FORM] = (uint64_t)ballot.recoil_form;
        mine[CKP_FORM_LEAST] = ballot.recoil_form ? (uint64_t)ballot.recoil_form : CKP_NO_FORM;
        mine[CKP_SILENT] = !ballot.emits;
        mine[CKP_AREA] = ckp_ranks_bits(ballot.area_size);
    } else {
        mine[CKP_FAILED] = 1;
        said = ck_last_error(NULL); /* stays until it is asked for again */
    }
    ckp_comparison all = {.agreed = false};
    code = ckp_ranks_compare(coupling, CALL, communicator, mine, &all);
    if (code == CK_OK && all.agreed) code = tell_surface(coupling, communicator, &ballot, &all);
    if (code == CK_OK && all.agreed) return ck_decide(coupling, all.same_next ? CK_AGREED_NEXT : CK_AGREED, all.dt_max, step);
    if (voted == CK_OK) ck_decide(coupling, CK_REFUSED, 0, NULL);
    return code != CK_OK ? code : ckp_ranks_refuse(coupling, CALL, communicator, mine, said, "the step is committed on no rank");
}
