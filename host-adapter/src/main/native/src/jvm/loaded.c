/* Whether the process has a libjvm already, whoever loaded it and however: there cannot be two. */
#include "loaded.h"

#include <link.h>
#include <string.h>

static int is_libjvm(struct dl_phdr_info *object, size_t size, void *found) {
    static const char name[] = "/libjvm.so";
    size_t length = strlen(object->dlpi_name), tail = sizeof name - 1;
    (void)size;
    if (length <= tail || length >= PATH_MAX || strcmp(object->dlpi_name + length - tail, name) != 0) return 0;
    memcpy(found, object->dlpi_name, length + 1);
    return 1;
}

bool ckp_jvm_loaded(char path[PATH_MAX]) { return dl_iterate_phdr(is_libjvm, path) != 0; }
