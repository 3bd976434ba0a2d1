/* What of the emission a block counts, and what a host says of that of its own transport: the rules of the real library, without its exact sums. */
#ifndef CHIRALKICK_TOLD_H
#define CHIRALKICK_TOLD_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    char form[16];      /* of the recoil, as configured */
    bool is_the_recoil; /* form "transport" */
    bool has_radius;    /* of the star, which the volume form needs */
    bool told;         /* something was told in this step */
    double weights;    /* their sum in this step */
} ckp_told;

/* What the recoil of a block is counted from. */
typedef enum { CKP_NOTHING, CKP_SURFACE, CKP_VOLUME } ckp_counted;

void ckp_told_configure(ckp_told *told, const char *form, bool has_radius);
ckp_counted ckp_told_counts(const ckp_told *told, int64_t inputs_given);
/* Forgets the step. */
void ckp_told_clear(ckp_told *told);
/* Counts the weight of something that is told; CK_ESTATE where the recoil has another form. */
int ckp_told_add(ckp_told *told, double weight);
/* CK_ESTATE where the recoil is what the host tells, and that is not a whole step. */
int ckp_told_require_whole(const ckp_told *told, int64_t step);
/* CK_EFIELD where the recoil is what the host tells and these inputs of a lane have a surface element, too. */
int ckp_told_require_no_surface(const ckp_told *told, int64_t inputs_given);
/* CK_EFIELD where these outputs of a lane have something escaped that a block with these inputs does not count. */
int ckp_told_require_escaped(const ckp_told *told, int64_t inputs_given, int64_t outputs_wanted);

#endif
