/* Host views: checked, cut into pieces of neighbouring zones, gathered into a lane and scattered from it. */
#ifndef CHIRALKICK_VIEWS_H
#define CHIRALKICK_VIEWS_H

#include "lane.h"

/* One component of one view, in one energy group: where its elements lie. */
typedef struct {
    char *base;  /* NULL: an input component that is 0 because the host did not give it */
    int64_t stride[4];
    int kind;    /* CK_F64, CK_F32, CK_I64, CK_U8 */
    int column;  /* lane column; -1 for mask and flags */
    bool flat;   /* zone i is stride[0] * i bytes from the base */
} ckp_component;

typedef struct {
    int64_t n[4];
    int64_t zones;
    int inputs, outputs;
    ckp_component *input, *output;
    ckp_component *many;        /* both of these where some are per group; to be freed */
    ckp_component mask, flags;  /* base NULL: not there */
    int64_t inputs_given;       /* as in ckp_lane */
    int64_t outputs_wanted;     /* as in ckp_lane */
    int64_t repeats[4];         /* as in ckp_lane */
    ckp_component few_inputs[CKP_ZONE_COLUMNS];
    ckp_component few_outputs[CKP_FLUX_COLUMNS];
} ckp_layout;

/* A run of neighbouring zones along the first extent. */
typedef struct {
    int64_t at[4];
    int64_t zone; /* number of its first zone in the block */
    int length;
    int first;    /* index in the piece */
} ckp_run;

typedef struct {
    int runs, zones;
    ckp_run run[CKP_PIECE];
} ckp_piece;

/* Checks the fields and views of a call and fills the layout, which is freed in any case; a negative code with a message otherwise. */
int ckp_layout_of(int fields, const int *field, const ck_view *view, int groups, ckp_layout *layout);
void ckp_layout_free(ckp_layout *layout);
/* Takes up to CKP_PIECE zones that the mask lets through from zones *next .. end - 1 and moves *next on; false when none is left. */
bool ckp_next_piece(const ckp_layout *layout, int64_t *next, int64_t end, ckp_piece *piece);
/* Says in the lane where the piece stands in the block. */
void ckp_place(const ckp_layout *layout, const ckp_piece *piece, int64_t call, ckp_lane *lane);
void ckp_gather(const ckp_layout *layout, const ckp_piece *piece, ckp_lane *lane);
/* CK_EFIELD when a value does not fit into a single-precision view; everything is written all the same. */
int ckp_scatter(const ckp_layout *layout, const ckp_piece *piece, const ckp_lane *lane);

#endif
