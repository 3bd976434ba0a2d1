/*
 * Making the Java VM: see creation.h.
 *
 * It is made on a thread of its own: so the host's signal mask, floating-point environment and stack are not touched, and no host thread
 * becomes Java's "main". All signals that mean something to a host are blocked there, and thereby in all threads of the VM.
 *
 * HotSpot ends the process where memory for its heap, code or classes cannot be had. It calls a hook before; while the VM is made, the
 * thread that calls it waits there for ever, and the host goes on without a VM. A VM that is made keeps its own way of ending.
 */
#include "creation.h"

#include "signals.h"
#include "stderr_filter.h"

#include "core/errors.h"
#include "core/floating_point.h"

#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef enum { NOT_TRIED, MAKING, DONE, GAVE_UP } progress;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of what follows */
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static progress state = NOT_TRIED;
static struct {
    ckp_create_function create;
    JavaVMInitArgs args;
    JavaVM *made;
    jint code;
} task;
static char output[600];

const char *ckp_creation_output(void) { return output; }

/* ---- hooks ---- */

static void append_line(char text[sizeof output], const char *more) {
    size_t length = strlen(text);
    for (const char *c = more; *c && length < sizeof output - 1; c++) {
        bool line_end = *c == '\n';
        if (line_end && (length == 0 || text[length - 1] == ' ')) continue;
        if (line_end && length < sizeof output - 2) text[length++] = ';';
        text[length++] = line_end ? ' ' : *c;
    }
    text[length] = 0;
}

/* What the VM prints: kept while it is made, afterwards to stderr; never to stdout, which is the host's. Its own log files stay. */
static jint JNICALL print(FILE *file, const char *format, va_list arguments) {
    if (file != stdout && file != stderr) return vfprintf(file, format, arguments);
    pthread_mutex_lock(&lock);
    bool making = state == MAKING;
    char text[sizeof output];
    int length = making ? vsnprintf(text, sizeof text, format, arguments) : 0;
    if (making && length > 0) append_line(output, text);
    pthread_mutex_unlock(&lock);
    return making ? length : vfprintf(stderr, format, arguments);
}

static void gives_up(void) {
    pthread_mutex_lock(&lock);
    bool making = state == MAKING || state == GAVE_UP;
    if (making) state = GAVE_UP;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    while (making) pause();
}

static void JNICALL exits(jint code) {
    (void)code;
    gives_up();
}

void ckp_creation_hooks(JavaVMOption hooks[CKP_HOOKS]) {
    static char names[CKP_HOOKS][16] = {"vfprintf", "exit", "abort"};
    jint(JNICALL * on_print)(FILE *, const char *, va_list) = print;
    void(JNICALL * on_exit)(jint) = exits;
    void(JNICALL * on_abort)(void) = gives_up;
    memcpy(&hooks[0].extraInfo, &on_print, sizeof on_print); /* ISO C has no conversion of functions to data pointers */
    memcpy(&hooks[1].extraInfo, &on_exit, sizeof on_exit);
    memcpy(&hooks[2].extraInfo, &on_abort, sizeof on_abort);
    for (int i = 0; i < CKP_HOOKS; i++) hooks[i].optionString = names[i];
}

/* ---- the thread ---- */

static void *create_on_own_thread(void *unused) {
    sigset_t blocked;
    JNIEnv *env;
    (void)unused;
    sigfillset(&blocked);
    for (int signal = 1; signal < NSIG; signal++) {
        if (ckp_signals_needed_by_vm(signal) || signal == SIGTRAP) sigdelset(&blocked, signal);
    }
    pthread_sigmask(SIG_SETMASK, &blocked, NULL);
    ckp_floating_point_default();
    task.code = task.create(&task.made, (void **)&env, &task.args);
    if (task.code == JNI_OK) (*task.made)->DetachCurrentThread(task.made);
    pthread_mutex_lock(&lock);
    state = DONE;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

static int run_thread(void) {
    pthread_t thread;
    state = MAKING;
    int failed = pthread_create(&thread, NULL, create_on_own_thread, NULL);
    if (failed != 0) {
        state = NOT_TRIED;
        return failed;
    }
    pthread_detach(thread);
    pthread_mutex_lock(&lock);
    while (state == MAKING) pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    return 0;
}

static int check_room(size_t needed) {
    void *room = mmap(NULL, needed, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room != MAP_FAILED) munmap(room, needed);
    if (room != MAP_FAILED) return CK_OK;
    return ckp_fail(CK_EINTERNAL, "the Java VM needs %zu MB of address space, which the process does not get; raise or remove its limit (ulimit -v)",
                    needed >> 20);
}

static int gave_up(void) {
    const char *options = getenv("CHIRALKICK_JVM_OPTIONS");
    return ckp_fail(CK_EINTERNAL, "the Java VM gave up while it started, and no other can be started in this process: %s CHIRALKICK_JVM_OPTIONS is %.200s",
                    output, options ? options : "not set");
}

/* Some are incubating: see stderr_filter.c. */
static bool adds_modules(const JavaVMOption *options, int count) {
    for (int i = CKP_HOOKS; i < count; i++) {
        if (strncmp(options[i].optionString, "--add-modules", 13) == 0) return true;
    }
    return false;
}

int ckp_creation_run(ckp_create_function create, const JavaVMOption *options, int count, size_t needed, JavaVM **made) {
    if (state == GAVE_UP) return gave_up();
    int code = check_room(needed);
    if (code != CK_OK) return code;
    task.create = create;
    task.args = (JavaVMInitArgs){.version = JNI_VERSION_10, .nOptions = count, .options = (JavaVMOption *)(uintptr_t)options};
    output[0] = 0;
    /* HotSpot takes SIGUSR2, by which batch systems ask for a checkpoint, unless this variable names another signal. */
    bool chosen = getenv("_JAVA_SR_SIGNUM") == NULL;
    char number[16];
    snprintf(number, sizeof number, "%d", ckp_signals_quiet());
    if (chosen) setenv("_JAVA_SR_SIGNUM", number, 1);
    char *locale = strdup(setlocale(LC_ALL, NULL)); /* the VM calls setlocale(LC_ALL, "") */
    ckp_stderr_filter filter = adds_modules(options, count) ? ckp_stderr_filter_begin() : CKP_STDERR_FILTER_NONE;
    int failed = run_thread();
    ckp_stderr_filter_end(&filter);
    ckp_signals_give_back();
    if (locale) setlocale(LC_ALL, locale);
    free(locale);
    if (chosen) unsetenv("_JAVA_SR_SIGNUM");
    if (failed != 0) return ckp_fail(CK_EINTERNAL, "cannot start a thread for the Java VM: %s", strerror(failed));
    if (state == GAVE_UP) return gave_up();
    if (task.code != JNI_OK) {
        const char *given = getenv("CHIRALKICK_JVM_OPTIONS");
        return ckp_fail(CK_EINTERNAL, "the Java VM does not start (code %d): %s CHIRALKICK_JVM_OPTIONS is %.300s", (int)task.code, output,
                        given ? given : "not set");
    }
    *made = task.made;
    return CK_OK;
}
