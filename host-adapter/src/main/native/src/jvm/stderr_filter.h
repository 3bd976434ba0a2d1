/* Keeping from the host's stderr the one line that Java writes there of its own accord. */
#ifndef CHIRALKICK_STDERR_FILTER_H
#define CHIRALKICK_STDERR_FILTER_H

typedef struct {
    int real, kept; /* descriptors; -1: nothing is kept back */
} ckp_stderr_filter;

#define CKP_STDERR_FILTER_NONE ((ckp_stderr_filter){-1, -1})

/* From here on what the process writes to stderr is kept, */
ckp_stderr_filter ckp_stderr_filter_begin(void);
/* and from here on it is not; what was kept is written, without Java's warning. */
void ckp_stderr_filter_end(ckp_stderr_filter *filter);

#endif
