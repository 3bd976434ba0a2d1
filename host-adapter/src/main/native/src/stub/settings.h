/* What a configuration chooses of its sources, checked by what they declare: the rules and words of SettingsRouter of org.chiralkick.host. */
#ifndef CHIRALKICK_SETTINGS_H
#define CHIRALKICK_SETTINGS_H

#include "declared.h"

/*
 * Checks presets, closures and parameters of a configuration that is right in form. CK_EARG names every problem with its place; where there is no
 * list of what the sources declare every choice is one, since nobody can tell whether the library takes it.
 */
int ckp_settings_check(const ckp_json *configuration, const ckp_declared *declared);

#endif
