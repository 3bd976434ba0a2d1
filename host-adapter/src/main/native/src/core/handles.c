/* Handles, opening and closing. */
#include "handles.h"

#include "backend.h"
#include "floating_point.h"
#include "fork.h"

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Static_assert(sizeof(uintptr_t) == 8, "handles need 64-bit pointers");

enum { COUPLINGS = 256 };
enum { NEWEST = 4096 }; /* bytes that ck_open_args of any later version has at most: a larger struct_size is none */

/* ---- calls ---- */

/*
 * Inside a call the floating-point environment is the default one, as compilers and Java expect it; afterwards it is the host's again,
 * with its traps, rounding, flush-to-zero and exception flags.
 */
static _Thread_local ckp_floating_point host_floating_point;
static _Thread_local bool inside;

static void begin_call(void) {
    inside = true;
    ckp_floating_point_keep(&host_floating_point);
    ckp_floating_point_default();
}

static void end_call(void) {
    ckp_floating_point_restore(&host_floating_point);
    inside = false;
}

static int noted(const ck_coupling *handle, int code) {
    ckp_message_note(handle);
    return code;
}

static int called_back(void) {
    return ckp_fail(CK_ESTATE, "the function ck_open_args.log calls the library that calls it; it may call ck_last_error only");
}

void ckp_tell_host(void (*log)(int, const char *, void *), void *context, int level, const char *text) {
    bool was = inside;
    inside = true;
    log(level, text, context);
    inside = was;
}

static int in_forked_child(void) {
    return ckp_fail(CK_ESTATE, "a forked child of a process that has opened a coupling cannot use the library; fork before the first ck_open, "
                    "or let the child exec");
}

/* ---- handles ---- */

static ckp_slot slots[COUPLINGS];
static pthread_mutex_t slots_lock = PTHREAD_MUTEX_INITIALIZER;

/*
 * A handle is not an address: it names a slot and the generation of what is in it, so that a closed, copied or invented handle is
 * recognised without touching foreign memory.
 */
static const uint64_t TAG = UINT64_C(0xC41C) << 48;
static const uint64_t CALLS = UINT64_C(0xFFFFFFFF); /* in the word `life` */

static ck_coupling *handle_of(int slot, uint64_t generation) {
    return (ck_coupling *)(uintptr_t)(TAG | (generation & CALLS) << 16 | (uint64_t)slot);
}

static int closed(void) { return ckp_fail(CK_ESTATE, "the coupling is closed; open another with ck_open"); }

int ckp_enter(const ck_coupling *handle, ckp_slot **entered) {
    uint64_t value = (uintptr_t)handle, index = value & 0xFFFF, generation = value >> 16 & CALLS;
    if (!handle) return ckp_fail(CK_EARG, "coupling is null; open one with ck_open");
    if (value >> 48 != TAG >> 48 || index >= COUPLINGS) {
        return ckp_fail(CK_EARG, "%p is not a coupling; give what ck_open returned", (const void *)handle);
    }
    if (ckp_forked()) return noted(handle, in_forked_child());
    if (inside) return noted(handle, called_back());
    ckp_slot *slot = &slots[index];
    uint_least64_t life = atomic_load(&slot->life);
    do {
        if (life >> 32 != generation || generation % 2 == 0) return closed();
    } while (!atomic_compare_exchange_weak(&slot->life, &life, life + 1));
    *entered = slot;
    begin_call();
    return CK_OK;
}

int ckp_leave(ckp_slot *slot, int code) {
    if (code < 0) ckp_message_note(handle_of((int)(slot - slots), atomic_load(&slot->life) >> 32));
    atomic_fetch_sub(&slot->life, 1);
    end_call();
    return code;
}

/* Whether a handle names a coupling that is open at this moment. */
static bool is_open(const ck_coupling *handle) {
    uint64_t value = (uintptr_t)handle, index = value & 0xFFFF, generation = value >> 16 & CALLS;
    return value >> 48 == TAG >> 48 && index < COUPLINGS && generation % 2 == 1 && atomic_load(&slots[index].life) >> 32 == generation;
}

const char *ck_last_error(const ck_coupling *coupling) {
    return is_open(coupling) ? ckp_message_shown_of(coupling) : ckp_message_shown();
}

int ck_report(ck_coupling *coupling, int code, const char *text) {
    ckp_slot *slot;
    int entered = coupling ? ckp_enter(coupling, &slot) : CK_EARG;
    ckp_fail(code, "%s", text ? text : "no message");
    return entered == CK_OK ? ckp_leave(slot, code) : code;
}

/* ---- structures that carry their size ---- */

int ckp_sized(const void *structure, const char *type, size_t least) {
    size_t size;
    if (!structure) return ckp_fail(CK_EARG, "%s is null; give the address of one", type);
    memcpy(&size, structure, sizeof size);
    if (size >= least) return CK_OK;
    return ckp_fail(CK_EARG, "struct_size of %s is %zu; must be sizeof(%s), %zu or more", type, size, type, least);
}

void ckp_fill(void *target, const void *source, size_t known) {
    size_t room;
    memcpy(&room, target, sizeof room);
    if (room < known) known = room;
    memcpy((char *)target + sizeof room, (const char *)source + sizeof room, known - sizeof room);
}

/* ---- open ---- */

static int positive_unit(const char *name, double *unit) {
    if (*unit == 0) *unit = 1;
    if (isfinite(*unit) && *unit > 0) return CK_OK;
    return ckp_fail(CK_EARG, "unit of %s is %g; must be finite and > 0, or 0 for the default", name, *unit);
}

static int completed_args(const ck_open_args *given, ck_open_args *args) {
    int code = ckp_sized(given, "ck_open_args", offsetof(ck_open_args, jvm));
    if (code != CK_OK) return code;
    if (given->struct_size > NEWEST) {
        return ckp_fail(CK_EARG, "struct_size of ck_open_args is %zu; must be sizeof(ck_open_args), %zu", given->struct_size, sizeof *args);
    }
    memset(args, 0, sizeof *args);
    size_t known = given->struct_size < sizeof *args ? given->struct_size : sizeof *args;
    memcpy(args, given, known);
    for (size_t i = sizeof *args; i < given->struct_size; i++) {
        if (((const char *)given)[i] != 0) {
            return ckp_fail(CK_EARG, "ck_open_args (struct_size %zu) is of a newer version and uses what this library, %s, does not know",
                            given->struct_size, ck_version());
        }
    }
    args->struct_size = sizeof *args;
    if (args->ranks == 0) args->ranks = 1;
    if (args->threads == 0) args->threads = 1;
    code = positive_unit("mass_g", &args->mass_g);
    if (code == CK_OK) code = positive_unit("length_cm", &args->length_cm);
    if (code == CK_OK) code = positive_unit("time_s", &args->time_s);
    if (code == CK_OK) code = positive_unit("temperature_mev", &args->temperature_mev);
    if (code == CK_OK) code = positive_unit("potential_mev", &args->potential_mev);
    if (code == CK_OK) code = positive_unit("count", &args->count);
    if (code == CK_OK && args->field_gauss != 0) code = positive_unit("field_gauss", &args->field_gauss);
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

/*
 * A process may have closed its standard descriptors, as batch systems and daemons do. The next file that is opened then gets one of their
 * numbers, and what the host, or a library of its, prints goes into that file: into a recording, a lock, a jar's copy. So, before anything is
 * opened, these numbers are taken by /dev/null. They stay taken, for the Java VM opens files whenever it likes; a program that the process
 * executes finds them closed, as they were.
 */
static void hold_standard_descriptors(void) {
    for (int standard = 0; standard <= 2; standard++) {
        if (fcntl(standard, F_GETFD) >= 0) continue;
        int held = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (held < 0) held = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); /* a root without devices */
        if (held > 2) close(held); /* another thread was faster */
    }
}

static int free_slot(ckp_slot **slot) {
    for (int i = 0; i < COUPLINGS; i++) {
        uint_least64_t life = atomic_load(&slots[i].life);
        if ((life >> 32) % 2 == 0 && (life & CALLS) == 0) {
            *slot = &slots[i];
            return CK_OK;
        }
    }
    return ckp_fail(CK_ESTATE, "%d couplings are open; close one first", COUPLINGS);
}

static void release(ckp_slot *slot) {
    ckp_pool_close(slot->pool);
    free(slot->sum);
    slot->pool = NULL;
    slot->sum = NULL;
    slot->recorder = NULL;
}

static int open_in(ckp_slot *slot, const ck_open_args *args) {
    int code = ckp_the_backend->open(args, &slot->self);
    if (code != CK_OK) return code;
    code = ckp_the_backend->state_size(slot->self, &slot->sum_size);
    if (code == CK_OK) code = ckp_pool_open(args->threads, &slot->pool);
    if (code == CK_OK) code = ckp_recorder_open(args, &slot->recorder);
    if (code == CK_OK && !(slot->sum = malloc(slot->sum_size))) code = ckp_fail(CK_EINTERNAL, "out of memory");
    if (code != CK_OK) {
        char *reason = ckp_message_copy();
        ckp_recorder_close(slot->recorder);
        release(slot);
        ckp_the_backend->close(slot->self);
        ckp_message_restore(reason);
        return code;
    }
    slot->time_s = args->time_s;
    slot->begun = slot->begin_failed = slot->summed = slot->has_step = false;
    slot->groups = 0;
    atomic_store(&slot->gate, CKP_NEVER_BEGUN);
    atomic_store(&slot->spoiled, false);
    slot->begin_failure = NULL;
    ckp_failures_open(&slot->failures);
    atomic_store(&slot->nanoseconds, 0);
    atomic_store(&slot->calls, 0);
    pthread_mutex_init(&slot->stepping, NULL);
    pthread_mutex_init(&slot->lock, NULL);
    return CK_OK;
}

int ck_open(const ck_open_args *given, ck_coupling **coupling) {
    if (!coupling) return ckp_fail(CK_EARG, "where to put the coupling is null; give the address of a ck_coupling *");
    *coupling = NULL;
    if (ckp_forked()) return in_forked_child();
    if (inside) return called_back();
    ck_open_args args;
    ckp_slot *slot = NULL;
    int code = completed_args(given, &args);
    if (code != CK_OK) return code;
    ckp_fork_watch();
    begin_call();
    pthread_mutex_lock(&slots_lock); /* one open at a time: the first starts the Java VM */
    hold_standard_descriptors();
    code = free_slot(&slot);
    if (code == CK_OK) code = open_in(slot, &args);
    if (code == CK_OK) {
        uint64_t generation = ((atomic_load(&slot->life) >> 32) + 1) & CALLS;
        *coupling = handle_of((int)(slot - slots), generation);
        atomic_store(&slot->life, generation << 32);
    }
    pthread_mutex_unlock(&slots_lock);
    end_call();
    return code;
}

/* ---- close ---- */

int ck_close(ck_coupling *coupling) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    uint64_t generation = (uintptr_t)coupling >> 16 & CALLS, next = (generation + 1) & CALLS;
    uint_least64_t alone = generation << 32 | 1;
    if (!atomic_compare_exchange_strong(&slot->life, &alone, next << 32 | 1)) { /* nobody enters after it, nobody but us is inside */
        return ckp_leave(slot, ckp_fail(CK_ESTATE, "%llu call(s) of other threads run with this coupling; close it when they have returned",
                                        (unsigned long long)(alone & CALLS) - 1));
    }
    code = ckp_recorder_close(slot->recorder);
    int closing = ckp_the_backend->close(slot->self);
    if (code == CK_OK) code = closing;
    release(slot);
    free(slot->begin_failure);
    ckp_failures_close(&slot->failures);
    ckp_message_forget(coupling);
    pthread_mutex_destroy(&slot->stepping);
    pthread_mutex_destroy(&slot->lock);
    atomic_store(&slot->life, next << 32);
    end_call();
    return code;
}
