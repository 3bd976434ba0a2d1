/* The sources that a configuration names. The stub has none, and must not let pass what the library refuses. */
#ifndef CHIRALKICK_SOURCES_H
#define CHIRALKICK_SOURCES_H

/* Returns CK_ESOURCE where a configuration, which may be NULL, names a source that is none of the distribution's and does not say in words to
 * hold or to wait. */
int ckp_sources_configure(const char *config);

/* The same for names joined by '+'. */
int ckp_sources_require(const char *names);

#endif
