/* Recording: see record.h. */
#include "record.h"

#include "errors.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct ckp_recorder {
    pthread_mutex_t lock; /* of the file */
    FILE *file;
    locale_t c; /* a decimal point whatever the host's locale */
    char path[];
};

struct ckp_recording {
    const ckp_layout *layout;
    double **value; /* of each output, a number per zone */
    int64_t *flags;                  /* NULL: not requested */
};

static int cannot_write(const char *path) { return ckp_fail(CK_EINTERNAL, "cannot write recording %.400s: %s", path, strerror(errno)); }

/* ---- the file ---- */

/* Opens a file that nobody else records into: another coupling of this process, or another rank that says the same number. */
static int open_alone(const char *path, FILE **opened) {
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) return ckp_fail(CK_EARG, "cannot write recording %.400s: %s", path, strerror(errno));
    if (flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        close(file);
        return ckp_fail(CK_EARG, "recording %.400s is being written by another coupling; give each its own in ck_open_args.record", path);
    }
    bool emptied = ftruncate(file, 0) == 0 || errno == EINVAL; /* a pipe has no length */
    if (emptied && (*opened = fdopen(file, "w"))) return CK_OK;
    cannot_write(path);
    close(file);
    return CK_EINTERNAL;
}

static void write_head(ckp_recorder *recorder, const ck_open_args *args) {
    locale_t host = uselocale(recorder->c);
    fprintf(recorder->file, "chiralkick-replay 1\nunits %.17g %.17g %.17g %.17g %.17g %s %.17g %.17g\n", args->mass_g, args->length_cm, args->time_s,
            args->temperature_mev, args->potential_mev, args->field_system == CK_HEAVISIDE_LORENTZ ? "heaviside-lorentz" : "gaussian",
            args->field_gauss, args->count);
    uselocale(host);
}

int ckp_recorder_open(const ck_open_args *args, ckp_recorder **opened) {
    static int of_environment; /* couplings that the variable has named a file for; under ck_open's lock */
    const char *path = args->record ? args->record : getenv("CHIRALKICK_RECORD");
    *opened = NULL;
    if (!path || !*path) return CK_OK;
    size_t room = strlen(path) + 32;
    ckp_recorder *recorder = calloc(1, sizeof *recorder + room);
    locale_t c = recorder ? newlocale(LC_ALL_MASK, "C", (locale_t)0) : (locale_t)0;
    if (!c) {
        free(recorder);
        return ckp_fail(CK_EINTERNAL, "out of memory");
    }
    char rank[16] = "", number[16] = "";
    if (args->ranks > 1) snprintf(rank, sizeof rank, ".%d", args->rank);
    if (!args->record && ++of_environment > 1) snprintf(number, sizeof number, "-%d", of_environment); /* the host cannot tell them apart */
    snprintf(recorder->path, room, "%s%s%s", path, number, rank);
    int code = open_alone(recorder->path, &recorder->file);
    if (code != CK_OK) {
        freelocale(c);
        free(recorder);
        return code;
    }
    recorder->c = c;
    pthread_mutex_init(&recorder->lock, NULL);
    write_head(recorder, args);
    *opened = recorder;
    return CK_OK;
}

int ckp_recorder_close(ckp_recorder *recorder) {
    if (!recorder) return CK_OK;
    bool failed = ferror(recorder->file) != 0;
    int code = fclose(recorder->file) == 0 && !failed ? CK_OK : cannot_write(recorder->path);
    freelocale(recorder->c);
    pthread_mutex_destroy(&recorder->lock);
    free(recorder);
    return code;
}

void ckp_recorder_flush(ckp_recorder *recorder) {
    if (recorder) fflush(recorder->file);
}

void ckp_recorder_end(ckp_recorder *recorder, const char *how, int64_t step, const ck_audit_t *a) {
    locale_t host = uselocale(recorder->c);
    pthread_mutex_lock(&recorder->lock);
    fprintf(recorder->file, "%s %lld\naudit %lld %lld %lld %lld %lld %lld %lld %.17g %.17g %.17g %.17g %lld", how, (long long)step,
            (long long)a->steps, (long long)a->held, (long long)a->retries, (long long)a->rolled_back, (long long)a->flagged,
            (long long)a->invalid, (long long)a->implausible, a->worst_weight_error, a->area_defect, a->emission_outside_validity,
            a->energy_over_budget, (long long)a->silent);
    if (a->unjudged > 0) fprintf(recorder->file, " %lld", (long long)a->unjudged);
    fputc('\n', recorder->file);
    pthread_mutex_unlock(&recorder->lock);
    uselocale(host);
}

/* ---- one evaluation ---- */

void ckp_recording_free(ckp_recording *recording) {
    if (!recording) return;
    for (int i = 0; recording->value && i < recording->layout->outputs; i++) free(recording->value[i]);
    free(recording->value);
    free(recording->flags);
    free(recording);
}

int ckp_recording_start(const ckp_layout *layout, ckp_recording **started) {
    ckp_recording *recording = calloc(1, sizeof *recording);
    size_t zones = (size_t)layout->zones + 1; /* zones that the mask leaves out stay 0 */
    bool good = recording != NULL;
    if (good) recording->layout = layout;
    if (good) good = (recording->value = calloc((size_t)layout->outputs + 1, sizeof *recording->value)) != NULL;
    for (int i = 0; good && i < layout->outputs; i++) good = (recording->value[i] = calloc(zones, sizeof(double))) != NULL;
    if (good && layout->flags.base) good = (recording->flags = calloc(zones, sizeof(int64_t))) != NULL;
    if (!good) ckp_recording_free(recording);
    *started = good ? recording : NULL;
    return good ? CK_OK : ckp_fail(CK_EINTERNAL, "out of memory for a recording of %lld zones", (long long)layout->zones);
}

void ckp_recording_take(ckp_recording *recording, const ckp_piece *piece, const ckp_lane *lane) {
    const ckp_layout *layout = recording->layout;
    for (int r = 0; r < piece->runs; r++) {
        const ckp_run *run = &piece->run[r];
        for (int i = 0; i < layout->outputs; i++) {
            memcpy(recording->value[i] + run->zone, lane->column[layout->output[i].column] + run->first, (size_t)run->length * 8);
        }
        if (recording->flags) memcpy(recording->flags + run->zone, lane->flags + run->first, (size_t)run->length * 8);
    }
}

/* How many words have to be written: the last one repeats. */
static int64_t written(const void *words, int64_t count) {
    const int64_t *word = words;
    while (count > 1 && word[count - 1] == word[count - 2]) count--;
    return count;
}

static void write_flux(FILE *file, int column, const double *value, int64_t zones) {
    int axis, group;
    const ckp_field *field = ckp_field_in(column, &axis, &group);
    fprintf(file, "flux %d %d", field->number, axis);
    if (field->per_group) fprintf(file, " %d", group);
    int64_t count = written(value, zones);
    for (int64_t i = 0; i < count; i++) fprintf(file, " %a", value[i]);
    fputc('\n', file);
}

int ckp_recording_write(const ckp_recording *recording, ckp_recorder *recorder, int64_t step, int64_t block,
                        const double result[CKP_RESULTS]) {
    const ckp_layout *layout = recording->layout;
    FILE *file = recorder->file;
    locale_t host = uselocale(recorder->c);
    pthread_mutex_lock(&recorder->lock);
    fprintf(file, "evaluation %lld %lld\nresult", (long long)step, (long long)block);
    for (int i = 0; i < CKP_RESULTS; i++) fprintf(file, " %a", result[i]);
    fputc('\n', file);
    for (int i = 0; i < layout->outputs && layout->zones > 0; i++) {
        write_flux(file, layout->output[i].column, recording->value[i], layout->zones);
    }
    if (recording->flags && layout->zones > 0) {
        fprintf(file, "flags");
        int64_t count = written(recording->flags, layout->zones);
        for (int64_t i = 0; i < count; i++) fprintf(file, " %lld", (long long)recording->flags[i]);
        fputc('\n', file);
    }
    bool good = !ferror(file);
    pthread_mutex_unlock(&recorder->lock);
    uselocale(host);
    return good ? CK_OK : cannot_write(recorder->path);
}
