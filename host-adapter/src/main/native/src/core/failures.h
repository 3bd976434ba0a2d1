/* The evaluations of the pending step that failed and were not repeated yet: each with the words it failed with. */
#ifndef CHIRALKICK_FAILURES_H
#define CHIRALKICK_FAILURES_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int64_t block;
    double weight; /* NaN: it had none in range, and a repetition with any weight mends it */
    char *words;   /* NULL where memory ran out */
} ckp_failure;

typedef struct {
    pthread_mutex_t lock; /* of all but the count */
    atomic_int count;     /* of those that are not mended */
    ckp_failure *failure; /* in the order of their first failures */
    int room;
    bool lost; /* memory ran out: there was one more, which nothing mends */
} ckp_failures;

void ckp_failures_open(ckp_failures *failures);
void ckp_failures_close(ckp_failures *failures);

/* A new step: there are none. */
void ckp_failures_forget(ckp_failures *failures);

/*
 * Notes how an evaluation ended; what it failed with is this thread's message. One that succeeds mends those of the same block and weight: a
 * later stage of the block, which has another weight, mends nothing.
 */
void ckp_failures_note(ckp_failures *failures, int64_t block, double weight, int code);

/* CK_OK where all are mended; else CK_ESTATE, with the words of the first that is not. spoiled: some evaluation of the step was counted in part. */
int ckp_failures_check(ckp_failures *failures, int64_t step, bool spoiled);

#endif
