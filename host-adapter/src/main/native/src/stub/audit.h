/* What is checked of a step: the weights of its blocks, and its number. The rules and words of the real library. */
#ifndef CHIRALKICK_AUDIT_H
#define CHIRALKICK_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int64_t block, evaluations; /* evaluations 0: the place is free */
    double sum;
    bool weighed;               /* some weight was not 0 */
} ckp_block_weights;

typedef struct {
    bool any_weights, any_numbers; /* "free" in the configuration */
    bool weighed, emits;           /* in this step */
    double area[3], area_size;     /* in this step: of the surface elements, times their weights */
    double worst_error, defect;    /* of all committed steps: of weights, and |sum dA| / sum |dA| */
    int count, room;               /* room: 0, or a power of two, at most half of it used */
    ckp_block_weights *blocks;
} ckp_audit;

void ckp_audit_free(ckp_audit *audit);
/* Forgets the step. */
void ckp_audit_clear(ckp_audit *audit);
/* Notes one evaluation of a block; emits: whether its zones can add to the recoil. */
int ckp_audit_add(ckp_audit *audit, int64_t block, double weight, bool emits);
/* Notes one surface element, in a stage of this weight. */
void ckp_audit_surface(ckp_audit *audit, const double element[3], double weight);
/* Notes that the step is committed. */
void ckp_audit_commit(ckp_audit *audit);
/* CK_ESTATE where the weights are not those of a whole step. */
int ckp_audit_require_whole(const ckp_audit *audit, int64_t step);
/* CK_ESTATE where a step has no higher number than the last of the committed ones. */
int ckp_audit_require_rising(const ckp_audit *audit, int64_t step, int64_t committed, int64_t last);

#endif
