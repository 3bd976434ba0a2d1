/*
 * Java's temporary files (the cache of the framework) get a folder of their own, which is removed when the host ends: the VM of a host
 * that just stops never runs its own clean-up. A host that is killed cannot remove it; the next one that starts does.
 */
#ifndef CHIRALKICK_TEMPORARY_H
#define CHIRALKICK_TEMPORARY_H

/* Makes the folder once and gives it. */
int ckp_temporary_make(const char **folder);
/* Where it is made: TMPDIR, or /tmp. */
const char *ckp_temporary_parent(void);

#endif
