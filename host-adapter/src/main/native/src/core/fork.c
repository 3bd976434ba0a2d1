/* Recognising forked children: see fork.h. */
#include "fork.h"

#include <pthread.h>
#include <stdatomic.h>

static atomic_bool forked;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void note_fork(void) { atomic_store(&forked, true); }

static void watch(void) { pthread_atfork(NULL, NULL, note_fork); }

void ckp_fork_watch(void) { pthread_once(&once, watch); }

bool ckp_forked(void) { return atomic_load_explicit(&forked, memory_order_relaxed); }
