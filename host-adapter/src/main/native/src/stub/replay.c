/* Replay files: see replay.h. */
#include "replay.h"

#include "core/errors.h"

#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const int64_t ANY = INT64_MIN;

typedef struct {
    int count;
    double *value;
} numbers;

struct ckp_replayed {
    int64_t step, block; /* or ANY */
    int line;            /* where it begins */
    int taken;           /* evaluations replayed, kept in the first of those of one step and block */
    numbers result, flags, flux[CKP_FLUX_COLUMNS];
    numbers *group_flux; /* of fields that are per energy group: CKP_GROUP_FLUX_COLUMNS for each group */
    int groups;
};

struct ckp_replay {
    int count;
    ckp_replayed **all;  /* sorted by step, block and line */
    ckp_replayed **wild; /* those with ANY, in the order of the file */
    int wild_count;
};

/* ---- reading ---- */

char *ckp_read_text(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *text = NULL;
    size_t length = 0, room = 0;
    do {
        room = room ? 2 * room : 4096;
        char *larger = realloc(text, room + 1);
        if (!larger) break;
        text = larger;
        length += fread(text + length, 1, room - length, file);
    } while (length == room);
    fclose(file);
    if (text) text[length] = 0;
    return text;
}

void ckp_replay_free(ckp_replay *replay) {
    if (!replay) return;
    for (int i = 0; i < replay->count; i++) {
        ckp_replayed *e = replay->all[i];
        free(e->result.value);
        free(e->flags.value);
        for (int c = 0; c < CKP_FLUX_COLUMNS; c++) free(e->flux[c].value);
        for (int c = 0; c < e->groups * CKP_GROUP_FLUX_COLUMNS; c++) free(e->group_flux[c].value);
        free(e->group_flux);
        free(e);
    }
    free(replay->all);
    free(replay->wild);
    free(replay);
}

static bool take_number(char **at, int64_t *number) {
    *at += strspn(*at, " \t");
    if (**at == '*') {
        (*at)++;
        *number = ANY;
        return true;
    }
    char *end;
    *number = strtoll(*at, &end, 10);
    bool taken = end != *at;
    *at = end;
    return taken;
}

/* All numbers of the rest of a line; false when something else is there, or none. */
static bool take_numbers(char *at, numbers *to) {
    free(to->value); /* a line given twice: the last one counts */
    *to = (numbers){0, NULL};
    for (char *end; ; at = end) {
        double value = strtod(at, &end);
        if (end == at) break;
        if ((to->count & (to->count - 1)) == 0) {
            double *larger = realloc(to->value, (size_t)(to->count ? 2 * to->count : 1) * sizeof(double));
            if (!larger) return false;
            to->value = larger;
        }
        to->value[to->count++] = value;
    }
    return to->count > 0 && at[strspn(at, " \t\r")] == 0;
}

/* Numbers from this one on are whole, and no larger than what a double holds exactly: flags, and zones. */
static bool whole_from(const numbers *of, int from) {
    for (int i = from; i < of->count; i++) {
        double value = of->value[i];
        if (!(value >= 0 && value <= 9007199254740992.0) || value != (double)(int64_t)value) return false;
    }
    return true;
}

/* Makes room in doubling steps. */
static int add_evaluation(ckp_replay *replay, int line, ckp_replayed **added) {
    int count = replay->count;
    if ((count & (count - 1)) == 0) {
        ckp_replayed **larger = realloc(replay->all, (size_t)(count ? 2 * count : 1) * sizeof *larger);
        if (!larger) return ckp_fail(CK_EINTERNAL, "out of memory");
        replay->all = larger;
    }
    *added = calloc(1, sizeof **added);
    if (!*added) return ckp_fail(CK_EINTERNAL, "out of memory");
    (*added)->line = line;
    replay->all[replay->count++] = *added;
    return CK_OK;
}

/* Returns the numbers of a column, with room made for its group; NULL when memory runs out. */
static numbers *flux_of(ckp_replayed *e, const ckp_field *field, int axis, int group) {
    if (!field->per_group) return &e->flux[field->column - CKP_ZONE_COLUMNS + axis];
    if (group >= e->groups) {
        size_t had = (size_t)e->groups * CKP_GROUP_FLUX_COLUMNS, needs = ((size_t)group + 1) * CKP_GROUP_FLUX_COLUMNS;
        numbers *larger = realloc(e->group_flux, needs * sizeof *larger);
        if (!larger) return NULL;
        memset(larger + had, 0, (needs - had) * sizeof *larger);
        e->group_flux = larger;
        e->groups = group + 1;
    }
    return &e->group_flux[group * CKP_GROUP_FLUX_COLUMNS + field->column - CKP_GROUP_ZONE_COLUMNS + axis];
}

/* Lines of a recording that are for chiralkick audit. */
static bool is_of_the_audit(const char *what) {
    static const char *const of[] = {"units", "commit", "rollback", "retry", "audit"};
    for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
        if (strcmp(what, of[i]) == 0) return true;
    }
    return false;
}

static int parse_line(const char *path, int line, char *text, ckp_replay *replay) {
    char what[16] = "";
    int used = 0;
    if (sscanf(text, "%15s%n", what, &used) < 1 || what[0] == '#') return CK_OK;
    if (is_of_the_audit(what)) return CK_OK;
    char *at = text + used;
    if (strcmp(what, "evaluation") == 0) {
        ckp_replayed *e;
        int code = add_evaluation(replay, line, &e);
        if (code != CK_OK) return code;
        if (take_number(&at, &e->step) && take_number(&at, &e->block) && at[strspn(at, " \t\r")] == 0) return CK_OK;
        return ckp_fail(CK_EARG, "line %d of replay %.400s: evaluation needs the numbers of a step and a block, or *", line, path);
    }
    ckp_replayed *e = replay->count > 0 ? replay->all[replay->count - 1] : NULL;
    if (!e) return ckp_fail(CK_EARG, "line %d of replay %.400s: '%s' before the first evaluation", line, path, what);
    if (strcmp(what, "result") == 0) {
        if (take_numbers(at, &e->result) && (e->result.count == 6 || e->result.count == 7)) {
            if (whole_from(&e->result, 6)) return CK_OK;
            return ckp_fail(CK_EARG, "line %d of replay %.400s: flagged zones are %g; must be a whole number, 0 .. 2^53", line, path,
                            e->result.value[6]);
        }
        return ckp_fail(CK_EARG, "line %d of replay %.400s: result has %d numbers; must be 6 or 7", line, path, e->result.count);
    }
    if (strcmp(what, "flags") == 0) {
        if (take_numbers(at, &e->flags) && whole_from(&e->flags, 0)) return CK_OK;
        return ckp_fail(CK_EARG, "line %d of replay %.400s: flags needs a whole number, 0 .. 2^53, for each zone", line, path);
    }
    if (strcmp(what, "flux") == 0) {
        int64_t number = 0, axis = 0, group = 0;
        const ckp_field *field = take_number(&at, &number) && number > 0 && number < 200 ? ckp_field_of((int)number) : NULL;
        if (!field || !ckp_is_flux(field->number) || !take_number(&at, &axis) || axis < 0 || axis >= field->components) {
            return ckp_fail(CK_EARG, "line %d of replay %.400s: flux needs the number of a flux field and an axis, 0 .. 2 of a vector, 0 of a scalar",
                            line, path);
        }
        if (field->per_group && (!take_number(&at, &group) || group < 0 || group >= CKP_GROUPS)) {
            return ckp_fail(CK_EARG, "line %d of replay %.400s: flux of field %d needs the number of an energy group, 0 .. %d, after the axis",
                            line, path, field->number, CKP_GROUPS - 1);
        }
        numbers *to = flux_of(e, field, (int)axis, (int)group);
        if (!to) return ckp_fail(CK_EINTERNAL, "out of memory");
        if (take_numbers(at, to)) return CK_OK;
        return ckp_fail(CK_EARG, "line %d of replay %.400s: flux needs a number for each zone", line, path);
    }
    return ckp_fail(CK_EARG, "line %d of replay %.400s begins with '%s'; must be evaluation, result, flux, flags, units, commit, retry, rollback, audit or #",
                    line, path, what);
}

static int in_order(const void *left, const void *right) {
    const ckp_replayed *a = *(ckp_replayed *const *)left, *b = *(ckp_replayed *const *)right;
    if (a->step != b->step) return a->step < b->step ? -1 : 1;
    if (a->block != b->block) return a->block < b->block ? -1 : 1;
    return a->line - b->line;
}

static int index_of_all(ckp_replay *replay) {
    replay->wild = calloc((size_t)replay->count + 1, sizeof *replay->wild);
    if (!replay->wild) return ckp_fail(CK_EINTERNAL, "out of memory");
    for (int i = 0; i < replay->count; i++) {
        ckp_replayed *e = replay->all[i];
        if (e->step == ANY || e->block == ANY) replay->wild[replay->wild_count++] = e;
    }
    if (replay->count > 0) qsort(replay->all, (size_t)replay->count, sizeof *replay->all, in_order);
    return CK_OK;
}

static int parse(const char *path, char *text, ckp_replay *replay) {
    char *rest = text, *row = strsep(&rest, "\n");
    size_t length = strlen(row);
    if (length > 0 && row[length - 1] == '\r') row[length - 1] = 0;
    if (strcmp(row, "chiralkick-replay 1") != 0) {
        return ckp_fail(CK_EARG, "%.400s is not a replay; its first line must be 'chiralkick-replay 1'", path);
    }
    int code = CK_OK;
    for (int line = 2; code == CK_OK && (row = strsep(&rest, "\n")); line++) code = parse_line(path, line, row, replay);
    return code == CK_OK ? index_of_all(replay) : code;
}

int ckp_replay_read(const char *path, ckp_replay **read) {
    *read = NULL;
    char *text = ckp_read_text(path);
    if (!text) return ckp_fail(CK_EARG, "cannot read replay %.400s", path);
    ckp_replay *replay = calloc(1, sizeof *replay);
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0); /* a decimal point whatever the host's locale */
    int code = replay && c ? CK_OK : ckp_fail(CK_EINTERNAL, "out of memory");
    if (code == CK_OK) {
        locale_t host = uselocale(c);
        code = parse(path, text, replay);
        uselocale(host);
    }
    if (c) freelocale(c);
    free(text);
    if (code == CK_OK) {
        *read = replay;
    } else {
        ckp_replay_free(replay);
    }
    return code;
}

/* ---- replaying ---- */

/* Index of the first evaluation that is not before this step and block. */
static int first_of(const ckp_replay *replay, int64_t step, int64_t block) {
    int low = 0, high = replay->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const ckp_replayed *e = replay->all[middle];
        if (e->step < step || (e->step == step && e->block < block)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const ckp_replayed *ckp_replay_next(ckp_replay *replay, int64_t step, int64_t block) {
    if (!replay) return NULL;
    int first = first_of(replay, step, block), end = first;
    while (end < replay->count && replay->all[end]->step == step && replay->all[end]->block == block) end++;
    if (end > first) {
        ckp_replayed *next = replay->all[first];
        int index = first + next->taken;
        if (index < end - 1) next->taken++; /* the last one repeats */
        return replay->all[index];
    }
    for (int i = replay->wild_count - 1; i >= 0; i--) {
        const ckp_replayed *e = replay->wild[i];
        if ((e->step == ANY || e->step == step) && (e->block == ANY || e->block == block)) return e;
    }
    return NULL;
}

static double value_at(const numbers *of, int64_t zone) { return of->count ? of->value[zone < of->count ? zone : of->count - 1] : 0; }

double ckp_replayed_flux(const ckp_replayed *e, int column, int64_t zone) {
    if (!e) return 0;
    if (column < CKP_COLUMNS) return value_at(&e->flux[column - CKP_ZONE_COLUMNS], zone);
    int group = (column - CKP_COLUMNS) / CKP_GROUP_COLUMNS, place = (column - CKP_COLUMNS) % CKP_GROUP_COLUMNS;
    if (group >= e->groups) return 0;
    return value_at(&e->group_flux[group * CKP_GROUP_FLUX_COLUMNS + place - CKP_GROUP_ZONE_COLUMNS], zone);
}

int64_t ckp_replayed_flags(const ckp_replayed *e, int64_t zone) { return e ? (int64_t)value_at(&e->flags, zone) : 0; }

void ckp_replayed_result(const ckp_replayed *e, double result[CKP_RESULTS]) {
    for (int i = 0; i < CKP_RESULTS; i++) result[i] = e && i < e->result.count ? e->result.value[i] : 0;
    if (!e || e->result.count == 0) result[0] = INFINITY;
}

bool ckp_replayed_counts_flagged(const ckp_replayed *e) { return e && e->result.count == CKP_RESULTS; }
