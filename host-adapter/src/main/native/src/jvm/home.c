/* Where the installed tree is, and whether its jars are of this library's version. */
#include "home.h"

#include "core/errors.h"

#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_home(const char *path) {
    char lib[PATH_MAX + 8];
    snprintf(lib, sizeof lib, "%s/lib", path);
    return access(lib, R_OK) == 0;
}

static void own_file(char file[PATH_MAX]) {
    Dl_info self;
    static const char here;
    if (!dladdr(&here, &self) || !realpath(self.dli_fname, file)) file[0] = 0;
}

static const char HOST[] = "org.chiralkick.host-", JAR[] = ".jar";

static int is_host_jar(const struct dirent *entry) {
    size_t length = strlen(entry->d_name);
    return length > sizeof HOST + sizeof JAR && strncmp(entry->d_name, HOST, sizeof HOST - 1) == 0
           && strcmp(entry->d_name + length - (sizeof JAR - 1), JAR) == 0;
}

/* Without what follows a dash: a library that a host's author built from 1.0.0-SNAPSHOT fits the jars of it. */
static size_t release_of(const char *version) { return strcspn(version, "-"); }

/* A library and jars of different versions would fail at some later call; the file's name says which version a jar has. */
static int check_version(const char *home) {
    char lib[PATH_MAX + 8], library[PATH_MAX];
    struct dirent **jars = NULL;
    snprintf(lib, sizeof lib, "%s/lib", home);
    own_file(library);
    int code = CK_OK, count = scandir(lib, &jars, is_host_jar, alphasort);
    if (count < 1) code = ckp_fail(CK_EINTERNAL, "there is no %s%s%s in %.300s; install the whole distribution", HOST, ck_version(), JAR, lib);
    for (int i = 0; i < count; i++) {
        char version[64];
        snprintf(version, sizeof version, "%.*s", (int)(strlen(jars[i]->d_name) - (sizeof HOST + sizeof JAR - 2)),
                 jars[i]->d_name + sizeof HOST - 1);
        size_t length = release_of(version);
        if (code == CK_OK && (length != release_of(ck_version()) || strncmp(version, ck_version(), length) != 0)) {
            code = ckp_fail(CK_EINTERNAL, "%.300s is ChiralKick %s, but %.300s/%.80s is %s; use library and tree of one distribution",
                            library, ck_version(), lib, jars[i]->d_name, version);
        }
        free(jars[i]);
    }
    free(jars);
    return code;
}

bool ckp_url_keeps(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9')
           || (character && strchr("/_-!.~'()*:@&=+$,", character));
}

int ckp_home_find(const char *given, char home[PATH_MAX]) {
    const char *variable = getenv("CHIRALKICK_HOME");
    char found[PATH_MAX];
    if (!given && variable && *variable) given = variable;
    if (!given) { /* home/native/lib/libchiralkick.so */
        own_file(found);
        for (int up = 0; up < 3; up++) {
            char *slash = strrchr(found, '/');
            if (slash) *slash = 0;
        }
        if (!found[0] || !is_home(found)) {
            return ckp_fail(CK_EARG, "the installed tree is not known; give it in ck_open_args.home or CHIRALKICK_HOME");
        }
        given = found;
    }
    if (realpath(given, home) && is_home(home)) {
        if (!strchr(home, ':')) return check_version(home);
        return ckp_fail(CK_EARG, "%.300s has a colon, which separates files in Java's class path; install ChiralKick below another path", home);
    }
    return ckp_fail(CK_EARG, "%.300s is not an installed tree of ChiralKick (no folder lib)", given);
}
