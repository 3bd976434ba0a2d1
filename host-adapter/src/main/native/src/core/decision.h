/* What a commit has decided, with what the host asks for by functions of its own. */
#ifndef CHIRALKICK_DECISION_H
#define CHIRALKICK_DECISION_H

#include "fields.h"

enum { CKP_CAUSES = CKP_ZONE_FIELDS + CKP_FLUX_FIELDS + 1 }; /* at most: every field, and the recoil */

/* Why zones are doubtful: fields, the recoil as 0, and how many zone-evaluations each counts for. */
typedef struct {
    int count;
    int field[CKP_CAUSES];
    int64_t zones[CKP_CAUSES];
} ckp_causes;

typedef struct {
    ck_step_t step;
    ckp_causes invalid, implausible;
} ckp_decision;

#endif
