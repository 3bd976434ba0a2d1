/* Handles: what a coupling is inside the library, and how a call enters and leaves it. */
#ifndef CHIRALKICK_HANDLES_H
#define CHIRALKICK_HANDLES_H

#include "decision.h"
#include "errors.h"
#include "failures.h"
#include "gate.h"
#include "pool.h"
#include "record.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct {
    atomic_uint_least64_t life; /* generation (odd while a coupling is open) << 32 | calls inside */
    void *self;                 /* the backend's coupling */
    ckp_pool *pool;
    ckp_recorder *recorder;
    double time_s;
    atomic_llong nanoseconds, calls;

    ckp_gate gate;            /* of evaluations into the pending step */
    atomic_bool spoiled;      /* an evaluation of it failed half-way */
    pthread_mutex_t stepping; /* of begin, set_dt, commit, rollback, and of what follows */
    bool begun;               /* ever */
    int groups;               /* of energy, 0: none; set before the first begin */
    int64_t step;             /* the pending step */
    double t, dt, dt_set;

    bool begin_failed;   /* the last ck_begin, and no step has ended since */
    char *begin_failure; /* its words; NULL where memory ran out for them */

    ckp_failures failures; /* evaluations of the pending step */

    pthread_mutex_t lock; /* of what follows */
    unsigned char *sum; /* state summed over ranks, valid until the next commit */
    size_t sum_size;
    bool summed;
    ck_recoil_t sum_recoil;
    bool has_step;
    ckp_decision last; /* of its commit */
} ckp_slot;

/* Enters a call: finds what the handle names, counts the caller in and sets the default floating-point environment. */
int ckp_enter(const ck_coupling *handle, ckp_slot **slot);
/* Leaves the call with its code: keeps the message of a failure for this thread, restores the host's floating-point environment. */
int ckp_leave(ckp_slot *slot, int code);

/*
 * Calls the host's log function, on whatever thread: one inside a call, or one of the library's own. Until it returns the library's functions are
 * refused to it, but ck_last_error: on a thread that watches the others a call that waits would end the watch.
 */
void ckp_tell_host(void (*log)(int, const char *, void *), void *context, int level, const char *text);

/* Whether a structure of the host is there and says its size; `least` is that of its first version. */
int ckp_sized(const void *structure, const char *type, size_t least);
/* Fills a host's structure of whatever version: its size stays, what we know and it has room for is copied. */
void ckp_fill(void *target, const void *source, size_t known);

#endif
