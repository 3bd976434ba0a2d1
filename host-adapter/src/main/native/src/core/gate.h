/* The gate of a step: evaluations enter while it is open; who begins, commits or rolls back shuts it while nobody is inside. */
#ifndef CHIRALKICK_GATE_H
#define CHIRALKICK_GATE_H

#include <stdatomic.h>
#include <stdbool.h>

/* Why it is shut. */
typedef enum {
    CKP_NEVER_BEGUN = -1,
    CKP_CHANGING = -2, /* another thread begins, commits or rolls back right now */
    CKP_COMMITTED = -3,
    CKP_RETRY = -4,
    CKP_ROLLED_BACK = -5,
    CKP_BEGIN_FAILED = -6,
    CKP_DECIDING = -7 /* the step waits for what all ranks decide */
} ckp_shut;

/* Calls of ck_evaluate inside the pending step (>= 0), or why there is none. */
typedef atomic_int ckp_gate;

static inline bool ckp_gate_enter(ckp_gate *gate) {
    int inside = atomic_load(gate);
    while (inside >= 0) {
        if (atomic_compare_exchange_weak(gate, &inside, inside + 1)) return true;
    }
    return false;
}

static inline void ckp_gate_leave(ckp_gate *gate) { atomic_fetch_sub(gate, 1); }

/* Shuts an open gate; returns what stood in the way: calls inside (> 0), or why it is shut already (< 0); 0 when it is done. */
static inline int ckp_gate_shut(ckp_gate *gate) {
    int inside = 0;
    atomic_compare_exchange_strong(gate, &inside, CKP_CHANGING);
    return inside;
}

#endif
