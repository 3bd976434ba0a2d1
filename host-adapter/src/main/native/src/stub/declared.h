/*
 * What the sources of an installation declare: names, presets, closures and parameters. The stub has no sources, and must not let pass what the
 * library refuses, so it reads a list of them that the command `chiralkick sources --json` has made.
 */
#ifndef CHIRALKICK_DECLARED_H
#define CHIRALKICK_DECLARED_H

#include "json.h"

typedef struct ckp_declared ckp_declared;

/*
 * Reads native/sources.json of a home, of CHIRALKICK_HOME where home is NULL, or, where that has none, of the installation that the library
 * lies in. *declared is NULL where there is none at all. CK_EINTERNAL where the file is no such list.
 */
int ckp_declared_read(const char *home, ckp_declared **declared);
void ckp_declared_free(ckp_declared *declared); /* NULL is allowed */

/* The first of the sources, the one that acts where none is named; `next` leads to the others. NULL where there is no list. */
const ckp_json *ckp_declared_first(const ckp_declared *declared);
/* The source of a name; NULL where there is none. */
const ckp_json *ckp_declared_source(const ckp_declared *declared, const char *name, size_t length);
/* Its name. */
const char *ckp_declared_name(const ckp_json *source);
/* The first of what a source declares in "closures", "parameters" or "presets", each an object; `next` leads to the others. */
const ckp_json *ckp_declared_of(const ckp_json *source, const char *group);
/* The text of a member; empty where there is none. */
const char *ckp_declared_text(const ckp_json *object, const char *key);

#endif
