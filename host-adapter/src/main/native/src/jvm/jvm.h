/* The Java VM of the process: found, started once, entered by any thread. */
#ifndef CHIRALKICK_JVM_H
#define CHIRALKICK_JVM_H

#include <jni.h>
#include <stdbool.h>

/* A visit of Java by this thread. The core has set the floating-point environment that Java expects. */
typedef struct {
    JNIEnv *env;
} ckp_visit;

/* Makes sure that there is a VM with the jars of `home`/lib on its class path; *attached says that the process had one already.
 * Call it from one thread at a time. */
int ckp_jvm_start(const char *home, const char *jvm, bool *attached);

/* What the VM and this library's Java part are, for the log. */
const char *ckp_jvm_description(void);

/* The first coupling is open: all classes of a start are loaded, and can be archived where the host wants that. */
void ckp_jvm_started(JNIEnv *env);

/* Enters Java: attaches the thread at its first visit, as a daemon; it is detached when the thread ends. */
int ckp_jvm_enter(ckp_visit *visit);

/* The jars of `home`/lib as URLs separated by newlines, for a VM that does not have them on its class path. Freed by the caller. */
int ckp_jvm_urls(const char *home, char **urls);

#endif
