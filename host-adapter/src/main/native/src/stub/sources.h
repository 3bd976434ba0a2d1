/* Names of sources. The stub has none of them, and must not let pass what the library refuses. */
#ifndef CHIRALKICK_SOURCES_H
#define CHIRALKICK_SOURCES_H

#include "declared.h"

/* Returns CK_ESOURCE where one of these names, joined by '+', is none of the list's, or, where that is NULL, of the distribution's. */
int ckp_sources_require(const char *names, const ckp_declared *declared);

#endif
