/* Keeping from the host's stderr the one line that Java writes there of its own accord. */
#ifndef CKP_HUSH_H
#define CKP_HUSH_H

typedef struct {
    int real, kept; /* descriptors; -1: nothing is kept back */
} ckp_hush;

#define CKP_HUSH_NONE ((ckp_hush){-1, -1})

/* From here on what the process writes to stderr is kept, */
ckp_hush ckp_hush_begin(void);
/* and from here on it is not; what was kept is written, without Java's warning. */
void ckp_hush_end(ckp_hush *hush);

#endif
