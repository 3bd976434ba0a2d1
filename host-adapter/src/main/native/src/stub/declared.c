/* See declared.h. */
#include "declared.h"

#include "replay.h"

#include "core/errors.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char FILE_OF_HOME[] = "native/sources.json";

struct ckp_declared {
    char *text;
    ckp_json *list;
};

/* The list beside home/native/lib/libchiralkick_stub.so. */
static void beside_the_library(char path[PATH_MAX]) {
    Dl_info self;
    static const char here;
    char file[PATH_MAX];
    path[0] = 0;
    if (!dladdr(&here, &self) || !realpath(self.dli_fname, file)) return;
    for (int up = 0; up < 3; up++) {
        char *slash = strrchr(file, '/');
        if (slash) *slash = 0;
    }
    snprintf(path, PATH_MAX, "%.4000s/%s", file, FILE_OF_HOME);
}

static bool is_list_of_sources(const ckp_json *list) {
    bool good = list && list->kind == CKP_LIST && list->member;
    for (const ckp_json *one = good ? list->member : NULL; one && good; one = one->next) {
        const ckp_json *declared = one->kind == CKP_OBJECT ? ckp_json_member(one, "declared") : NULL;
        good = *ckp_declared_text(one, "name") && declared && declared->kind == CKP_OBJECT;
    }
    return good;
}

int ckp_declared_read(const char *home, ckp_declared **declared) {
    char path[PATH_MAX], problem[160] = "it has no list of sources";
    char *text = NULL;
    *declared = NULL;
    if (!home) home = getenv("CHIRALKICK_HOME");
    if (home && *home) {
        snprintf(path, sizeof path, "%.4000s/%s", home, FILE_OF_HOME);
        text = ckp_read_text(path);
    }
    if (!text) {
        beside_the_library(path);
        text = *path ? ckp_read_text(path) : NULL;
    }
    if (!text) return CK_OK;
    ckp_declared *read = calloc(1, sizeof *read);
    if (!read) {
        free(text);
        return ckp_fail(CK_EINTERNAL, "out of memory");
    }
    read->text = text;
    read->list = ckp_json_read(text, problem, sizeof problem);
    if (is_list_of_sources(read->list)) {
        *declared = read;
        return CK_OK;
    }
    ckp_declared_free(read);
    return ckp_fail(CK_EINTERNAL, "%.300s is not what 'chiralkick sources --json' prints: %s; make it anew", path, problem);
}

void ckp_declared_free(ckp_declared *declared) {
    if (!declared) return;
    if (declared->list) ckp_json_free(declared->list);
    free(declared->text);
    free(declared);
}

const ckp_json *ckp_declared_first(const ckp_declared *declared) { return declared ? declared->list->member : NULL; }

const ckp_json *ckp_declared_source(const ckp_declared *declared, const char *name, size_t length) {
    for (const ckp_json *one = ckp_declared_first(declared); one; one = one->next) {
        const char *its = ckp_declared_name(one);
        if (strlen(its) == length && strncmp(its, name, length) == 0) return one;
    }
    return NULL;
}

const char *ckp_declared_name(const ckp_json *source) { return ckp_declared_text(source, "name"); }

const ckp_json *ckp_declared_of(const ckp_json *source, const char *group) {
    const ckp_json *list = ckp_json_member(ckp_json_member(source, "declared"), group);
    return list && list->kind == CKP_LIST ? list->member : NULL;
}

const char *ckp_declared_text(const ckp_json *object, const char *key) {
    const ckp_json *value = object->kind == CKP_OBJECT ? ckp_json_member(object, key) : NULL;
    return value && value->kind == CKP_TEXT ? value->text : "";
}
