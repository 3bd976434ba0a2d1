/* Recording of what a run of any backend returned, in the format that the stub replays (see chiralkick.h, "Replay files"). */
#ifndef CHIRALKICK_RECORD_H
#define CHIRALKICK_RECORD_H

#include "views.h"

/* The file of one coupling. Thread-safe. */
typedef struct ckp_recorder ckp_recorder;
/* Starts the file that args or CHIRALKICK_RECORD name; *recorder is NULL where neither does. */
int ckp_recorder_open(const ck_open_args *args, ckp_recorder **recorder);
/* Ends it; CK_EINTERNAL when it could not be written. NULL is allowed. */
int ckp_recorder_close(ckp_recorder *recorder);
/* Hands what is recorded so far to the system. NULL is allowed. */
void ckp_recorder_flush(ckp_recorder *recorder);
/* Writes how a step has ended, "commit", "retry" or "rollback", and what was noticed so far. */
void ckp_recorder_end(ckp_recorder *recorder, const char *how, int64_t step, const ck_audit_t *audit);

/* The outputs of one call of ck_evaluate, in doubles, whatever the host's views are. */
typedef struct ckp_recording ckp_recording;
int ckp_recording_start(const ckp_layout *layout, ckp_recording **recording);
/* Takes the piece's outputs. Pieces of one call may come from several threads. */
void ckp_recording_take(ckp_recording *recording, const ckp_piece *piece, const ckp_lane *lane);
/* Writes the evaluation; CK_EINTERNAL when that fails. */
int ckp_recording_write(const ckp_recording *recording, ckp_recorder *recorder, int64_t step, int64_t block,
                        const double result[CKP_RESULTS]);
void ckp_recording_free(ckp_recording *recording); /* NULL is allowed */

#endif
