/* Whether the process has a Java VM's library already. */
#ifndef CHIRALKICK_LOADED_H
#define CHIRALKICK_LOADED_H

#include <limits.h>
#include <stdbool.h>

/* Gives the path of the libjvm that the process has loaded; false when it has none. */
bool ckp_jvm_loaded(char path[PATH_MAX]);

#endif
