/* The public functions: handles, argument checks, errors, and the way of a block through gather, backend and scatter. */
#include "internal.h"

#include <fenv.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef CKP_VERSION
#error "CKP_VERSION is set by the build"
#endif

_Static_assert(sizeof(uintptr_t) == 8, "handles need 64-bit pointers");

enum { MESSAGE = 1024, COUPLINGS = 256, CHUNK = 8 * CKP_PIECE, CHUNKS = 64 };

/* ---- errors ---- */

static _Thread_local char message[MESSAGE];
static _Thread_local char shown[MESSAGE];

int ckp_fail(int code, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return code;
}

const char *ckp_message(void) { return message; }

/* ---- handles ---- */

/*
 * A handle is not an address: it names a slot and the generation of what is in it, so that a closed, copied or invented handle is
 * recognised without touching foreign memory.
 */
typedef struct {
    atomic_uint generation; /* odd while a coupling is open */
    atomic_int users;
    void *self;
    ckp_pool *pool;
    double time_s;
    atomic_bool begun;
    pthread_mutex_t lock; /* of what follows */
    char error[MESSAGE];
    unsigned char *sum; /* state summed over ranks, valid until the next commit */
    size_t sum_size;
    bool summed;
    ck_recoil_t sum_recoil;
    bool has_step;
    ck_step_t step;
    atomic_llong nanoseconds, calls;
} slot_t;

static slot_t slots[COUPLINGS];
static pthread_mutex_t slots_lock = PTHREAD_MUTEX_INITIALIZER;

static const uint64_t TAG = UINT64_C(0xC41C) << 48;

static ck_coupling *handle_of(int slot, unsigned generation) {
    return (ck_coupling *)(uintptr_t)(TAG | (uint64_t)generation << 16 | (uint64_t)slot);
}

/*
 * Inside a call the floating-point environment is the default one, as compilers and Java expect it; afterwards it is the host's again,
 * with its traps, rounding, flush-to-zero and exception flags.
 */
static _Thread_local fenv_t host_floating_point;

static void hold_floating_point(void) {
    fegetenv(&host_floating_point);
    fesetenv(FE_DFL_ENV);
}

static void release_floating_point(void) { fesetenv(&host_floating_point); }

static int enter(const ck_coupling *handle, slot_t **entered) {
    uint64_t value = (uintptr_t)handle;
    uint64_t index = value & 0xFFFF;
    if (!handle) return ckp_fail(CK_EARG, "coupling is null; open one with ck_open");
    if (value >> 48 != TAG >> 48 || index >= COUPLINGS) return ckp_fail(CK_EARG, "%p is not a coupling", (const void *)handle);
    slot_t *slot = &slots[index];
    atomic_fetch_add(&slot->users, 1);
    unsigned generation = atomic_load(&slot->generation);
    if (generation % 2 == 1 && generation == (unsigned)(value >> 16 & 0xFFFFFFFF)) {
        *entered = slot;
        hold_floating_point();
        return CK_OK;
    }
    atomic_fetch_sub(&slot->users, 1);
    return ckp_fail(CK_ESTATE, "the coupling is closed");
}

static int leave(slot_t *slot, int code) {
    if (code < 0) {
        pthread_mutex_lock(&slot->lock);
        memcpy(slot->error, message, sizeof message);
        pthread_mutex_unlock(&slot->lock);
    }
    atomic_fetch_sub(&slot->users, 1);
    release_floating_point();
    return code;
}

const char *ck_last_error(const ck_coupling *coupling) {
    slot_t *slot;
    if (coupling) {
        memcpy(shown, message, sizeof message); /* asking about a closed handle is no new error */
        int code = enter(coupling, &slot);
        memcpy(message, shown, sizeof message);
        if (code == CK_OK) {
            pthread_mutex_lock(&slot->lock);
            memcpy(shown, slot->error, sizeof shown);
            pthread_mutex_unlock(&slot->lock);
            leave(slot, CK_OK);
            return shown[0] ? shown : "no error";
        }
    }
    return message[0] ? message : "no error";
}

/* ---- structures that carry their size ---- */

#define REQUIRE_SIZED(pointer, what, least)                                                                                   \
    do {                                                                                                                      \
        if (!(pointer)) return ckp_fail(CK_EARG, what " is null");                                                            \
        if ((pointer)->struct_size < (least))                                                                                 \
            return ckp_fail(CK_EARG, "struct_size of " what " is %zu; must be sizeof, %zu or more", (pointer)->struct_size,   \
                            (size_t)(least));                                                                                 \
    } while (0)

/* Fills a host's structure of whatever version: its size stays, what we know and it has room for is copied. */
static void fill(void *target, const void *source, size_t known) {
    size_t room;
    memcpy(&room, target, sizeof room);
    if (room < known) known = room;
    memcpy((char *)target + sizeof room, (const char *)source + sizeof room, known - sizeof room);
}

/* ---- open and close ---- */

static int positive_unit(const char *name, double *unit) {
    if (*unit == 0) *unit = 1;
    if (isfinite(*unit) && *unit > 0) return CK_OK;
    return ckp_fail(CK_EARG, "unit of %s is %g; must be > 0, or 0 for the default", name, *unit);
}

static int completed_args(const ck_open_args *given, ck_open_args *args) {
    REQUIRE_SIZED(given, "ck_open_args", offsetof(ck_open_args, jvm));
    memset(args, 0, sizeof *args);
    size_t known = given->struct_size < sizeof *args ? given->struct_size : sizeof *args;
    memcpy(args, given, known);
    for (size_t i = sizeof *args; i < given->struct_size; i++) {
        if (i > 4096 || ((const char *)given)[i] != 0) {
            return ckp_fail(CK_EARG, "ck_open_args is of a newer version and uses what this library, %s, does not know", CKP_VERSION);
        }
    }
    args->struct_size = sizeof *args;
    if (args->ranks == 0) args->ranks = 1;
    if (args->threads == 0) args->threads = 1;
    int code = positive_unit("mass_g", &args->mass_g);
    if (code == CK_OK) code = positive_unit("length_cm", &args->length_cm);
    if (code == CK_OK) code = positive_unit("time_s", &args->time_s);
    if (code == CK_OK) code = positive_unit("temperature_mev", &args->temperature_mev);
    if (code == CK_OK) code = positive_unit("potential_mev", &args->potential_mev);
    if (code != CK_OK) return code;
    if (args->field_system != CK_GAUSSIAN && args->field_system != CK_HEAVISIDE_LORENTZ) {
        return ckp_fail(CK_EARG, "field_system is %d; must be CK_GAUSSIAN (0) or CK_HEAVISIDE_LORENTZ (1)", args->field_system);
    }
    if (args->ranks < 0 || args->rank < 0 || args->rank >= args->ranks) {
        return ckp_fail(CK_EARG, "rank is %d of %d; must be 0 <= rank < ranks", args->rank, args->ranks);
    }
    if (args->threads < 0 || args->threads > 1024) {
        return ckp_fail(CK_EARG, "threads is %d; must be 0 .. 1024", args->threads);
    }
    return CK_OK;
}

static int slot_for(int *index) {
    for (int i = 0; i < COUPLINGS; i++) {
        if (atomic_load(&slots[i].generation) % 2 == 0 && atomic_load(&slots[i].users) == 0) {
            *index = i;
            return CK_OK;
        }
    }
    return ckp_fail(CK_ESTATE, "%d couplings are open; close one first", COUPLINGS);
}

static int open_in(slot_t *slot, const ck_open_args *args) {
    void *self = NULL;
    ckp_pool *pool = NULL;
    size_t size = 0;
    int code = ckp_the_backend->open(args, &self);
    if (code != CK_OK) return code;
    code = ckp_the_backend->state_size(self, &size);
    if (code == CK_OK) code = ckp_pool_open(args->threads, &pool);
    unsigned char *sum = code == CK_OK ? malloc(size) : NULL;
    if (code == CK_OK && !sum) code = ckp_fail(CK_EINTERNAL, "out of memory");
    if (code != CK_OK) {
        ckp_pool_close(pool);
        char reason[MESSAGE];
        memcpy(reason, message, sizeof reason);
        ckp_the_backend->close(self);
        memcpy(message, reason, sizeof reason);
        return code;
    }
    slot->self = self;
    slot->pool = pool;
    slot->time_s = args->time_s;
    atomic_store(&slot->begun, false);
    slot->error[0] = 0;
    slot->sum = sum;
    slot->sum_size = size;
    slot->summed = slot->has_step = false;
    atomic_store(&slot->nanoseconds, 0);
    atomic_store(&slot->calls, 0);
    pthread_mutex_init(&slot->lock, NULL);
    return CK_OK;
}

int ck_open(const ck_open_args *given, ck_coupling **coupling) {
    if (!coupling) return ckp_fail(CK_EARG, "where to put the coupling is null");
    *coupling = NULL;
    ck_open_args args;
    int code = completed_args(given, &args), index = 0;
    if (code != CK_OK) return code;
    hold_floating_point();
    pthread_mutex_lock(&slots_lock); /* one open at a time: the first starts the Java VM */
    code = slot_for(&index);
    if (code == CK_OK) code = open_in(&slots[index], &args);
    if (code == CK_OK) *coupling = handle_of(index, atomic_fetch_add(&slots[index].generation, 1) + 1);
    pthread_mutex_unlock(&slots_lock);
    release_floating_point();
    return code;
}

int ck_close(ck_coupling *coupling) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    unsigned generation = atomic_load(&slot->generation);
    /* Nobody enters from here on; who is inside has been counted before. */
    if (generation % 2 == 0 || !atomic_compare_exchange_strong(&slot->generation, &generation, generation + 1)) {
        atomic_fetch_sub(&slot->users, 1);
        release_floating_point();
        return ckp_fail(CK_ESTATE, "the coupling is closed");
    }
    if (atomic_load(&slot->users) > 1) {
        atomic_store(&slot->generation, generation);
        return leave(slot, ckp_fail(CK_ESTATE, "another thread is in a call with this coupling; close it when all have returned"));
    }
    code = ckp_the_backend->close(slot->self);
    ckp_pool_close(slot->pool);
    free(slot->sum);
    slot->sum = NULL;
    slot->pool = NULL;
    pthread_mutex_destroy(&slot->lock);
    atomic_fetch_sub(&slot->users, 1);
    release_floating_point();
    return code;
}

/* ---- steps ---- */

int ck_begin(ck_coupling *coupling, int64_t step, double t, double dt) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!isfinite(t)) return leave(slot, ckp_fail(CK_EARG, "time of step %lld is %g; must be finite", (long long)step, t));
    if (isinf(dt)) return leave(slot, ckp_fail(CK_EARG, "dt of step %lld is infinite; <= 0 says that it is not known yet", (long long)step));
    code = ckp_the_backend->begin(slot->self, step, t, dt > 0 ? dt : 0);
    if (code == CK_OK) atomic_store(&slot->begun, true);
    return leave(slot, code);
}

int ck_set_dt(ck_coupling *coupling, double dt) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!isfinite(dt) || dt <= 0) return leave(slot, ckp_fail(CK_EARG, "dt is %g; must be > 0", dt));
    return leave(slot, ckp_the_backend->set_dt(slot->self, dt));
}

int ck_commit(ck_coupling *coupling) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    ck_step_t step = {.struct_size = sizeof step};
    code = ckp_the_backend->commit(slot->self, &step);
    if (code >= 0) {
        step.committed = code == CK_OK;
        pthread_mutex_lock(&slot->lock);
        slot->step = step;
        slot->has_step = true;
        if (code == CK_OK) slot->summed = false;
        pthread_mutex_unlock(&slot->lock);
    }
    return leave(slot, code);
}

int ck_rollback(ck_coupling *coupling) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    return code != CK_OK ? code : leave(slot, ckp_the_backend->rollback(slot->self));
}

int ck_step(const ck_coupling *coupling, ck_step_t *step) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!step || step->struct_size < sizeof step->struct_size) {
        return leave(slot, ckp_fail(CK_EARG, "ck_step_t is null or its struct_size is not set"));
    }
    pthread_mutex_lock(&slot->lock);
    bool there = slot->has_step;
    if (there) fill(step, &slot->step, sizeof slot->step);
    pthread_mutex_unlock(&slot->lock);
    return leave(slot, there ? CK_OK : ckp_fail(CK_ESTATE, "no step was committed yet"));
}

/* ---- blocks ---- */

typedef struct {
    slot_t *slot;
    const ckp_layout *layout;
    int64_t block, begin;
    double weight;
    struct {
        int code;
        double result[CKP_RESULTS];
        char error[256];
    } chunk[CHUNKS];
} call_t;

static int evaluate_chunk(const call_t *call, int64_t next, int64_t end, double total[CKP_RESULTS]) {
    ckp_lane *lane;
    ckp_piece piece;
    int code = ckp_the_backend->lane(call->slot->self, &lane);
    if (code != CK_OK) return code;
    total[0] = INFINITY;
    for (int i = 1; i < CKP_RESULTS; i++) total[i] = 0;
    for (int64_t first = next; ckp_next_piece(call->layout, &next, end, &piece); first = next) {
        ckp_gather(call->layout, &piece, lane);
        code = ckp_the_backend->evaluate(call->slot->self, lane, call->block, first, piece.zones, call->weight);
        if (code == CK_OK) code = ckp_scatter(call->layout, &piece, lane);
        if (code != CK_OK) return code;
        if (!(lane->result[0] >= total[0])) total[0] = lane->result[0];
        for (int i = 1; i < CKP_RESULTS; i++) total[i] += lane->result[i];
    }
    return CK_OK;
}

static void chunk_of_call(void *job, int i) {
    call_t *call = job;
    int64_t from = call->begin + (int64_t)i * CHUNK, end = from + CHUNK;
    if (end > call->layout->zones) end = call->layout->zones;
    call->chunk[i].code = evaluate_chunk(call, from, end, call->chunk[i].result);
    if (call->chunk[i].code != CK_OK) snprintf(call->chunk[i].error, sizeof call->chunk[i].error, "%.255s", message);
}

/*
 * Chunks are the same whatever the number of threads and their results are joined in their order, so that the block's result has the
 * same bits.
 */
static int evaluate_block(call_t *call, double total[CKP_RESULTS]) {
    total[0] = INFINITY;
    for (int i = 1; i < CKP_RESULTS; i++) total[i] = 0;
    for (call->begin = 0; call->begin < call->layout->zones; call->begin += (int64_t)CHUNK * CHUNKS) {
        int64_t left = (call->layout->zones - call->begin + CHUNK - 1) / CHUNK;
        int count = left > CHUNKS ? CHUNKS : (int)left;
        ckp_pool_run(call->slot->pool, chunk_of_call, call, count);
        for (int i = 0; i < count; i++) {
            if (call->chunk[i].code != CK_OK) {
                return ckp_fail(call->chunk[i].code, "block %lld: %s", (long long)call->block, call->chunk[i].error);
            }
            if (!(call->chunk[i].result[0] >= total[0])) total[0] = call->chunk[i].result[0];
            for (int r = 1; r < CKP_RESULTS; r++) total[r] += call->chunk[i].result[r];
        }
    }
    return CK_OK;
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int ck_evaluate(ck_coupling *coupling, int64_t block, double weight, int fields, const int *field, const ck_view *view,
                ck_block_result *result) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    int64_t start = now();
    if (!isfinite(weight)) {
        return leave(slot, ckp_fail(CK_EARG, "weight of block %lld is %g; must be finite", (long long)block, weight));
    }
    if (result && result->struct_size < sizeof result->struct_size) {
        return leave(slot, ckp_fail(CK_EARG, "struct_size of ck_block_result is %zu; must be sizeof, %zu", result->struct_size,
                                    sizeof *result));
    }
    if (!atomic_load(&slot->begun)) return leave(slot, ckp_fail(CK_ESTATE, "no step was begun; call ck_begin first"));
    ckp_layout layout;
    double total[CKP_RESULTS];
    code = ckp_layout_of(fields, field, view, &layout);
    if (code == CK_OK) {
        call_t call; /* chunk results are written before they are read */
        call.slot = slot;
        call.layout = &layout;
        call.block = block;
        call.weight = weight;
        code = evaluate_block(&call, total);
    }
    if (code == CK_OK && result) {
        ck_block_result found = {
            .dt_max = total[0] / slot->time_s,
            .momentum_rate = {total[1], total[2], total[3]},
            .number_rate = total[4],
            .energy_rate = total[5],
            .flagged = (int64_t)total[6],
        };
        fill(result, &found, sizeof found);
    }
    atomic_fetch_add_explicit(&slot->calls, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&slot->nanoseconds, now() - start, memory_order_relaxed);
    return leave(slot, code);
}

int ck_timing(const ck_coupling *coupling, double *seconds, int64_t *calls) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (seconds) *seconds = 1e-9 * (double)atomic_load(&slot->nanoseconds);
    if (calls) *calls = atomic_load(&slot->calls);
    return leave(slot, CK_OK);
}

/* ---- recoil and state ---- */

int ck_recoil(const ck_coupling *coupling, ck_recoil_t *recoil) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!recoil || recoil->struct_size < sizeof recoil->struct_size) {
        return leave(slot, ckp_fail(CK_EARG, "ck_recoil_t is null or its struct_size is not set"));
    }
    ck_recoil_t found = {.struct_size = sizeof found};
    pthread_mutex_lock(&slot->lock);
    bool summed = slot->summed;
    if (summed) found = slot->sum_recoil;
    pthread_mutex_unlock(&slot->lock);
    if (!summed) code = ckp_the_backend->recoil(slot->self, &found);
    if (code == CK_OK) fill(recoil, &found, sizeof found);
    return leave(slot, code);
}

int ck_state_size(const ck_coupling *coupling, size_t *size) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!size) return leave(slot, ckp_fail(CK_EARG, "where to put the size is null"));
    *size = slot->sum_size;
    return leave(slot, CK_OK);
}

static int checked_size(const slot_t *slot, const void *state, size_t size) {
    if (!state) return ckp_fail(CK_EARG, "state is null");
    if (size == slot->sum_size) return CK_OK;
    return ckp_fail(CK_EARG, "state has %zu bytes; must have %zu (ck_state_size)", size, slot->sum_size);
}

int ck_state_part(const ck_coupling *coupling, void *state, size_t size) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_size(slot, state, size);
    if (code == CK_OK) code = ckp_the_backend->state_save(slot->self, state, size);
    return leave(slot, code);
}

int ck_state_save(const ck_coupling *coupling, void *state, size_t size) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_size(slot, state, size);
    if (code != CK_OK) return leave(slot, code);
    pthread_mutex_lock(&slot->lock);
    bool summed = slot->summed;
    if (summed) memcpy(state, slot->sum, size);
    pthread_mutex_unlock(&slot->lock);
    if (!summed) code = ckp_the_backend->state_save(slot->self, state, size);
    return leave(slot, code);
}

int ck_state_load(ck_coupling *coupling, const void *state, size_t size) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!state) return leave(slot, ckp_fail(CK_EARG, "state is null"));
    if (atomic_load(&slot->begun)) {
        return leave(slot, ckp_fail(CK_ESTATE, "a step was begun already; load the state after ck_open and before the first ck_begin"));
    }
    code = ckp_the_backend->state_load(slot->self, state, size);
    pthread_mutex_lock(&slot->lock);
    if (code == CK_OK) slot->summed = false;
    pthread_mutex_unlock(&slot->lock);
    return leave(slot, code);
}

int ck_reduce_parts(ck_coupling *coupling, const void *parts, int count, size_t size, ck_recoil_t *recoil) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_size(slot, parts, size);
    if (code == CK_OK && count < 1) code = ckp_fail(CK_EARG, "number of parts is %d; must be >= 1", count);
    if (code == CK_OK && recoil && recoil->struct_size < sizeof recoil->struct_size) {
        code = ckp_fail(CK_EARG, "struct_size of ck_recoil_t is not set");
    }
    unsigned char *sum = code == CK_OK ? malloc(size) : NULL;
    if (code == CK_OK && !sum) code = ckp_fail(CK_EINTERNAL, "out of memory");
    ck_recoil_t total = {.struct_size = sizeof total};
    if (code == CK_OK) code = ckp_the_backend->state_sum(slot->self, parts, count, size, sum, &total);
    if (code == CK_OK) {
        pthread_mutex_lock(&slot->lock);
        memcpy(slot->sum, sum, size);
        slot->sum_recoil = total;
        slot->summed = true;
        pthread_mutex_unlock(&slot->lock);
        if (recoil) fill(recoil, &total, sizeof total);
    }
    free(sum);
    return leave(slot, code);
}

/* ---- the rest ---- */

int ck_use(ck_coupling *coupling, const char *source) {
    slot_t *slot;
    int code = enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!source || !*source) return leave(slot, ckp_fail(CK_EARG, "name of the source is %s", source ? "empty" : "null"));
    return leave(slot, ckp_the_backend->use(slot->self, source));
}

const char *ck_version(void) { return CKP_VERSION; }

int ck_abi_version(void) { return CK_ABI_VERSION; }

const char *ck_error_name(int code) {
    switch (code) {
        case CK_OK: return "CK_OK";
        case CK_RETRY: return "CK_RETRY";
        case CK_EARG: return "CK_EARG";
        case CK_ESTATE: return "CK_ESTATE";
        case CK_EFIELD: return "CK_EFIELD";
        case CK_ESOURCE: return "CK_ESOURCE";
        case CK_EINTERNAL: return "CK_EINTERNAL";
        default: return "unknown code";
    }
}
