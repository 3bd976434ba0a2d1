/*
 * A host with a Java VM of its own, which knows nothing of ChiralKick's jars: the library must use that one, as there cannot be two.
 *   foreign_vm LIBJVM
 * Prints "ok".
 */
#include "zones.h"

#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

typedef jint (*create_function)(JavaVM **, void **, void *);

static void host_handler(int number) { (void)number; }

/* Threads of the VM whose name begins with what the library calls those that it attaches. */
static int attached_threads(JNIEnv *env) {
    jclass type = (*env)->FindClass(env, "java/lang/Thread");
    jmethodID count = (*env)->GetStaticMethodID(env, type, "activeCount", "()I");
    return (*env)->CallStaticIntMethod(env, type, count);
}

static JavaVM *vm;

static long resident_kilobytes(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/* Attaches and detaches itself, as hosts with a VM of their own do. */
static void *attached_by_the_host(void *coupling) {
    JNIEnv *env;
    if ((*vm)->AttachCurrentThread(vm, (void **)&env, NULL) != JNI_OK) return coupling;
    int code = evaluate(coupling, 0, N, 1);
    return (*vm)->DetachCurrentThread(vm) == JNI_OK && code == CK_OK ? NULL : coupling;
}

static void threads_leave_nothing_behind(ck_coupling *coupling) {
    enum { WARM = 50, THREADS = 300 };
    long before = 0;
    CHECK(ck_begin(coupling, 5, 0, 1e-3) == CK_OK);
    for (int i = 0; i < THREADS; i++) {
        pthread_t thread;
        void *failed = coupling;
        if (i == WARM) before = resident_kilobytes();
        CHECK(pthread_create(&thread, NULL, attached_by_the_host, coupling) == 0 && pthread_join(thread, &failed) == 0 && failed == NULL);
    }
    long growth = resident_kilobytes() - before;
    fprintf(stderr, "growth with %d threads: %ld kB\n", THREADS - WARM, growth);
    CHECK(growth < 16384); /* a thread's memory is 262 kB: were it kept, 65 MB */
    CHECK(ck_rollback(coupling) == CK_OK);
}

int main(int argc, char **argv) {
    JavaVMOption option = {.optionString = (char *)"-Xmx256m"};
    JavaVMInitArgs args = {.version = JNI_VERSION_10, .nOptions = 1, .options = &option};
    JNIEnv *env;
    void *library = argc > 1 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL; /* local: found through its file, not its symbols */
    create_function create;
    void *symbol = library ? dlsym(library, "JNI_CreateJavaVM") : NULL;
    memcpy(&create, &symbol, sizeof create);
    if (!symbol || create(&vm, (void **)&env, &args) != JNI_OK) return 3;

    static const int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGCHLD};
    struct sigaction before[NSIG], after;
    signal(SIGUSR1, host_handler);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaction(signals[i], NULL, &before[signals[i]]);
    int threads = attached_threads(env);

    fill_zones();
    ck_coupling *coupling = open_or_exit(NULL, 2);
    one_step(coupling, 1);
    ck_recoil_t recoil = recoil_of(coupling);
    CHECK(recoil.steps == 1 && recoil.momentum[2] != 0);
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "the last one is committed"); /* no exception is left pending */
    CHECK(!(*env)->ExceptionCheck(env));
    threads_leave_nothing_behind(coupling);
    CHECK(ck_close(coupling) == CK_OK);

    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) { /* its own and the VM's */
        CHECK(sigaction(signals[i], NULL, &after) == 0);
        CHECK(after.sa_sigaction == before[signals[i]].sa_sigaction && after.sa_flags == before[signals[i]].sa_flags);
    }
    CHECK(attached_threads(env) >= threads); /* the host's own thread is still attached, and the VM lives */
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
