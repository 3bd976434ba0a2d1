/* See sources.h. */
#include "sources.h"

#include "core/errors.h"
#include "core/nearest.h"

#include <stdio.h>
#include <string.h>

/* What the distribution installs; tests/sources.c asks the library and the stub for the same. */
static const char *const INSTALLED[] = {"chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical"};
enum { COUNT = sizeof INSTALLED / sizeof INSTALLED[0], NAME = 128 };

static int require(const char *name, size_t length) {
    char own[NAME], hint[NAME] = ".", all[256] = "";
    const char *near = NULL;
    snprintf(own, sizeof own, "%.*s", (int)length, name);
    for (size_t i = 0; i < COUNT; i++) {
        if (length < sizeof own && strcmp(own, INSTALLED[i]) == 0) return CK_OK;
        near = ckp_nearer(own, INSTALLED[i], near);
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s%s", used ? ", " : "", INSTALLED[i]);
    }
    if (near) snprintf(hint, sizeof hint, "; did you mean %s?", near);
    return ckp_fail(CK_ESOURCE, "source '%s' is not installed%s The distribution has %s; the stub knows no other, so for one of your own write "
                    "\"without-source\": \"hold\"", own, hint, all);
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
