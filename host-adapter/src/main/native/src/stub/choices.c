/* See choices.h. */
#include "choices.h"

#include <stdio.h>
#include <string.h>

void ckp_choice(const char *config, const char *key, const char *by_default, char choice[CKP_CHOICE]) {
    char quoted[32];
    snprintf(quoted, sizeof quoted, "\"%s\"", key);
    const char *at = config ? strstr(config, quoted) : NULL;
    snprintf(choice, CKP_CHOICE, "%s", by_default);
    if (at) sscanf(at + strlen(quoted), " : \"%15[a-z-]\"", choice);
}
