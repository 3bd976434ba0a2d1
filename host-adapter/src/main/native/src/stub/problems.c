/* See problems.h. */
#include "problems.h"

#include "core/nearest.h"

#include <stdarg.h>

void ckp_problem(ckp_problems *p, const char *place, const char *key, const char *format, ...) {
    va_list arguments;
    fprintf(p->text, "%s%s%s%s ", p->count++ ? "; and " : "", place, *place && *key ? "." : "", key);
    va_start(arguments, format);
    vfprintf(p->text, format, arguments);
    va_end(arguments);
}

void ckp_put_hint(FILE *to, const char *name, const char *const *known) {
    const char *near = NULL;
    for (; *known; known++) near = ckp_nearer(name, *known, near);
    if (near) fprintf(to, " (did you mean %s?)", near);
}

void ckp_put_list(FILE *to, const char *const *names) {
    fputc('[', to);
    for (int i = 0; names[i]; i++) fprintf(to, "%s%s", i ? ", " : "", names[i]);
    fputc(']', to);
}
