/* See sources.h. */
#include "sources.h"

#include "core/errors.h"
#include "core/nearest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the distribution installs; tests/sources.c asks the library and the stub for the same. */
static const char *const INSTALLED[] = {"chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical"};
enum { COUNT = sizeof INSTALLED / sizeof INSTALLED[0], NAME = 128 };

typedef struct {
    const char *own, *near;
    FILE *all;
    bool found;
} search;

static void meet(search *s, const char *known) {
    s->found |= strcmp(s->own, known) == 0;
    s->near = ckp_nearer(s->own, known, s->near);
    fprintf(s->all, "%s%s", ftell(s->all) > 0 ? ", " : "", known);
}

/* In the words of the library where what is installed is known. */
static int refused(const char *name, const char *hint, const char *all, bool known, bool has_near) {
    if (known && !has_near) {
        return ckp_fail(CK_ESOURCE, "source %s is not there; there are %s; put the mechanism's bundle into the bundles folder", name, all);
    }
    if (known) return ckp_fail(CK_ESOURCE, "source '%s' is not installed%s There are %s", name, hint, all);
    return ckp_fail(CK_ESOURCE, "source '%s' is not installed%s The distribution has %s; the stub knows no other, so for one of your own write "
                    "\"without-source\": \"hold\", or set CHIRALKICK_HOME to a distribution that has it in native/sources.json", name, hint, all);
}

static int require(const char *name, size_t length, const ckp_declared *declared) {
    char own[NAME], hint[NAME + 20] = ".", *all = NULL;
    size_t size;
    search s = {.own = own, .all = open_memstream(&all, &size)};
    if (!s.all) return ckp_fail(CK_EINTERNAL, "out of memory");
    snprintf(own, sizeof own, "%.*s", (int)length, name);
    for (const ckp_json *one = ckp_declared_first(declared); one; one = one->next) meet(&s, ckp_declared_name(one));
    for (size_t i = 0; i < COUNT && !declared; i++) meet(&s, INSTALLED[i]);
    int code = fclose(s.all) == 0 ? CK_OK : ckp_fail(CK_EINTERNAL, "out of memory");
    if (code == CK_OK && !(s.found && length < sizeof own)) {
        if (s.near) snprintf(hint, sizeof hint, "; did you mean %.*s?", NAME, s.near);
        code = refused(own, hint, all, declared != NULL, s.near != NULL);
    }
    free(all);
    return code;
}

int ckp_sources_require(const char *names, const ckp_declared *declared) {
    int code = CK_OK;
    while (code == CK_OK && *names) {
        names += strspn(names, " +");
        size_t length = strcspn(names, " +");
        if (length > 0) code = require(names, length, declared);
        names += length;
    }
    return code;
}
