/* Codes and messages: see errors.h. */
#include "errors.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a thread was told of one coupling. A slot has one coupling after the other, so there are as many of these as slots at most. */
typedef struct note {
    const ck_coupling *handle;
    char *text, *shown;
    struct note *next;
} note;

static _Thread_local struct {
    char *message, *shown;
    note *notes;
    bool registered;
} mine;

static const char NO_MEMORY[] = "out of memory, also for the message of another error";

/* ---- the end of a thread ---- */

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool key_made;

static void free_mine(void *unused) {
    (void)unused;
    free(mine.message);
    free(mine.shown);
    while (mine.notes) {
        note *next = mine.notes->next;
        free(mine.notes->text);
        free(mine.notes->shown);
        free(mine.notes);
        mine.notes = next;
    }
    mine.message = mine.shown = NULL;
    mine.registered = false;
}

static void make_key(void) { key_made = pthread_key_create(&key, free_mine) == 0; }

/* The thread that ends the process has no other end. */
__attribute__((destructor)) static void free_last(void) {
    free_mine(NULL);
    if (key_made) pthread_setspecific(key, NULL);
}

static void remember_to_free(void) {
    if (mine.registered) return;
    pthread_once(&once, make_key);
    mine.registered = key_made && pthread_setspecific(key, &mine) == 0;
}

/* ---- messages ---- */

int ckp_fail(int code, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text) vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    free(mine.message);
    mine.message = text ? text : strdup(NO_MEMORY);
    remember_to_free();
    return code;
}

const char *ckp_message(void) { return mine.message ? mine.message : ""; }

char *ckp_message_copy(void) { return strdup(ckp_message()); }

void ckp_message_restore(char *copy) {
    free(mine.message);
    mine.message = copy;
    remember_to_free();
}

/* Replaces what is shown; the host may still have the one before. */
static const char *show(char **shown, const char *text) {
    if (!text || !*text) return "no error";
    if (*shown && strcmp(*shown, text) == 0) return *shown; /* asked twice in one expression */
    char *copy = strdup(text);
    if (!copy) return NO_MEMORY;
    free(*shown);
    remember_to_free();
    return *shown = copy;
}

const char *ckp_message_shown(void) { return show(&mine.shown, mine.message); }

/* ---- of each coupling ---- */

static const uintptr_t SLOT = 0xFFFF; /* bits of a handle that name its place */

/* The note about what is, or was, in the place of this handle. */
static note *note_of(const ck_coupling *handle) {
    for (note *of = mine.notes; of; of = of->next) {
        if (((uintptr_t)of->handle & SLOT) == ((uintptr_t)handle & SLOT)) return of;
    }
    return NULL;
}

void ckp_message_note(const ck_coupling *handle) {
    note *of = note_of(handle);
    if (!of) {
        of = calloc(1, sizeof *of);
        if (!of) return;
        of->next = mine.notes;
        mine.notes = of;
    }
    free(of->text);
    of->handle = handle;
    of->text = ckp_message_copy();
    remember_to_free();
}

const char *ckp_message_shown_of(const ck_coupling *handle) {
    note *of = note_of(handle);
    return show(of ? &of->shown : &mine.shown, of && of->handle == handle ? of->text : NULL);
}

void ckp_message_forget(const ck_coupling *handle) {
    note *of = note_of(handle);
    if (!of || of->handle != handle) return;
    free(of->text);
    of->text = NULL;
}

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
