/*
 * The backend without a Java VM: the same checks and order of calls, zero fluxes or a replay, clean under valgrind.
 *
 * The configuration {"replay": "path"} names a replay file (see chiralkick.h); the rest of it is checked as the real library does, and the recoil's
 * form, the rules for weights and the one for step numbers are followed. Recoil is summed in doubles here, not exactly as in the real library.
 */
#include "audit.h"
#include "configuration.h"
#include "doubt.h"
#include "identity.h"
#include "replay.h"
#include "sources.h"
#include "told.h"

#include "core/backend.h"
#include "core/errors.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    pthread_mutex_t lock;
    bool can_retry, pending, carries, alone; /* carries: rank 0; alone: there is no other */
    int64_t step;
    double t, dt, dt_max, time_s;
    double rate[5], total[5]; /* momentum 3, number, energy */
    int64_t steps, last, flagged, evaluated; /* last: number of the step committed last */
    ckp_scales scales;
    ckp_doubtful invalid, implausible;
    int groups;
    ckp_replay *replay;
    ckp_told told;
    ckp_audit audit;
    ckp_counted counted; /* what the step's recoil is counted from */
    struct {
        bool is_known, emits, as_voted; /* as_voted: nothing was evaluated since the ballot */
        double area[3], area_size;
    } all; /* what the zones of all ranks make up, between the ballot and the commit of the step */
    ck_audit_t noticed; /* counts of all steps; the rest is in audit */
    ckp_declared *declared; /* what the sources declare; NULL: not known */
    bool goes_on; /* without a source: "hold" or "wait" in the configuration */
    ckp_identity identity;
} stub;

typedef struct {
    char magic[8];
    uint32_t order, version;
    int64_t steps, last;
    ckp_made_with made;
    double total[5];
    uint64_t checksum;
} stub_state;

/* ---- lanes ---- */

static pthread_key_t lane_key;
static pthread_once_t lane_once = PTHREAD_ONCE_INIT;
static bool lane_key_made;

static void free_lane(void *lane) {
    ckp_lane *of = lane;
    if (of && of->column) free(of->column[0]); /* all columns are one piece of memory */
    if (of) free(of->column);
    free(of);
}

static void make_lane_key(void) { lane_key_made = pthread_key_create(&lane_key, free_lane) == 0; }

__attribute__((destructor)) static void free_last_lane(void) {
    if (!lane_key_made) return;
    free_lane(pthread_getspecific(lane_key));
    pthread_setspecific(lane_key, NULL);
}

/* Gives the lane columns for so many groups; what it held is gone. */
static bool has_columns(ckp_lane *lane, int groups) {
    if (lane->column && lane->groups >= groups) return true;
    size_t count = (size_t)ckp_columns(groups);
    double *memory = calloc(count, CKP_PIECE * sizeof *memory);
    double **column = calloc(count, sizeof *column);
    if (!memory || !column) {
        free(memory);
        free(column);
        return false;
    }
    if (lane->column) free(lane->column[0]);
    free(lane->column);
    for (size_t i = 0; i < count; i++) column[i] = memory + i * CKP_PIECE;
    lane->column = column;
    lane->groups = groups;
    return true;
}

static int stub_lane(void *self, ckp_lane **lane) {
    stub *s = self;
    pthread_once(&lane_once, make_lane_key);
    if (!lane_key_made) return ckp_fail(CK_EINTERNAL, "no thread-specific storage is left");
    *lane = pthread_getspecific(lane_key);
    if (!*lane) {
        *lane = calloc(1, sizeof **lane);
        if (!*lane || pthread_setspecific(lane_key, *lane) != 0) {
            free(*lane);
            return ckp_fail(CK_EINTERNAL, "out of memory");
        }
    }
    return has_columns(*lane, s->groups) ? CK_OK : ckp_fail(CK_EINTERNAL, "out of memory for %d energy groups", s->groups);
}

static int stub_groups(void *self, int groups, const double *edges) {
    stub *s = self;
    (void)edges; /* there is no physics */
    s->groups = groups;
    return CK_OK;
}

/* ---- replay ---- */

static int configure(stub *s, const char *config, const char *home) {
    ckp_configuration configuration;
    char *text = NULL;
    if (config) text = config[strspn(config, " \t\r\n")] == '{' ? strdup(config) : ckp_read_text(config);
    if (config && !text) return ckp_fail(CK_EARG, "cannot read configuration %.400s", config);
    ckp_identity_configure(&s->identity, text);
    int code = ckp_declared_read(home, &s->declared);
    if (code == CK_OK) code = ckp_configuration_read(text, s->declared, &configuration);
    free(text);
    if (code != CK_OK) return code;
    ckp_told_configure(&s->told, configuration.form, configuration.has_radius);
    s->goes_on = configuration.goes_on;
    s->audit.any_weights = configuration.any_weights;
    s->audit.any_numbers = configuration.any_numbers;
    code = configuration.replay ? ckp_replay_read(configuration.replay, &s->replay) : CK_OK;
    free(configuration.replay);
    return code;
}

static const char *label_of(ckp_counted counted) { return counted == CKP_SURFACE ? "surface" : "volume"; }

/* All blocks of a step count recoil in one form. */
static int agree(stub *s, ckp_counted mine) {
    if (mine == CKP_NOTHING) return CK_OK;
    if (s->counted != CKP_NOTHING && s->counted != mine) {
        return ckp_fail(CK_EFIELD, "this block counts recoil in %s form, another block of step %lld in %s form; bind the same fields in all blocks (a "
                        "surface element of zero where nothing emits), or set recoil.form", label_of(mine), (long long)s->step, label_of(s->counted));
    }
    s->counted = mine;
    return CK_OK;
}

/* ---- protocol ---- */

static int stub_close(void *self) {
    stub *s = self;
    if (!s) return CK_OK;
    ckp_replay_free(s->replay);
    ckp_audit_free(&s->audit);
    ckp_declared_free(s->declared);
    pthread_mutex_destroy(&s->lock);
    free(s);
    return CK_OK;
}

static int stub_open(const ck_open_args *args, void **self) {
    stub *s = calloc(1, sizeof *s);
    if (!s) return ckp_fail(CK_EINTERNAL, "out of memory");
    pthread_mutex_init(&s->lock, NULL);
    s->can_retry = args->can_retry != 0;
    s->time_s = args->time_s;
    s->scales = ckp_scales_of(args);
    s->carries = args->rank == 0;
    s->alone = args->ranks <= 1;
    int code = configure(s, args->config, args->home);
    if (code != CK_OK) {
        stub_close(s);
        return code;
    }
    if (args->log) args->log(CK_LOG_INFO, "chiralkick stub: no Java VM, no physics", args->log_context);
    *self = s;
    return CK_OK;
}

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

static int stub_begin(void *self, int64_t step, double t, double dt) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    bool joins = s->pending && s->step == step && same_bits(s->t, t) && same_bits(s->dt, dt);
    int code = joins ? CK_OK : ckp_audit_require_rising(&s->audit, step, s->steps, s->last);
    if (!joins && code == CK_OK) {
        s->noticed.rolled_back += s->pending;
        memset(s->rate, 0, sizeof s->rate);
        ckp_told_clear(&s->told);
        ckp_audit_clear(&s->audit);
        s->pending = true;
        s->step = step;
        s->t = t;
        s->dt = dt;
        s->dt_max = INFINITY;
        s->flagged = s->evaluated = 0;
        memset(&s->invalid, 0, sizeof s->invalid);
        memset(&s->implausible, 0, sizeof s->implausible);
        s->counted = CKP_NOTHING;
        s->all.is_known = false;
        ckp_identity_begin(&s->identity);
    }
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int none_pending(const char *what) { return ckp_fail(CK_ESTATE, "%s without a step in flight; call ck_begin first", what); }

static void stub_turn(void *self, int64_t block, ckp_turn *turn) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    turn->replay = ckp_replay_next(s->replay, s->step, block);
    pthread_mutex_unlock(&s->lock);
}

/* Outputs of one zone of the lane; returns its flags. */
static int64_t replay_zone(const ckp_replayed *replayed, ckp_lane *lane, int groups, int index, int64_t zone) {
    for (int f = 0; f < CKP_FLUX_FIELDS; f++) {
        if (!(lane->outputs_wanted >> f & 1)) continue;
        const ckp_field *field = ckp_field_at(CKP_ZONE_FIELDS + f);
        for (int g = 0; g < (field->per_group ? groups : 1); g++) {
            for (int c = 0; c < field->components; c++) {
                int column = ckp_column_of(field, c, g);
                lane->column[column][index] = ckp_replayed_flux(replayed, column, zone);
            }
        }
    }
    return lane->flags[index] = ckp_replayed_flags(replayed, zone);
}

static void add_surface(stub *s, const ckp_lane *lane, const ckp_piece *piece, double weight) {
    if (ckp_told_counts(&s->told, lane->inputs_given) != CKP_SURFACE) return;
    int column = ckp_column_of(ckp_field_of(CK_SURFACE_ELEMENT), 0, 0);
    for (int r = 0; r < piece->runs; r++) {
        const ckp_run *run = &piece->run[r];
        for (int i = run->first; i < run->first + run->length; i++) {
            ckp_audit_surface(&s->audit, (double[3]){lane->column[column][i], lane->column[column + 1][i], lane->column[column + 2][i]}, weight);
        }
    }
}

/* Finds what is wrong with the zones that the replay flags as invalid or implausible. */
static void name_doubtful(stub *s, const ckp_lane *lane, const ckp_piece *piece, int64_t block) {
    for (int r = 0; r < piece->runs; r++) {
        const ckp_run *run = &piece->run[r];
        for (int i = 0; i < run->length; i++) {
            int index = run->first + i;
            int64_t flags = lane->flags[index];
            if (flags & CK_FLAG_INPUT) ckp_doubtful_add(&s->invalid, &s->scales, CK_FLAG_INPUT, lane, index, block, run->zone + i);
            if (flags & CK_FLAG_IMPLAUSIBLE) ckp_doubtful_add(&s->implausible, &s->scales, CK_FLAG_IMPLAUSIBLE, lane, index, block, run->zone + i);
        }
    }
}

static int stub_evaluate(void *self, ckp_lane *lane, ckp_turn *turn, const ckp_piece *piece, double weight) {
    stub *s = self;
    const ckp_replayed *replayed = turn->replay;
    int64_t flagged = 0, doubtful = 0;
    ckp_counted counted = ckp_told_counts(&s->told, lane->inputs_given);
    int refused = ckp_told_require_no_surface(&s->told, lane->inputs_given);
    if (refused == CK_OK) refused = ckp_told_require_escaped(&s->told, lane->inputs_given, lane->outputs_wanted);
    if (refused != CK_OK) return refused;
    for (int r = 0; r < piece->runs; r++) {
        const ckp_run *run = &piece->run[r];
        for (int i = 0; i < run->length; i++) {
            int64_t flags = replay_zone(replayed, lane, s->groups, run->first + i, run->zone + i);
            flagged += flags != 0;
            doubtful += (flags & (CK_FLAG_INPUT | CK_FLAG_IMPLAUSIBLE)) != 0;
        }
    }
    pthread_mutex_lock(&s->lock);
    int code = s->pending ? agree(s, counted) : none_pending("ck_evaluate");
    if (code == CK_OK && ckp_turn_weighs(turn)) code = ckp_audit_add(&s->audit, turn->block, weight, counted != CKP_NOTHING);
    if (code == CK_OK) {
        s->all.is_known = s->all.as_voted = false; /* what was told is of another sum */
        ckp_replayed_result(turn->taken ? NULL : replayed, lane->result); /* the block's, once */
        turn->taken = true;
        if (s->told.is_the_recoil) memset(&lane->result[1], 0, 5 * sizeof lane->result[1]);
        if (!ckp_replayed_counts_flagged(replayed)) lane->result[6] = (double)flagged;
        for (int i = 0; i < 5; i++) s->rate[i] += weight * lane->result[i + 1];
        if (lane->result[0] < s->dt_max) s->dt_max = lane->result[0];
        add_surface(s, lane, piece, weight);
        if (weight != 0) { /* a predictor's zones are evaluated again by the stage that counts */
            s->flagged += (int64_t)lane->result[6];
            if (doubtful > 0) name_doubtful(s, lane, piece, turn->block);
            s->evaluated += piece->zones;
        }
    }
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int stub_emitted(void *self, const double rate[5], double weight) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    int code = s->pending ? ckp_told_add(&s->told, weight) : none_pending("ck_emitted");
    for (int i = 0; i < 5 && code == CK_OK; i++) s->rate[i] += weight * (i < 3 ? -rate[i] : rate[i]); /* the star gets the opposite */
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int stub_set_dt(void *self, double dt) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    int code = s->pending ? CK_OK : none_pending("ck_set_dt");
    if (code == CK_OK) s->dt = dt;
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int require_whole(const stub *s) {
    int code = s->pending ? CK_OK : none_pending("ck_commit");
    if (code == CK_OK && s->dt <= 0) {
        code = ckp_fail(CK_ESTATE, "dt of step %lld is not known; call ck_set_dt before ck_commit", (long long)s->step);
    }
    if (code == CK_OK) code = ckp_told_require_whole(&s->told, s->step);
    return code == CK_OK ? ckp_audit_require_whole(&s->audit, s->step) : code;
}

static bool is_silent(const stub *s) { return !s->told.is_the_recoil && !(s->evaluated > 0 && s->audit.emits); }

/* Notes closure of the surface and silence, of all ranks where they are told. */
static void judge(stub *s) {
    bool counts = strcmp(s->told.form, "none") != 0, judged = s->alone || s->all.is_known;
    if (s->all.is_known) {
        memcpy(s->audit.area, s->all.area, sizeof s->audit.area);
        s->audit.area_size = s->all.area_size;
    }
    if (!judged) s->audit.area_size = 0; /* a part, which is not closed */
    ckp_audit_commit(&s->audit);
    bool silent = s->all.is_known ? !s->all.emits : is_silent(s);
    s->noticed.silent += judged && counts && silent;
    s->noticed.unjudged += !judged && counts && !s->told.is_the_recoil;
}

/* What every decision has; the rest is 0 where it is a retry. */
static void tell(const stub *s, double dt_max, ckp_decision *decision) {
    ck_step_t *step = &decision->step;
    step->step = s->step;
    step->dt = s->dt;
    step->dt_max = dt_max / s->time_s;
    step->source_absent = 1;
}

/* What was evaluated in a step that is committed. */
static void tell_zones(const stub *s, ckp_decision *decision) {
    ck_step_t *step = &decision->step;
    step->flagged = s->flagged;
    step->evaluated = s->evaluated;
    step->invalid = s->invalid.total;
    if (step->invalid > 0) {
        step->invalid_block = s->invalid.block, step->invalid_zone = s->invalid.zone;
        step->invalid_field = s->invalid.field, step->invalid_value = s->invalid.value;
    }
    step->implausible = s->implausible.total;
    if (step->implausible > 0) {
        step->implausible_block = s->implausible.block, step->implausible_zone = s->implausible.zone;
        step->implausible_field = s->implausible.field, step->implausible_value = s->implausible.value;
    }
    ckp_doubtful_causes(&s->invalid, &decision->invalid);
    ckp_doubtful_causes(&s->implausible, &decision->implausible);
}

/* Ends a step that is whole. */
static int decide(stub *s, double dt_max, ckp_decision *decision) {
    tell(s, dt_max, decision);
    s->pending = false;
    if (s->can_retry && s->dt * s->time_s > dt_max) {
        s->noticed.retries++;
        return CK_RETRY;
    }
    tell_zones(s, decision);
    judge(s);
    s->noticed.steps++;
    s->noticed.held++; /* there is no source */
    s->noticed.flagged += s->flagged;
    s->noticed.invalid += s->invalid.total;
    s->noticed.implausible += s->implausible.total;
    for (int i = 0; i < 5; i++) s->total[i] += s->rate[i] * s->dt * s->time_s;
    s->steps++;
    s->last = s->step;
    ckp_identity_committed(&s->identity, s->audit.any_numbers ? 0 : s->step); /* ranks may have different ones */
    return CK_OK;
}

static int stub_commit(void *self, ckp_decision *decision) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    int code = require_whole(s);
    if (code == CK_OK) {
        ckp_identity_alone(&s->identity);
        s->all.is_known = false;
        code = decide(s, s->dt_max, decision);
    }
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int stub_ballot(void *self, ck_ballot_t *ballot) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    int code = require_whole(s);
    if (code == CK_OK) {
        bool numbered = !s->audit.any_numbers;
        *ballot = (ck_ballot_t){.struct_size = sizeof *ballot, .step = numbered ? s->step : -1, .steps = s->steps, .last_step = numbered ? s->last : -1,
                                .dt = s->dt * s->time_s, .dt_max = s->dt_max, .can_retry = s->can_retry,
                                .recoil_form = s->counted == CKP_SURFACE ? 1 : s->counted == CKP_VOLUME ? 2 : 0,
                                .area = {s->audit.area[0], s->audit.area[1], s->audit.area[2]}, .area_size = s->audit.area_size,
                                .emits = !is_silent(s)};
        s->all.is_known = false;
        s->all.as_voted = true;
        ckp_identity_ballot(&s->identity, ballot);
    }
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int stub_surface_of_all(void *self, const double area[3], double area_size, bool emits) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    s->all.is_known = s->all.as_voted;
    s->all.emits = emits;
    memcpy(s->all.area, area, sizeof s->all.area);
    s->all.area_size = area_size;
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

static int stub_commit_agreed(void *self, double dt_max_s, bool next, ckp_decision *decision) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    int code = require_whole(s);
    if (code == CK_OK) {
        ckp_identity_agree(&s->identity, next);
        code = decide(s, fmin(dt_max_s, s->dt_max), decision);
    }
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int stub_fingerprint(void *self, ck_fingerprint_t *fingerprint) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    bool numbered = !s->audit.any_numbers;
    const ckp_made_with *made = &s->identity.committed;
    *fingerprint = (ck_fingerprint_t){.struct_size = sizeof *fingerprint, .steps = numbered ? s->steps : -1, .last_step = numbered ? s->last : -1,
                                      .configuration = made->configuration, .sources = made->sources, .history = made->history};
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

static int stub_words(void *self, int what, char *text, size_t size) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    ckp_identity_words(&s->identity, what, text, size);
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

static int stub_rollback(void *self) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    int code = s->pending ? CK_OK : none_pending("ck_rollback");
    s->noticed.rolled_back += s->pending;
    s->pending = false;
    pthread_mutex_unlock(&s->lock);
    return code;
}

static int stub_audit(void *self, ck_audit_t *audit) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    *audit = s->noticed;
    audit->struct_size = sizeof *audit;
    audit->worst_weight_error = s->audit.worst_error;
    audit->area_defect = s->audit.defect;
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

static void recoil_of(const double total[5], int64_t steps, ck_recoil_t *recoil) {
    *recoil = (ck_recoil_t){.struct_size = sizeof *recoil, .momentum = {total[0], total[1], total[2]}, .number = total[3],
                            .energy = total[4], .steps = steps};
}

static int stub_recoil(void *self, ck_recoil_t *recoil) {
    stub *s = self;
    pthread_mutex_lock(&s->lock);
    recoil_of(s->total, s->steps, recoil);
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

/* ---- state ---- */

static uint64_t checksum(const stub_state *state) {
    const unsigned char *byte = (const unsigned char *)state;
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < offsetof(stub_state, checksum); i++) hash = (hash ^ byte[i]) * UINT64_C(1099511628211);
    return hash;
}

static int stub_state_size(void *self, size_t *size) {
    (void)self;
    *size = sizeof(stub_state);
    return CK_OK;
}

static void write_state(const double total[5], int64_t steps, int64_t last, const ckp_made_with *made, void *to) {
    stub_state state = {.magic = "CKSTUB", .order = 0x01020304, .version = 3, .steps = steps, .last = last, .made = *made};
    memcpy(state.total, total, sizeof state.total);
    state.checksum = checksum(&state);
    memcpy(to, &state, sizeof state);
}

static int read_state(const void *from, stub_state *state) {
    memcpy(state, from, sizeof *state);
    if (memcmp(state->magic, "CKSTUB", 7) != 0) return ckp_fail(CK_EARG, "state was not written by the chiralkick stub");
    if (state->order == 0x04030201) return ckp_fail(CK_EARG, "state was written on a machine of the other byte order");
    if (state->version != 3) return ckp_fail(CK_EARG, "state is of version %u; this library reads version 3", state->version);
    if (state->checksum != checksum(state)) return ckp_fail(CK_EARG, "state is damaged: its checksum does not fit");
    return CK_OK;
}

static int stub_state_save(void *self, void *to, size_t size) {
    stub *s = self;
    (void)size;
    pthread_mutex_lock(&s->lock);
    write_state(s->total, s->steps, s->last, &s->identity.committed, to);
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

static int stub_state_load(void *self, const void *from, size_t size) {
    stub *s = self;
    stub_state state;
    if (size != sizeof state) return ckp_fail(CK_EARG, "state has %zu bytes; must have %zu", size, sizeof state);
    int code = read_state(from, &state);
    if (code != CK_OK) return code;
    pthread_mutex_lock(&s->lock);
    if (s->carries) memcpy(s->total, state.total, sizeof s->total);
    s->steps = state.steps;
    s->last = state.last;
    s->identity.committed = state.made;
    pthread_mutex_unlock(&s->lock);
    return CK_OK;
}

static int stub_state_sum(void *self, const void *states, int count, size_t size, void *sum, ck_recoil_t *recoil) {
    (void)self;
    double total[5] = {0};
    int64_t steps = 0, last = 0;
    ckp_made_with made = {0};
    for (int i = 0; i < count; i++) {
        stub_state state;
        int code = read_state((const char *)states + (size_t)i * size, &state);
        if (code != CK_OK) return code;
        if (state.steps > 0 && steps > 0 && memcmp(&made, &state.made, sizeof made) != 0) {
            return ckp_fail(CK_EARG, "part %d is of another run: its sources or settings are not those of the parts before it, or changed at another "
                            "step; nothing was summed", i);
        }
        if (state.steps > 0) made = state.made;
        for (int j = 0; j < 5; j++) total[j] += state.total[j];
        if (state.steps > 0 && (steps == 0 || state.last > last)) last = state.last;
        if (state.steps > steps) steps = state.steps; /* every rank counts every step */
    }
    write_state(total, steps, last, &made, sum);
    if (recoil) recoil_of(total, steps, recoil);
    return CK_OK;
}

static int stub_use(void *self, const char *source) {
    stub *s = self;
    int code = ckp_configuration_require_names(source);
    if (code == CK_OK && !s->goes_on) code = ckp_sources_require(source, s->declared);
    pthread_mutex_lock(&s->lock);
    if (code == CK_OK) ckp_identity_use(&s->identity, source);
    pthread_mutex_unlock(&s->lock);
    return code;
}

static const ckp_backend STUB = {
    .name = "stub",
    .open = stub_open,
    .begin = stub_begin,
    .groups = stub_groups,
    .lane = stub_lane,
    .turn = stub_turn,
    .evaluate = stub_evaluate,
    .emitted = stub_emitted,
    .set_dt = stub_set_dt,
    .commit = stub_commit,
    .ballot = stub_ballot,
    .surface_of_all = stub_surface_of_all,
    .commit_agreed = stub_commit_agreed,
    .fingerprint = stub_fingerprint,
    .words = stub_words,
    .rollback = stub_rollback,
    .recoil = stub_recoil,
    .audit = stub_audit,
    .state_size = stub_state_size,
    .state_save = stub_state_save,
    .state_load = stub_state_load,
    .state_sum = stub_state_sum,
    .use = stub_use,
    .close = stub_close,
};

const ckp_backend *const ckp_the_backend = &STUB;
