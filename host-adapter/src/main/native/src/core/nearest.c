/* See nearest.h. */
#include "nearest.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

enum { LONGEST = 80 };

/* Levenshtein's, one row at a time. */
static int distance_of(const char *name, const char *known) {
    size_t length = strlen(known), rows = strlen(name);
    int row[LONGEST + 1];
    if (length > LONGEST || rows > LONGEST) return INT_MAX;
    for (size_t j = 0; j <= length; j++) row[j] = (int)j;
    for (size_t i = 0; i < rows; i++) {
        int diagonal = row[0];
        row[0] = (int)i + 1;
        for (size_t j = 1; j <= length; j++) {
            int least = diagonal + (tolower((unsigned char)name[i]) != tolower((unsigned char)known[j - 1]));
            diagonal = row[j];
            if (row[j] + 1 < least) least = row[j] + 1;
            if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
            row[j] = least;
        }
    }
    return row[length];
}

const char *ckp_nearer(const char *name, const char *known, const char *before) {
    int third = (int)(strlen(name) / 3), allowed = third > 2 ? third : 2, distance = distance_of(name, known);
    if (distance > allowed) return before;
    return !before || distance < distance_of(name, before) ? known : before;
}
