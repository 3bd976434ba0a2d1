/*
 * What the core asks of a backend, which evaluates pieces and keeps the ledger. Each library has one, in a folder of its own: jvm or stub.
 * The core knows no more of it than this file.
 */
#ifndef CHIRALKICK_BACKEND_H
#define CHIRALKICK_BACKEND_H

#include "decision.h"
#include "views.h"

#include <stdatomic.h>
#include <stdbool.h>

typedef struct ckp_backend ckp_backend;

/* One call of ck_evaluate, and what a backend keeps for it while its pieces come, on several threads. */
typedef struct {
    int64_t block;       /* the host's number of it */
    atomic_bool weighed; /* a piece has taken the block's weight */
    const void *replay;
    bool taken;
} ckp_turn;

/* Whether this piece gives the weight of the block: one of them does. */
static inline bool ckp_turn_weighs(ckp_turn *turn) {
    return !atomic_load_explicit(&turn->weighed, memory_order_relaxed) && !atomic_exchange_explicit(&turn->weighed, true, memory_order_relaxed);
}

struct ckp_backend {
    const char *name;
    /* Makes a coupling. args is complete (defaults filled in). */
    int (*open)(const ck_open_args *args, void **self);
    int (*begin)(void *self, int64_t step, double t, double dt);
    /* Sets the energy groups, checked, before the first begin. NULL where the backend has nothing to do then. */
    int (*groups)(void *self, int groups, const double *edges);
    /* Gives this thread's lane, made at the thread's first call, with columns for the coupling's groups. */
    int (*lane)(void *self, ckp_lane **lane);
    /* Lets this thread reach the columns of its lane that these components name, until it gives them back; between the two it calls nothing
     * else of the backend. NULL where they are always there. */
    int (*borrow)(ckp_lane *lane, const ckp_component *component, int count);
    void (*give_back)(ckp_lane *lane, const ckp_component *component, int count);
    /* Called once for a block, before its pieces; NULL where the backend has nothing to do then. */
    void (*turn)(void *self, int64_t block, ckp_turn *turn);
    /* Evaluates the zones of a piece that are gathered in this thread's lane. */
    int (*evaluate)(void *self, ckp_lane *lane, ckp_turn *turn, const ckp_piece *piece, double weight);
    /* Counts what the host's transport lets out; rates are checked, momentum of the neutrinos [dyn] 3, net leptons [1/s], energy [erg/s]. */
    int (*emitted)(void *self, const double rate[5], double weight);
    int (*set_dt)(void *self, double dt);
    /* Fills what is decided, where it gives CK_OK or CK_RETRY; all is 0 or none before. */
    int (*commit)(void *self, ckp_decision *decision);
    /* Checks the pending step as commit does, commits nothing, and fills what the ranks compare; all of it but struct_size. */
    int (*ballot)(void *self, ck_ballot_t *ballot);
    /* Takes what the zones of all ranks make up in the step of the ballot, for the audit. */
    int (*surface_of_all)(void *self, const double area[3], double area_size, bool emits);
    /* Commits the step with a largest stable dt [s] that all ranks agree on; next: what the ballot said of the next sources is the same on all. */
    int (*commit_agreed)(void *self, double dt_max_s, bool next, ckp_decision *decision);
    /* Fills what the committed steps were made with; all of it but struct_size. */
    int (*fingerprint)(void *self, ck_fingerprint_t *fingerprint);
    /* The words behind the hashes (CK_WORDS_...), a line each; cut where there is no room. */
    int (*words)(void *self, int what, char *text, size_t size);
    int (*rollback)(void *self);
    int (*recoil)(void *self, ck_recoil_t *recoil);
    int (*audit)(void *self, ck_audit_t *audit);
    int (*state_size)(void *self, size_t *size);
    int (*state_save)(void *self, void *state, size_t size);
    /* Takes the state over on rank 0; other ranks check it and take over its number of steps only. size may be wrong. */
    int (*state_load)(void *self, const void *state, size_t size);
    /* Sums `count` states of `size` bytes into `sum` (size bytes) and its recoil; changes nothing in the coupling. */
    int (*state_sum)(void *self, const void *states, int count, size_t size, void *sum, ck_recoil_t *recoil);
    int (*use)(void *self, const char *source);
    int (*close)(void *self);
};

/* The backend of this library: each library has one. */
extern const ckp_backend *const ckp_the_backend;

#endif
