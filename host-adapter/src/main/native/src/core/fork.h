/*
 * A child of fork() has none of the threads of the Java VM and the pool, and their locks as they were: any call would wait for ever. So
 * the child of a process that has opened a coupling is recognised.
 */
#ifndef CHIRALKICK_FORK_H
#define CHIRALKICK_FORK_H

#include <stdbool.h>

/* From here on children are recognised. */
void ckp_fork_watch(void);

/* Whether this process is such a child. */
bool ckp_forked(void);

#endif
