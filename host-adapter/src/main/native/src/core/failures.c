/* See failures.h. */
#include "failures.h"

#include "errors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void ckp_failures_open(ckp_failures *failures) {
    pthread_mutex_init(&failures->lock, NULL);
    atomic_store(&failures->count, 0);
    failures->failure = NULL;
    failures->room = 0;
    failures->lost = false;
}

void ckp_failures_forget(ckp_failures *failures) {
    pthread_mutex_lock(&failures->lock);
    int count = atomic_load(&failures->count);
    for (int i = 0; i < count; i++) free(failures->failure[i].words);
    atomic_store(&failures->count, 0);
    failures->lost = false;
    pthread_mutex_unlock(&failures->lock);
}

void ckp_failures_close(ckp_failures *failures) {
    ckp_failures_forget(failures);
    free(failures->failure);
    failures->failure = NULL;
    failures->room = 0;
    pthread_mutex_destroy(&failures->lock);
}

static void add(ckp_failures *failures, ckp_failure failure) {
    int count = atomic_load(&failures->count);
    if (count == failures->room) {
        int room = count ? 2 * count : 8;
        ckp_failure *more = realloc(failures->failure, (size_t)room * sizeof *more);
        if (!more) {
            failures->lost = true;
            free(failure.words);
            return;
        }
        failures->failure = more;
        failures->room = room;
    }
    failures->failure[count] = failure;
    atomic_store(&failures->count, count + 1);
}

/* Whether an evaluation with this weight repeats one that failed. */
static bool repeats(const ckp_failure *failed, int64_t block, double weight) {
    return failed->block == block && (failed->weight == weight || isnan(failed->weight));
}

static void mend(ckp_failures *failures, int64_t block, double weight) {
    int kept = 0, count = atomic_load(&failures->count);
    for (int i = 0; i < count; i++) {
        if (repeats(&failures->failure[i], block, weight)) {
            free(failures->failure[i].words);
        } else {
            failures->failure[kept++] = failures->failure[i];
        }
    }
    atomic_store(&failures->count, kept);
}

void ckp_failures_note(ckp_failures *failures, int64_t block, double weight, int code) {
    if (code == CK_OK && atomic_load_explicit(&failures->count, memory_order_relaxed) == 0) return;
    if (!(fabs(weight) <= 1000)) weight = NAN;
    pthread_mutex_lock(&failures->lock);
    if (code == CK_OK) {
        mend(failures, block, weight);
    } else {
        ckp_failure failure = {.block = block, .weight = weight, .words = ckp_message_copy()}, *same = NULL;
        for (int i = 0, count = atomic_load(&failures->count); i < count && !same; i++) {
            ckp_failure *of = &failures->failure[i];
            if (of->block == block && (of->weight == weight || (isnan(of->weight) && isnan(weight)))) same = of;
        }
        if (same) { /* it failed again: what counts is how the last time */
            free(same->words);
            *same = failure;
        } else {
            add(failures, failure);
        }
    }
    pthread_mutex_unlock(&failures->lock);
}

/* What to do about one, and how many others there are. */
static int refuse(const ckp_failure *first, int others, int64_t step, bool spoiled) {
    char remedy[160] = "ck_rollback first, for a part of an evaluation of this step was counted", more[64] = "";
    if (!spoiled && isnan(first->weight)) {
        snprintf(remedy, sizeof remedy, "evaluate block %lld again, or ck_rollback", (long long)first->block);
    } else if (!spoiled) {
        snprintf(remedy, sizeof remedy, "evaluate block %lld again with its weight, %.17g, or ck_rollback", (long long)first->block, first->weight);
    }
    if (others > 0) snprintf(more, sizeof more, " (%d other evaluation(s) failed, too)", others);
    return ckp_fail(CK_ESTATE, "an evaluation in step %lld failed: %s%s; %s", (long long)step, first->words ? first->words : "out of memory", more, remedy);
}

int ckp_failures_check(ckp_failures *failures, int64_t step, bool spoiled) {
    int code = CK_OK;
    pthread_mutex_lock(&failures->lock);
    int count = atomic_load(&failures->count);
    if (failures->lost) {
        code = ckp_fail(CK_ESTATE, "%d evaluations in step %lld failed and memory ran out, so that nobody knows whether all were repeated; ck_rollback first",
                        count + 1, (long long)step);
    } else if (count > 0) {
        code = refuse(&failures->failure[0], count - 1, step, spoiled);
    } else if (spoiled) {
        code = ckp_fail(CK_ESTATE, "an evaluation in step %lld failed half-way; ck_rollback first", (long long)step);
    }
    pthread_mutex_unlock(&failures->lock);
    return code;
}
