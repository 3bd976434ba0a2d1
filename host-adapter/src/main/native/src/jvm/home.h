/* The installed tree that belongs to this library. */
#ifndef CHIRALKICK_HOME_H
#define CHIRALKICK_HOME_H

#include <limits.h>
#include <stdbool.h>

/* Finds the tree: as given, CHIRALKICK_HOME, or where the library lies; refuses one of another version than the library's. */
int ckp_home_find(const char *given, char home[PATH_MAX]);

/* Whether Java's URLs keep this character of a path as it is; others become %XX. */
bool ckp_url_keeps(char character);

#endif
