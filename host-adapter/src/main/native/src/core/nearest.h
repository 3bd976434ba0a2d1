/* The known name that a misspelt one probably meant; as NearestName of org.chiralkick.host.json. */
#ifndef CHIRALKICK_NEAREST_H
#define CHIRALKICK_NEAREST_H

/*
 * The nearest by now: `known` where it is nearer than what was found before, and near enough. Begin with NULL. At most a third of the letters may
 * differ; case does not count. A name of more than 80 letters is near to none.
 */
const char *ckp_nearer(const char *name, const char *known, const char *before);

#endif
