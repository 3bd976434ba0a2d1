/* The known name that a misspelt one probably meant; as NearestName of org.chiralkick.host.json. */
#ifndef CHIRALKICK_NEAREST_H
#define CHIRALKICK_NEAREST_H

#include <stddef.h>

/* Letters that may differ, adding, dropping and replacing one; case does not count. A name of more than 80 letters is near to none. */
int ckp_distance(const char *name, const char *known);
/* The nearest by now: `known` where it is nearer than what was found before, and near enough. Begin with NULL. */
const char *ckp_nearer(const char *name, const char *known, const char *before);

#endif
