/* Replay files of the stub: what each evaluation returned. The format is described in chiralkick.h, "Replay files". */
#ifndef CHIRALKICK_REPLAY_H
#define CHIRALKICK_REPLAY_H

#include "core/lane.h"

typedef struct ckp_replay ckp_replay;
typedef struct ckp_replayed ckp_replayed; /* one evaluation of the file */

/* Reads a file; CK_EARG with its line where it is not understood. */
int ckp_replay_read(const char *path, ckp_replay **replay);
void ckp_replay_free(ckp_replay *replay); /* NULL is allowed */

/* Returns what the next evaluation of this step and block gives, or NULL. Not thread-safe. A NULL replay has none. */
const ckp_replayed *ckp_replay_next(ckp_replay *replay, int64_t step, int64_t block);

/* Values of an evaluation; those of NULL, and those that the file does not give, are 0, and infinite for dt_max. */
double ckp_replayed_flux(const ckp_replayed *evaluation, int column, int64_t zone);
int64_t ckp_replayed_flags(const ckp_replayed *evaluation, int64_t zone);
void ckp_replayed_result(const ckp_replayed *evaluation, double result[CKP_RESULTS]);
/* Whether the result says how many zones are flagged; else the flags do. */
bool ckp_replayed_counts_flagged(const ckp_replayed *evaluation);

/* The text of a file, freed by the caller; NULL when it cannot be read. */
char *ckp_read_text(const char *path);

#endif
