/*
 * A host that loads the library at run time, and unloads it again while a thread lives that has used it.
 *   unloaded LIBRARY
 * Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>
#include <dlfcn.h>
#include <pthread.h>

static const char *path;

static void *function(void *library, const char *name) {
    void *found = dlsym(library, name);
    if (found) return found;
    fprintf(stderr, "%s\n", dlerror());
    check_failures++;
    return NULL;
}

static void *load_use_unload(void *unused) {
    (void)unused;
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    CHECK(library != NULL);
    if (!library) return NULL;
    int (*open)(const ck_open_args *, ck_coupling **), (*begin)(ck_coupling *, int64_t, double, double), (*close)(ck_coupling *);
    int (*evaluate)(ck_coupling *, int64_t, double, int, const int *, const ck_view *, ck_block_result *);
    *(void **)&open = function(library, "ck_open");
    *(void **)&begin = function(library, "ck_begin");
    *(void **)&evaluate = function(library, "ck_evaluate");
    *(void **)&close = function(library, "ck_close");
    if (check_failures > 0) return NULL;
    ck_open_args args = {.struct_size = sizeof args};
    ck_coupling *coupling;
    double t = 1;
    ck_view view = {&t, CK_F64, 1, {1}, {8}, 0, 0, {0}};
    CHECK(open(&args, &coupling) == CK_OK && begin(coupling, 1, 0, 1) == CK_OK);
    (void)evaluate(coupling, 0, 1, 1, (int[]){CK_TEMPERATURE}, &view, NULL); /* the real library misses fields: its thread's memory is made */
    CHECK(close(coupling) == CK_OK);
    CHECK(dlclose(library) == 0);
    return NULL; /* what the library does at the end of a thread comes after */
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    path = argv[1];
    for (int twice = 0; twice < 2; twice++) {
        pthread_t thread;
        CHECK(pthread_create(&thread, NULL, load_use_unload, NULL) == 0 && pthread_join(thread, NULL) == 0);
    }
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
