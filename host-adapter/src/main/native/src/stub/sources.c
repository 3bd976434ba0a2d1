/* See sources.h. */
#include "sources.h"

#include "choices.h"

#include "core/errors.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* What the distribution installs; StubIT compares. */
static const char *const INSTALLED[] = {"chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical"};
enum { COUNT = sizeof INSTALLED / sizeof INSTALLED[0], NAME = 64 };

/* Levenshtein distance of two names shorter than NAME. */
static int distance(const char *a, const char *b) {
    int row[NAME], length = (int)strlen(b);
    for (int j = 0; j <= length; j++) row[j] = j;
    for (int i = 1; a[i - 1]; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= length; j++) {
            int changed = diagonal + (a[i - 1] != b[j - 1]), least = row[j] < row[j - 1] ? row[j] : row[j - 1];
            diagonal = row[j];
            row[j] = changed < least + 1 ? changed : least + 1;
        }
    }
    return row[length];
}

static int require(const char *name, size_t length) {
    char own[NAME], near[NAME + 24] = "", all[256] = "";
    int nearest = 3;
    snprintf(own, sizeof own, "%.*s", (int)length, name);
    for (size_t i = 0; i < COUNT; i++) {
        int away = distance(own, INSTALLED[i]);
        if (away == 0 && length < sizeof own) return CK_OK;
        if (away < nearest && length > 2) {
            nearest = away;
            snprintf(near, sizeof near, "; did you mean %s?", INSTALLED[i]);
        }
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s%s", used ? ", " : "", INSTALLED[i]);
    }
    return ckp_fail(CK_ESOURCE, "source '%s' is not installed%s The distribution has %s; the stub knows no other, so for one of your own write "
                    "\"without-source\": \"hold\"", own, *near ? near : ".", all);
}

int ckp_sources_require(const char *names) {
    int code = CK_OK;
    while (code == CK_OK && *names) {
        names += strspn(names, " +");
        size_t length = strcspn(names, " +");
        if (length > 0) code = require(names, length);
        names += length;
    }
    return code;
}

static const char *after_blanks(const char *at) { return at + strspn(at, " \t\r\n"); }

/* The value of a key, or NULL where there is none. */
static const char *value_of(const char *config, const char *quoted) {
    const char *at = config ? strstr(config, quoted) : NULL;
    if (!at) return NULL;
    at = after_blanks(at + strlen(quoted));
    return *at == ':' ? after_blanks(at + 1) : NULL;
}

/* Checks the keys of an object, not those of objects in it. */
static int require_keys(const char *object) {
    int depth = 0, code = CK_OK;
    for (const char *at = object; *at && code == CK_OK; at++) {
        if (*at == '{') depth++;
        if (*at == '}' && --depth == 0) break;
        if (*at != '"') continue;
        const char *name = at + 1, *end = strchr(name, '"');
        if (!end) break;
        if (depth == 1 && *after_blanks(end + 1) == ':') code = require(name, (size_t)(end - name));
        at = end;
    }
    return code;
}

int ckp_sources_configure(const char *config) {
    char without[CKP_CHOICE];
    ckp_choice(config, "without-source", "stop", without);
    if (strcmp(without, "hold") == 0 || strcmp(without, "wait") == 0) return CK_OK;
    const char *one = value_of(config, "\"source\""), *several = value_of(config, "\"sources\"");
    int code = CK_OK;
    if (one && *one == '"') {
        char names[1024];
        snprintf(names, sizeof names, "%.*s", (int)strcspn(one + 1, "\""), one + 1);
        code = ckp_sources_require(names);
    }
    return code == CK_OK && several && *several == '{' ? require_keys(several) : code;
}
