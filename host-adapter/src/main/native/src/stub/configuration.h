/*
 * The configuration of a coupling, checked as the real library checks it: what that refuses is refused here in the same words. What depends on
 * the sources that are installed (their names, presets, closures and parameters) is checked by what they declare.
 */
#ifndef CHIRALKICK_CONFIGURATION_H
#define CHIRALKICK_CONFIGURATION_H

#include "declared.h"

typedef struct {
    char form[16]; /* of the recoil */
    bool has_radius;
    bool any_weights, any_numbers; /* "free" */
    bool goes_on; /* without a source: "hold" or "wait" */
    char *replay; /* the stub's own key; NULL: none. To be freed */
} ckp_configuration;

/* Those of an empty object where the text is NULL. CK_EARG names every problem with its place, CK_ESOURCE a source that is not there. */
int ckp_configuration_read(const char *text, const ckp_declared *declared, ckp_configuration *configuration);
/* CK_EARG where these, joined by "+", are no names of sources, or one is there twice. */
int ckp_configuration_require_names(const char *names);

#endif
