/* Making the Java VM, such that the host outlives a VM that cannot be made. */
#ifndef CHIRALKICK_CREATION_H
#define CHIRALKICK_CREATION_H

#include <jni.h>
#include <stddef.h>

typedef jint (*ckp_create_function)(JavaVM **, void **, void *);

enum { CKP_HOOKS = 3 };
/* The options by which the VM reports what it would print, and that it gives up. They come first. */
void ckp_creation_hooks(JavaVMOption hooks[CKP_HOOKS]);

/* Makes the VM on a thread of its own. needed: bytes of address space without which it is not tried. */
int ckp_creation_run(ckp_create_function create, const JavaVMOption *options, int count, size_t needed, JavaVM **made);

/* What the VM printed while it was made, on one line; empty where it printed nothing. */
const char *ckp_creation_output(void);

#endif
