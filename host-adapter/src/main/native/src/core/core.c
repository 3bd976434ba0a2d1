/* Steps and blocks: the order of calls, and the way of a block through gather, backend and scatter. */
#include "backend.h"
#include "errors.h"
#include "handles.h"
#include "pool.h"
#include "record.h"
#include "views.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CHUNK = 8 * CKP_PIECE, CHUNKS = 64 };

/* ---- steps ---- */

static int no_step(const char *call, int shut) {
    const char *why = shut == CKP_NEVER_BEGUN   ? "none was begun yet"
                      : shut == CKP_CHANGING    ? "another thread begins, commits or rolls back at this moment"
                      : shut == CKP_COMMITTED   ? "the last one is committed"
                      : shut == CKP_RETRY       ? "the last one asked for a retry with a smaller dt"
                      : shut == CKP_ROLLED_BACK ? "the last one is rolled back"
                      : shut == CKP_DECIDING    ? "it waits for the decision of all ranks (ck_decide)"
                                                : "the last ck_begin failed";
    return ckp_fail(CK_ESTATE, "%s without a step in flight: %s; call ck_begin first", call, why);
}

/* Shuts the gate for a call that ends the pending step. */
static int shut(ckp_slot *slot, const char *call) {
    int inside = ckp_gate_shut(&slot->gate);
    if (inside == 0) return CK_OK;
    if (inside < 0) return no_step(call, inside);
    return ckp_fail(CK_ESTATE, "%s while %d call(s) of ck_evaluate run in step %lld on other threads; wait until they have returned", call,
                    inside, (long long)slot->step);
}

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

/* A begin that means the pending step: another thread's, or another block's. */
static bool joins(const ckp_slot *slot, int64_t step, double t, double dt) {
    return atomic_load(&slot->gate) >= 0 && slot->step == step && same_bits(slot->t, t)
           && (same_bits(slot->dt, dt) || same_bits(slot->dt_set, dt));
}

/* Tells a recording how a step has ended, so that none looks cut that is not. The step has ended, whatever becomes of the line. */
static void record_end(ckp_slot *slot, const char *how, int64_t step) {
    ck_audit_t audit = {.struct_size = sizeof audit};
    if (!slot->recorder) return;
    if (ckp_the_backend->audit(slot->self, &audit) == CK_OK) ckp_recorder_end(slot->recorder, how, step, &audit);
    ckp_recorder_flush(slot->recorder);
}

static void record_commit(ckp_slot *slot, int code) {
    if (code == CK_OK || code == CK_RETRY) record_end(slot, code == CK_OK ? "commit" : "retry", slot->step);
}

/* ---- begin ---- */

/* Keeps the words of a ck_begin that failed, whatever it left behind: the ballot says them. */
static void note_begin(ckp_slot *slot, int code) {
    free(slot->begin_failure);
    slot->begin_failure = code == CK_OK ? NULL : ckp_message_copy();
    slot->begin_failed = code != CK_OK;
}

static int begin(ckp_slot *slot, int64_t step, double t, double dt) {
    if (joins(slot, step, t, dt)) return CK_OK;
    int before = atomic_load(&slot->gate);
    int code = before >= 0 ? shut(slot, "ck_begin of another step") : CK_OK;
    if (code != CK_OK) return code;
    code = ckp_the_backend->begin(slot->self, step, t, dt);
    if (code == CK_ESTATE) { /* a number that does not rise: the pending step is as it was */
        atomic_store(&slot->gate, before >= 0 ? 0 : before);
        return code;
    }
    if (before >= 0) record_end(slot, "rollback", slot->step); /* it is replaced */
    slot->step = step;
    slot->t = t;
    slot->dt = slot->dt_set = dt;
    slot->begun |= code == CK_OK;
    ckp_failures_forget(&slot->failures);
    atomic_store(&slot->spoiled, false);
    atomic_store(&slot->gate, code == CK_OK ? 0 : CKP_BEGIN_FAILED);
    return code;
}

int ck_begin(ck_coupling *coupling, int64_t step, double t, double dt) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    pthread_mutex_lock(&slot->stepping);
    if (!isfinite(t)) {
        code = ckp_fail(CK_EARG, "time of step %lld is %g; must be finite", (long long)step, t);
    } else if (!isfinite(dt)) {
        code = ckp_fail(CK_EARG, "dt of step %lld is %g; must be finite, and <= 0 where it is not known yet", (long long)step, dt);
    } else {
        code = begin(slot, step, t, dt > 0 ? dt : 0);
    }
    note_begin(slot, code);
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

static int checked_edges(int groups, const double *edges) {
    if (groups < 1 || groups > CKP_GROUPS) {
        return ckp_fail(CK_EARG, "number of energy groups is %d; must be in [1, %d]", groups, CKP_GROUPS);
    }
    if (!edges) return ckp_fail(CK_EARG, "edges of the energy groups are null; give %d energies in MeV", groups + 1);
    if (!(edges[0] >= 0)) return ckp_fail(CK_EARG, "edge 0 of the energy groups is %g MeV; must be >= 0", edges[0]);
    for (int i = 1; i <= groups; i++) {
        if (!(edges[i] > edges[i - 1])) {
            return ckp_fail(CK_EARG, "edge %d of the energy groups is %g MeV; must be above edge %d, %g MeV", i, edges[i], i - 1, edges[i - 1]);
        }
    }
    return CK_OK;
}

int ck_groups(ck_coupling *coupling, int groups, const double *edges_mev) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_edges(groups, edges_mev);
    if (code != CK_OK) return ckp_leave(slot, code);
    pthread_mutex_lock(&slot->stepping);
    if (slot->begun) {
        code = ckp_fail(CK_ESTATE, "ck_groups after a ck_begin; call it after ck_open, before the first ck_begin");
    } else if (slot->groups > 0) {
        code = ckp_fail(CK_ESTATE, "ck_groups was called already, for %d groups; they are set once per coupling", slot->groups);
    } else {
        code = ckp_the_backend->groups ? ckp_the_backend->groups(slot->self, groups, edges_mev) : CK_OK;
        if (code == CK_OK) slot->groups = groups;
    }
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

static int checked_emission(const double rate[5], double weight) {
    static const char *const what[] = {"momentum of neutrinos along x", "momentum of neutrinos along y", "momentum of neutrinos along z",
                                       "net leptons", "energy"};
    static const char *const unit[] = {"dyn", "dyn", "dyn", "1/s", "erg/s"};
    for (int i = 0; i < 5; i++) {
        if (fabs(rate[i]) < 0x1p512) continue;
        return ckp_fail(CK_EARG, "emitted %s is %g %s; must be finite and below %g in size", what[i], rate[i], unit[i], 0x1p512);
    }
    if (fabs(weight) <= 1000) return CK_OK;
    return ckp_fail(CK_EARG, "weight of ck_emitted is %g; must be in [-1000, 1000]", weight);
}

int ck_emitted(ck_coupling *coupling, const double momentum_of_neutrinos[3], double number, double energy, double weight) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!momentum_of_neutrinos) return ckp_leave(slot, ckp_fail(CK_EARG, "momentum of neutrinos is null; give three numbers in dyn"));
    const double rate[5] = {momentum_of_neutrinos[0], momentum_of_neutrinos[1], momentum_of_neutrinos[2], number, energy};
    code = checked_emission(rate, weight);
    if (code != CK_OK) return ckp_leave(slot, code);
    pthread_mutex_lock(&slot->stepping);
    int gate = atomic_load(&slot->gate);
    code = gate < 0 ? no_step("ck_emitted", gate) : ckp_the_backend->emitted(slot->self, rate, weight);
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

int ck_set_dt(ck_coupling *coupling, double dt) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!isfinite(dt) || dt <= 0) return ckp_leave(slot, ckp_fail(CK_EARG, "dt is %g; must be finite and > 0", dt));
    pthread_mutex_lock(&slot->stepping);
    int gate = atomic_load(&slot->gate);
    code = gate < 0 ? no_step("ck_set_dt", gate) : ckp_the_backend->set_dt(slot->self, dt);
    if (code == CK_OK) slot->dt_set = dt;
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

static const ckp_decision NOTHING_DECIDED = {.step = {.struct_size = sizeof(ck_step_t), .invalid_block = -1, .invalid_zone = -1,
                                                      .implausible_block = -1, .implausible_zone = -1}};

static int commit(ckp_slot *slot, ckp_decision *decision) {
    int code = shut(slot, "ck_commit");
    if (code != CK_OK) return code;
    if (atomic_load(&slot->spoiled)) {
        code = ckp_fail(CK_ESTATE, "ck_commit of step %lld of which a ck_evaluate failed half-way; ck_rollback first", (long long)slot->step);
    } else {
        code = ckp_the_backend->commit(slot->self, decision);
    }
    decision->step.committed = code == CK_OK;
    if (code >= 0) note_begin(slot, CK_OK); /* as after a rollback */
    atomic_store(&slot->gate, code == CK_OK ? CKP_COMMITTED : code == CK_RETRY ? CKP_RETRY : 0);
    record_commit(slot, code);
    return code;
}

static void keep_decision(ckp_slot *slot, int code, const ckp_decision *decision) {
    pthread_mutex_lock(&slot->lock);
    slot->last = *decision;
    slot->has_step = true;
    if (code == CK_OK) slot->summed = false;
    pthread_mutex_unlock(&slot->lock);
}

int ck_commit(ck_coupling *coupling) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    ckp_decision decision = NOTHING_DECIDED;
    pthread_mutex_lock(&slot->stepping);
    code = commit(slot, &decision);
    if (code >= 0) keep_decision(slot, code, &decision);
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

/* ---- the decision of all ranks ---- */

static int ballot(ckp_slot *slot, ck_ballot_t *ballot) {
    if (slot->begin_failed) {
        const char *why = slot->begin_failure ? slot->begin_failure : "out of memory";
        if (atomic_load(&slot->gate) < 0) return ckp_fail(CK_ESTATE, "no step is begun, since ck_begin failed: %s", why);
        return ckp_fail(CK_ESTATE, "step %lld is pending still, since the ck_begin after it failed: %s", (long long)slot->step, why);
    }
    int code = shut(slot, "the commit of all ranks");
    if (code != CK_OK) return code;
    code = ckp_failures_check(&slot->failures, slot->step, atomic_load(&slot->spoiled)); /* not before: now no evaluation runs that could fail */
    if (code == CK_OK) code = ckp_the_backend->ballot(slot->self, ballot);
    atomic_store(&slot->gate, code == CK_OK ? CKP_DECIDING : 0);
    return code;
}

int ck_ballot(ck_coupling *coupling, ck_ballot_t *filled) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = ckp_sized(filled, "ck_ballot_t", offsetof(ck_ballot_t, recoil_form));
    if (code != CK_OK) return ckp_leave(slot, code);
    ck_ballot_t found = {.struct_size = sizeof found};
    pthread_mutex_lock(&slot->stepping);
    code = ballot(slot, &found);
    pthread_mutex_unlock(&slot->stepping);
    if (code == CK_OK) ckp_fill(filled, &found, sizeof found);
    return ckp_leave(slot, code);
}

static int no_ballot(const char *call) {
    return ckp_fail(CK_ESTATE, "%s without a ck_ballot before it; call ck_ballot in a step, compare those of all ranks, then decide", call);
}

int ck_surface_of_all(ck_coupling *coupling, const double area[3], double area_size, int emits) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!area) return ckp_leave(slot, ckp_fail(CK_EARG, "area of all ranks is null; give three numbers, the sums of those of the ballots"));
    if (!isfinite(area[0] + area[1] + area[2]) || !isfinite(area_size) || area_size < 0) {
        code = ckp_fail(CK_EARG, "surface of all ranks is (%g, %g, %g) of size %g; must be finite, and the size >= 0: the sums of those of the ballots",
                        area[0], area[1], area[2], area_size);
    } else if (emits != 0 && emits != 1) {
        code = ckp_fail(CK_EARG, "emits is %d; must be 1 if some rank's ballot says 1, else 0", emits);
    }
    if (code != CK_OK) return ckp_leave(slot, code);
    pthread_mutex_lock(&slot->stepping);
    code = atomic_load(&slot->gate) == CKP_DECIDING ? ckp_the_backend->surface_of_all(slot->self, area, area_size, emits == 1)
                                                    : no_ballot("ck_surface_of_all");
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

static int decide(ckp_slot *slot, int ranks_say, double dt_max_s, ckp_decision *decision) {
    if (atomic_load(&slot->gate) != CKP_DECIDING) return no_ballot("ck_decide");
    if (ranks_say == CK_REFUSED) {
        atomic_store(&slot->gate, 0);
        return CK_OK;
    }
    int code = ckp_the_backend->commit_agreed(slot->self, dt_max_s, ranks_say == CK_AGREED_NEXT, decision);
    decision->step.committed = code == CK_OK;
    if (code >= 0) note_begin(slot, CK_OK); /* as after a rollback */
    atomic_store(&slot->gate, code == CK_OK ? CKP_COMMITTED : code == CK_RETRY ? CKP_RETRY : 0);
    record_commit(slot, code);
    if (code >= 0) keep_decision(slot, code, decision);
    return code;
}

int ck_decide(ck_coupling *coupling, int decision, double dt_max_s, ck_step_t *filled) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (decision != CK_REFUSED && decision != CK_AGREED && decision != CK_AGREED_NEXT) {
        code = ckp_fail(CK_EARG, "decision is %d; must be CK_REFUSED (%d), CK_AGREED (%d) or CK_AGREED_NEXT (%d)", decision, CK_REFUSED,
                        CK_AGREED, CK_AGREED_NEXT);
    } else if (decision != CK_REFUSED && !(dt_max_s >= 0)) {
        code = ckp_fail(CK_EARG, "largest stable dt of all ranks is %g s; must be >= 0, the least of their ballots", dt_max_s);
    } else if (filled) {
        code = ckp_sized(filled, "ck_step_t", offsetof(ck_step_t, evaluated));
    }
    if (code != CK_OK) return ckp_leave(slot, code);
    ckp_decision made = NOTHING_DECIDED;
    pthread_mutex_lock(&slot->stepping);
    code = decide(slot, decision, dt_max_s, &made);
    pthread_mutex_unlock(&slot->stepping);
    if (code >= 0 && filled && decision != CK_REFUSED) ckp_fill(filled, &made.step, sizeof made.step);
    return ckp_leave(slot, code);
}

/* ---- roll back ---- */

int ck_rollback(ck_coupling *coupling) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    pthread_mutex_lock(&slot->stepping);
    code = shut(slot, "ck_rollback");
    if (code == CK_OK) {
        code = ckp_the_backend->rollback(slot->self);
        if (code == CK_OK) note_begin(slot, CK_OK); /* whatever was begun is over */
        atomic_store(&slot->gate, code == CK_OK ? CKP_ROLLED_BACK : 0);
        if (code == CK_OK) record_end(slot, "rollback", slot->step);
    }
    pthread_mutex_unlock(&slot->stepping);
    return ckp_leave(slot, code);
}

int ck_step(const ck_coupling *coupling, ck_step_t *step) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = ckp_sized(step, "ck_step_t", offsetof(ck_step_t, evaluated));
    if (code != CK_OK) return ckp_leave(slot, code);
    pthread_mutex_lock(&slot->lock);
    bool there = slot->has_step;
    if (there) ckp_fill(step, &slot->last.step, sizeof slot->last.step);
    pthread_mutex_unlock(&slot->lock);
    return ckp_leave(slot, there ? CK_OK : ckp_fail(CK_ESTATE, "no step was committed yet; ck_step tells what ck_commit decided"));
}

int ck_causes(const ck_coupling *coupling, int flag, int room, int *field, int64_t *count) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (flag != CK_FLAG_INPUT && flag != CK_FLAG_IMPLAUSIBLE) {
        code = ckp_fail(CK_EARG, "flag is %d; must be CK_FLAG_INPUT (%d) or CK_FLAG_IMPLAUSIBLE (%d)", flag, CK_FLAG_INPUT, CK_FLAG_IMPLAUSIBLE);
    } else if (room < 0 || (room > 0 && (!field || !count))) {
        code = ckp_fail(CK_EARG, room < 0 ? "room is %d; must be >= 0" : "room is %d but field or count is null; give arrays of that many", room);
    }
    if (code != CK_OK) return ckp_leave(slot, code);
    pthread_mutex_lock(&slot->lock);
    bool there = slot->has_step;
    const ckp_causes *causes = flag == CK_FLAG_INPUT ? &slot->last.invalid : &slot->last.implausible;
    int found = there ? causes->count : 0;
    for (int i = 0; i < found && i < room; i++) field[i] = causes->field[i], count[i] = causes->zones[i];
    pthread_mutex_unlock(&slot->lock);
    return ckp_leave(slot, there ? found : ckp_fail(CK_ESTATE, "no step was committed yet; ck_causes tells of the step of ck_step"));
}

/* ---- blocks ---- */

typedef struct {
    ckp_slot *slot;
    const ckp_layout *layout;
    ckp_recording *recording; /* NULL: this run is not recorded */
    ckp_turn turn;
    int64_t block, begin, number;
    double weight;
    atomic_bool counted; /* some piece is in the step's sums */
    struct {
        int code;
        double result[CKP_RESULTS];
        char *error; /* of a chunk that failed; to be freed */
    } chunk[CHUNKS];
} call_t;

static void nothing_found(double total[CKP_RESULTS]) {
    total[0] = INFINITY;
    for (int i = 1; i < CKP_RESULTS; i++) total[i] = 0;
}

static void join_results(double total[CKP_RESULTS], const double result[CKP_RESULTS]) {
    if (!(result[0] >= total[0])) total[0] = result[0];
    for (int i = 1; i < CKP_RESULTS; i++) total[i] += result[i];
}

static int gather(const call_t *call, const ckp_piece *piece, ckp_lane *lane) {
    const ckp_layout *layout = call->layout;
    int code = ckp_the_backend->borrow ? ckp_the_backend->borrow(lane, layout->input, layout->inputs) : CK_OK;
    if (code != CK_OK) return code;
    ckp_gather(layout, piece, lane);
    if (ckp_the_backend->give_back) ckp_the_backend->give_back(lane, layout->input, layout->inputs);
    return CK_OK;
}

static int scatter(const call_t *call, const ckp_piece *piece, ckp_lane *lane) {
    const ckp_layout *layout = call->layout;
    int code = ckp_the_backend->borrow ? ckp_the_backend->borrow(lane, layout->output, layout->outputs) : CK_OK;
    if (code != CK_OK) return code;
    if (call->recording) ckp_recording_take(call->recording, piece, lane);
    code = ckp_scatter(layout, piece, lane);
    if (ckp_the_backend->give_back) ckp_the_backend->give_back(lane, layout->output, layout->outputs);
    return code;
}

static int evaluate_chunk(call_t *call, int64_t next, int64_t end, double total[CKP_RESULTS]) {
    ckp_lane *lane;
    ckp_piece piece;
    int code = ckp_the_backend->lane(call->slot->self, &lane);
    if (code != CK_OK) return code;
    nothing_found(total);
    while (ckp_next_piece(call->layout, &next, end, &piece)) {
        ckp_place(call->layout, &piece, call->number, lane);
        code = gather(call, &piece, lane);
        if (code == CK_OK) code = ckp_the_backend->evaluate(call->slot->self, lane, &call->turn, &piece, call->weight);
        if (code != CK_OK) return code;
        atomic_store_explicit(&call->counted, true, memory_order_relaxed);
        code = scatter(call, &piece, lane);
        if (code != CK_OK) return code;
        join_results(total, lane->result);
    }
    return CK_OK;
}

static void end_chunk(call_t *call, int i, int code) {
    call->chunk[i].code = code;
    call->chunk[i].error = code == CK_OK ? NULL : ckp_message_copy();
}

static void chunk_of_call(void *job, int i) {
    call_t *call = job;
    int64_t from = call->begin + (int64_t)i * CHUNK, end = from + CHUNK;
    if (end > call->layout->zones) end = call->layout->zones;
    end_chunk(call, i, evaluate_chunk(call, from, end, call->chunk[i].result));
}

/* A call of which the mask has left no zone: it is an evaluation of its block all the same, and has its weight. */
static int evaluate_no_zones(call_t *call, double total[CKP_RESULTS]) {
    ckp_lane *lane;
    ckp_piece none;
    int code = ckp_the_backend->lane(call->slot->self, &lane);
    if (code != CK_OK) return code;
    none.runs = none.zones = 0;
    none.run[0] = (ckp_run){.zone = 0};
    ckp_place(call->layout, &none, call->number, lane);
    lane->inputs_given = call->layout->inputs_given;
    lane->outputs_wanted = call->layout->outputs_wanted;
    lane->wants_flags = call->layout->flags.base != NULL;
    code = ckp_the_backend->evaluate(call->slot->self, lane, &call->turn, &none, call->weight);
    if (code == CK_OK) memcpy(total, lane->result, CKP_RESULTS * sizeof total[0]);
    return code;
}

static int join_chunks(call_t *call, int count, double total[CKP_RESULTS]) {
    int code = CK_OK;
    for (int i = 0; i < count; i++) {
        char *error = call->chunk[i].error;
        if (code == CK_OK && call->chunk[i].code == CK_OK) {
            join_results(total, call->chunk[i].result);
        } else if (code == CK_OK) {
            code = ckp_fail(call->chunk[i].code, "block %lld: %s", (long long)call->block, error ? error : "out of memory");
        }
        free(error);
    }
    return code;
}

/*
 * Chunks are the same whatever the number of threads and their results are joined in their order, so that the block's result has the
 * same bits.
 */
static int evaluate_block(call_t *call, double total[CKP_RESULTS]) {
    nothing_found(total);
    for (call->begin = 0; call->begin < call->layout->zones; call->begin += (int64_t)CHUNK * CHUNKS) {
        int64_t left = (call->layout->zones - call->begin + CHUNK - 1) / CHUNK;
        int count = left > CHUNKS ? CHUNKS : (int)left;
        ckp_pool_run(call->slot->pool, chunk_of_call, call, count);
        int code = join_chunks(call, count, total);
        if (code != CK_OK) return code;
    }
    if (call->layout->zones == 0) return CK_OK; /* no zones, no weight, and no time in Java */
    if (atomic_load_explicit(&call->counted, memory_order_relaxed)) return CK_OK;
    end_chunk(call, 0, evaluate_no_zones(call, call->chunk[0].result));
    return join_chunks(call, 1, total);
}

static _Atomic int64_t call_numbers = 1; /* of ck_evaluate in this process */

/* Evaluates a block inside the gate. A failure after some of it was counted spoils the step. */
static int evaluate_and_record(ckp_slot *slot, const ckp_layout *layout, int64_t block, double weight, double total[CKP_RESULTS]) {
    call_t call; /* chunk results are written before they are read */
    call.slot = slot;
    call.layout = layout;
    call.block = block;
    call.weight = weight;
    call.number = atomic_fetch_add_explicit(&call_numbers, 1, memory_order_relaxed);
    call.recording = NULL;
    call.turn.block = block;
    call.turn.replay = NULL;
    call.turn.taken = false;
    atomic_init(&call.turn.weighed, false);
    atomic_init(&call.counted, false);
    int code = slot->recorder ? ckp_recording_start(layout, &call.recording) : CK_OK;
    if (code == CK_OK && ckp_the_backend->turn) ckp_the_backend->turn(slot->self, block, &call.turn);
    if (code == CK_OK) code = evaluate_block(&call, total);
    if (code == CK_OK && call.recording) code = ckp_recording_write(call.recording, slot->recorder, slot->step, block, total);
    ckp_recording_free(call.recording);
    if (code != CK_OK && atomic_load(&call.counted)) atomic_store(&slot->spoiled, true);
    return code;
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int ck_evaluate(ck_coupling *coupling, int64_t block, double weight, int fields, const int *field, const ck_view *view,
                ck_block_result *result) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    int64_t start = now();
    if (!(fabs(weight) <= 1000)) {
        code = ckp_fail(CK_EARG, "weight of block %lld is %g; must be in [-1000, 1000]", (long long)block, weight);
    } else if (result) {
        code = ckp_sized(result, "ck_block_result", sizeof *result);
    }
    if (code != CK_OK) {
        ckp_failures_note(&slot->failures, block, weight, code);
        return ckp_leave(slot, code);
    }
    if (!ckp_gate_enter(&slot->gate)) return ckp_leave(slot, no_step("ck_evaluate", atomic_load(&slot->gate)));
    ckp_layout layout;
    double total[CKP_RESULTS];
    code = ckp_layout_of(fields, field, view, slot->groups, &layout);
    if (code == CK_OK) code = evaluate_and_record(slot, &layout, block, weight, total);
    ckp_layout_free(&layout);
    ckp_failures_note(&slot->failures, block, weight, code);
    ckp_gate_leave(&slot->gate);
    if (code == CK_OK && result) {
        ck_block_result found = {
            .dt_max = total[0] / slot->time_s,
            .momentum_rate = {total[1], total[2], total[3]},
            .number_rate = total[4],
            .energy_rate = total[5],
            .flagged = (int64_t)total[6],
        };
        ckp_fill(result, &found, sizeof found);
    }
    atomic_fetch_add_explicit(&slot->calls, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&slot->nanoseconds, now() - start, memory_order_relaxed);
    return ckp_leave(slot, code);
}

int ck_timing(const ck_coupling *coupling, double *seconds, int64_t *calls) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (seconds) *seconds = 1e-9 * (double)atomic_load(&slot->nanoseconds);
    if (calls) *calls = atomic_load(&slot->calls);
    return ckp_leave(slot, CK_OK);
}
