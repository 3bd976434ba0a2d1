/*
 * What the parts of libchiralkick know of each other.
 *
 *   handles.c opening and closing, handles, errors
 *   core.c    steps and blocks; cuts a block into pieces
 *   state.c   recoil, state, reduction, choice of the source
 *   fields.c  the table of fields
 *   views.c   gathers host views into contiguous columns of doubles, and scatters them back
 *   pool.c    threads that share the pieces of a block
 *   record.c  writes what a run returned to a file that the stub replays
 *   a backend (jvm_backend.c or stub_backend.c) evaluates pieces and keeps the ledger
 */
#ifndef CHIRALKICK_INTERNAL_H
#define CHIRALKICK_INTERNAL_H

#include "chiralkick.h"

#include <stdarg.h>
#include <stdbool.h>

/* Zones of a piece: one column is 4 KiB, so that the columns of a usual call stay in the first-level cache. */
enum { CKP_PIECE = 512 };

/* Columns of a lane: every component of every field has its own place, inputs first. */
enum { CKP_ZONE_FIELDS = 25, CKP_FLUX_FIELDS = 9, CKP_ZONE_COLUMNS = 37, CKP_FLUX_COLUMNS = 21 };
enum { CKP_COLUMNS = CKP_ZONE_COLUMNS + CKP_FLUX_COLUMNS };
enum { CKP_RESULTS = 7 }; /* of an evaluation */

typedef struct {
    int number;      /* CK_... */
    int components;  /* 1 or 3 */
    int column;      /* column of its first component in a lane */
    const char *name;
} ckp_field;

/* Returns the field with this number (without a component selection), or NULL. */
const ckp_field *ckp_field_of(int number);
const ckp_field *ckp_field_at(int index); /* 0 .. CKP_ZONE_FIELDS + CKP_FLUX_FIELDS - 1, inputs first */
static inline bool ckp_is_flux(int number) { return number > 100 && number < 200; }

/*
 * What one thread shares with the backend. The layout up to the flags is known to org.chiralkick.host.jni.Lane: change both together.
 */
typedef struct {
    int64_t fields;               /* bit i: field i of the table is there (its components are filled, or wanted) */
    int64_t wants_flags;          /* 1: flags are wanted */
    double result[14];            /* of an evaluation: dt_max, momentum rate 3, number rate, energy rate, flagged */
    int64_t flags[CKP_PIECE];
    double *column[CKP_COLUMNS];  /* of CKP_PIECE zones each; to be used between the backend's borrow and give_back */
} ckp_lane;

/* ---- errors: each failing function sets this thread's message and returns the code ---- */

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
int ckp_fail(int code, const char *format, ...);
const char *ckp_message(void); /* this thread's last message */

/* Whether this process is a forked child of one that has opened a coupling. */
bool ckp_forked(void);

/* ---- views ---- */

/* One component of one view: where its elements lie. */
typedef struct {
    char *base;
    int64_t stride[4];
    int kind;    /* CK_F64, CK_F32, CK_I64, CK_U8 */
    int column;  /* lane column; -1 for mask and flags */
    bool flat;   /* zone i is stride[0] * i bytes from the base */
} ckp_component;

typedef struct {
    int64_t n[4];
    int64_t zones;
    int inputs, outputs;
    ckp_component input[CKP_ZONE_COLUMNS];
    ckp_component output[CKP_FLUX_COLUMNS];
    ckp_component mask, flags;  /* base NULL: not there */
    int64_t fields;             /* as in ckp_lane */
    int64_t zero_columns;       /* input columns of vectors whose component the host did not give */
    int64_t input_columns;      /* bit i: lane column i is read by the backend, */
    int64_t output_columns;     /* or written */
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

/* Checks the fields and views of a call and fills the layout; a negative code with a message otherwise. */
int ckp_layout_of(int fields, const int *field, const ck_view *view, ckp_layout *layout);
/* Takes up to CKP_PIECE zones that the mask lets through from zones *next .. end - 1 and moves *next on; false when none is left. */
bool ckp_next_piece(const ckp_layout *layout, int64_t *next, int64_t end, ckp_piece *piece);
void ckp_gather(const ckp_layout *layout, const ckp_piece *piece, ckp_lane *lane);
/* CK_EFIELD when a value does not fit into a single-precision view; everything is written all the same. */
int ckp_scatter(const ckp_layout *layout, const ckp_piece *piece, const ckp_lane *lane);

/* ---- pool ---- */

/* Threads that share the chunks of one call. */
typedef struct ckp_pool ckp_pool;
int ckp_pool_open(int threads, ckp_pool **pool);
void ckp_pool_close(ckp_pool *pool);
/* Calls work(job, i) for i = 0 .. count - 1 on the pool's threads and on the caller's; on the caller's alone where the pool is NULL or
 * busy with another call. */
void ckp_pool_run(ckp_pool *pool, void (*work)(void *job, int i), void *job, int count);

/* ---- backend ---- */

typedef struct ckp_backend ckp_backend;

/* What a backend keeps for one call of ck_evaluate while its pieces come. */
typedef struct {
    const void *replay;
    bool taken;
} ckp_turn;

struct ckp_backend {
    const char *name;
    /* Makes a coupling. args is complete (defaults filled in). */
    int (*open)(const ck_open_args *args, void **self);
    int (*begin)(void *self, int64_t step, double t, double dt);
    /* Gives this thread's lane, made at the thread's first call. */
    int (*lane)(void *self, ckp_lane **lane);
    /* Lets this thread reach its lane's columns, those whose bits are set, until it gives them back; between the two it calls nothing else
     * of the backend. NULL where they are always there. */
    int (*borrow)(ckp_lane *lane, int64_t columns);
    void (*give_back)(ckp_lane *lane, int64_t columns);
    /* Called once for a block, before its pieces; NULL where the backend has nothing to do then. */
    void (*turn)(void *self, int64_t block, ckp_turn *turn);
    /* Evaluates the zones of a piece that are gathered in this thread's lane. */
    int (*evaluate)(void *self, ckp_lane *lane, ckp_turn *turn, const ckp_piece *piece, double weight);
    int (*set_dt)(void *self, double dt);
    int (*commit)(void *self, ck_step_t *step);
    int (*rollback)(void *self);
    int (*recoil)(void *self, ck_recoil_t *recoil);
    int (*state_size)(void *self, size_t *size);
    int (*state_save)(void *self, void *state, size_t size);
    /* Takes the state over on rank 0; other ranks check it and take over its number of steps only. size may be wrong. */
    int (*state_load)(void *self, const void *state, size_t size);
    /* Sums `count` states of `size` bytes into `sum` (size bytes) and its recoil; changes nothing in the coupling. */
    int (*state_sum)(void *self, const void *states, int count, size_t size, void *sum, ck_recoil_t *recoil);
    int (*use)(void *self, const char *source);
    int (*close)(void *self);
};

/* The backend of this library: each library has one. */
extern const ckp_backend *const ckp_the_backend;

#endif
