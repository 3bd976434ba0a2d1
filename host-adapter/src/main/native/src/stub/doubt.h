/* What makes a zone invalid or implausible that a replay flags so: found among the host's inputs by the rules of the real library. */
#ifndef CHIRALKICK_DOUBT_H
#define CHIRALKICK_DOUBT_H

#include "core/decision.h"
#include "core/lane.h"

/* What one of the host's units is in that of the list of fields. */
typedef struct {
    double temperature, potential, density, field;
} ckp_scales;

/* Zone-evaluations with one of the two flags, counted by their causes; the first is that of the lowest block and zone. */
typedef struct {
    int64_t count[CKP_CAUSES]; /* in the order of the table of fields, the recoil last */
    int64_t total, block, zone;
    int field;
    double value;
} ckp_doubtful;

/* Of arguments that are complete. */
ckp_scales ckp_scales_of(const ck_open_args *args);
/* Counts a zone, at `index` in the lane, with CK_FLAG_INPUT or CK_FLAG_IMPLAUSIBLE; as the recoil where its inputs are as they should be. */
void ckp_doubtful_add(ckp_doubtful *doubtful, const ckp_scales *scales, int flag, const ckp_lane *lane, int index, int64_t block, int64_t zone);
void ckp_doubtful_causes(const ckp_doubtful *doubtful, ckp_causes *causes);

#endif
