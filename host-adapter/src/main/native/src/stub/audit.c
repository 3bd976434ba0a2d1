/* See audit.h. The words are those of org.chiralkick.host: tests compare both libraries. */
#include "audit.h"

#include "core/errors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double TOLERANCE = 1e-6;

void ckp_audit_free(ckp_audit *audit) { free(audit->blocks); }

void ckp_audit_clear(ckp_audit *audit) {
    if (audit->count > 0) memset(audit->blocks, 0, (size_t)audit->room * sizeof *audit->blocks);
    audit->count = 0;
    audit->weighed = audit->emits = false;
    audit->area_size = 0;
    for (int i = 0; i < 3; i++) audit->area[i] = 0;
}

static ckp_block_weights *place_of(ckp_block_weights *blocks, int room, int64_t block) {
    unsigned mask = (unsigned)room - 1, place = (unsigned)((uint64_t)block * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (blocks[place].evaluations != 0 && blocks[place].block != block) place = (place + 1) & mask;
    return &blocks[place];
}

static bool grow(ckp_audit *audit) {
    int room = audit->room ? 2 * audit->room : 64;
    ckp_block_weights *larger = calloc((size_t)room, sizeof *larger);
    if (!larger) return false;
    for (int i = 0; i < audit->room; i++) {
        if (audit->blocks[i].evaluations != 0) *place_of(larger, room, audit->blocks[i].block) = audit->blocks[i];
    }
    free(audit->blocks);
    audit->blocks = larger;
    audit->room = room;
    return true;
}

int ckp_audit_add(ckp_audit *audit, int64_t block, double weight, bool emits) {
    if (2 * (audit->count + 1) > audit->room && !grow(audit)) return ckp_fail(CK_EINTERNAL, "out of memory");
    ckp_block_weights *its = place_of(audit->blocks, audit->room, block);
    if (its->evaluations == 0) audit->count++;
    its->block = block;
    its->evaluations++;
    its->sum += weight;
    its->weighed |= weight != 0;
    audit->weighed |= weight != 0;
    audit->emits |= emits;
    return CK_OK;
}

static double error_of(const ckp_block_weights *block) { return block->weighed ? fabs(block->sum - 1) : 0; }

/* The block farthest from 1, of several the one with the lowest number; NULL where all are near enough. */
static const ckp_block_weights *worst_of(const ckp_audit *audit) {
    const ckp_block_weights *worst = NULL;
    for (int i = 0; i < audit->room; i++) {
        const ckp_block_weights *block = &audit->blocks[i];
        if (block->evaluations == 0 || error_of(block) <= TOLERANCE) continue;
        if (!worst || error_of(block) > error_of(worst) || (error_of(block) == error_of(worst) && block->block < worst->block)) worst = block;
    }
    return worst;
}

void ckp_audit_surface(ckp_audit *audit, const double element[3], double weight) {
    double size = sqrt(element[0] * element[0] + element[1] * element[1] + element[2] * element[2]);
    for (int i = 0; i < 3; i++) audit->area[i] += weight * element[i];
    audit->area_size += fabs(weight) * size;
}

void ckp_audit_commit(ckp_audit *audit) {
    for (int i = 0; i < audit->room; i++) {
        const ckp_block_weights *block = &audit->blocks[i];
        if (block->evaluations != 0) audit->worst_error = fmax(audit->worst_error, error_of(block));
    }
    double sum = sqrt(audit->area[0] * audit->area[0] + audit->area[1] * audit->area[1] + audit->area[2] * audit->area[2]);
    if (audit->area_size > 0) audit->defect = fmax(audit->defect, fmin(1, sum / audit->area_size));
}

/* The fewest digits that are this number. */
static void shortest(double number, char text[32]) {
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, 32, "%.*g", digits, number);
        if (strtod(text, NULL) == number) return;
    }
}

int ckp_audit_require_whole(const ckp_audit *audit, int64_t step) {
    if (audit->any_weights) return CK_OK;
    if (audit->emits && !audit->weighed) {
        return ckp_fail(CK_ESTATE, "all evaluations of step %lld had weight 0, so that it has no recoil though its blocks can emit; give a stage "
                        "its weight in the final state, or roll back a step that is for diagnosis", (long long)step);
    }
    const ckp_block_weights *worst = worst_of(audit);
    if (!worst) return CK_OK;
    char sum[32], times[32] = "once", why[400];
    shortest(worst->sum, sum);
    if (worst->evaluations != 1) snprintf(times, sizeof times, "%lld times", (long long)worst->evaluations);
    bool wholes = worst->sum >= 2 && fabs(worst->sum - rint(worst->sum)) <= TOLERANCE;
    snprintf(why, sizeof why,
             audit->count == 1 && wholes
                 ? "no other number was used in step %lld, and a number for all blocks hides which of them was missed; give each block a number "
                   "of its own, and each stage its weight in the final state, of which the sum is 1"
                 : "the weights of a block in step %lld must add up to 1 within 1e-6; evaluate each block once for every stage, with the weight of "
                   "the stage in the final state",
             (long long)step);
    return ckp_fail(CK_ESTATE, "block %lld was evaluated %s with sum %s: %s, or roll the step back; \"weights\": \"free\" in the configuration "
                    "allows other sums", (long long)worst->block, times, sum, why);
}

int ckp_audit_require_rising(const ckp_audit *audit, int64_t step, int64_t committed, int64_t last) {
    if (audit->any_numbers || committed == 0 || step > last) return CK_OK;
    return ckp_fail(CK_ESTATE, "step %lld is begun after step %lld was committed; numbers must rise, so that no step counts twice: give it a "
                    "higher one, or load the state of the step before it, or choose \"step-numbers\": \"free\" in the configuration",
                    (long long)step, (long long)last);
}
