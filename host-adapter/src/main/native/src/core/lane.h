/* A lane: where a thread and the backend meet, with room for the columns of one piece. */
#ifndef CHIRALKICK_LANE_H
#define CHIRALKICK_LANE_H

#include "fields.h"

/* Zones of a piece: one column is 4 KiB, so that the columns of a usual call stay in the first-level cache. */
enum { CKP_PIECE = 512 };

enum { CKP_RESULTS = 7 }; /* of an evaluation */

/*
 * What one thread shares with the backend. The layout up to the columns is known to org.chiralkick.host.jni.Lane: change both together.
 */
typedef struct {
    int64_t inputs_given;         /* bit i: input i of the table is there, its components are filled */
    int64_t outputs_wanted;       /* bit i: output i of the table, counted from the first output, is wanted */
    int64_t wants_flags;          /* 1: flags are wanted */
    double result[14];            /* of an evaluation: dt_max, momentum rate 3, number rate, energy rate, flagged */
    int64_t flags[CKP_PIECE];     /* before an evaluation, where it is numbered: the numbers of the zones in the block */
    int64_t call;                 /* another for each call of ck_evaluate */
    int64_t first_zone;           /* number of the piece's first zone in the block; the others follow unless it is numbered */
    int64_t numbered;             /* 1: a mask has left zones out */
    int64_t extent[4];            /* of the block */
    int64_t repeats[4];           /* bit i: input i of the table, a scalar, is the same all along this extent */
    double **column;              /* of CKP_PIECE zones each; to be used between the backend's borrow and give_back */
    int groups;                   /* for which it has columns */
} ckp_lane;

#endif
