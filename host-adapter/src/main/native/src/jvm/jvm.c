/*
 * Finding and starting the Java VM, as a good guest of the host's process. Handlers that the VM does not need are put back; it keeps
 * SIGSEGV, SIGBUS, SIGFPE and SIGILL, which it uses for its own null and zero checks, and passes on to the host's handler what is not its
 * own. How it is made: creation.c.
 */
#include "jvm.h"

#include "archive.h"
#include "creation.h"
#include "home.h"
#include "loaded.h"
#include "temporary.h"

#include "core/errors.h"
#include "core/floating_point.h"
#include "core/fork.h"

#include <dirent.h>
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static JavaVM *vm;
static char description[1200];
static ckp_archive archive = CKP_ARCHIVE_NONE;
static pthread_key_t thread_key;
static pthread_once_t thread_once = PTHREAD_ONCE_INIT;
static bool thread_key_made;

const char *ckp_jvm_description(void) { return description; }

void ckp_jvm_started(JNIEnv *env) {
    if (archive == CKP_ARCHIVE_WANTED) ckp_archive_make(env);
    archive = CKP_ARCHIVE_NONE;
}

/* ---- threads ---- */

static void end_thread(void *attached) {
    JNIEnv *env = NULL;
    (void)attached;
    if (ckp_forked()) return;
    ckp_floating_point_default(); /* the thread ends: there is nothing to put back */
    if (vm && (*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_10) == JNI_OK) (*vm)->DetachCurrentThread(vm);
}

static void make_thread_key(void) { thread_key_made = pthread_key_create(&thread_key, end_thread) == 0; }

int ckp_jvm_enter(ckp_visit *visit) {
    jint code = (*vm)->GetEnv(vm, (void **)&visit->env, JNI_VERSION_10);
    if (code == JNI_OK) return CK_OK;
    if (code == JNI_EDETACHED) {
        JavaVMAttachArgs args = {JNI_VERSION_10, (char *)"chiralkick host thread", NULL};
        code = (*vm)->AttachCurrentThreadAsDaemon(vm, (void **)&visit->env, &args);
        if (code == JNI_OK) {
            pthread_once(&thread_once, make_thread_key);
            if (thread_key_made && pthread_setspecific(thread_key, vm) == 0) return CK_OK;
            (*vm)->DetachCurrentThread(vm);
        }
    }
    return ckp_fail(CK_EINTERNAL, "the Java VM does not accept this thread (code %d)", (int)code);
}

/* ---- finding libjvm ---- */

static bool readable(const char *path) { return access(path, R_OK) == 0; }

/* A path to libjvm.so, or a Java home (JDK or JRE). */
static bool libjvm_in(const char *where, char *path) {
    size_t length = strlen(where);
    if (length > 3 && strcmp(where + length - 3, ".so") == 0) {
        snprintf(path, PATH_MAX, "%s", where);
        return readable(path);
    }
    /* those of Java 8 have the processor in their path: found to be refused by its number, not as if nothing were there */
    static const char *const places[] = {"lib/server/libjvm.so",           "jre/lib/server/libjvm.so",
                                         "lib/amd64/server/libjvm.so",     "jre/lib/amd64/server/libjvm.so",
                                         "lib/aarch64/server/libjvm.so",   "jre/lib/aarch64/server/libjvm.so"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        snprintf(path, PATH_MAX, "%s/%s", where, places[i]);
        if (readable(path)) return true;
    }
    return false;
}

static bool libjvm_of_path(char *path) {
    const char *list = getenv("PATH");
    while (list && *list) {
        const char *end = strchrnul(list, ':');
        char candidate[PATH_MAX], real[PATH_MAX];
        snprintf(candidate, sizeof candidate, "%.*s/java", (int)(end - list), list);
        if (access(candidate, X_OK) == 0 && realpath(candidate, real)) {
            for (int up = 0; up < 2; up++) { /* .../bin/java */
                char *slash = strrchr(real, '/');
                if (slash) *slash = 0;
            }
            if (libjvm_in(real, path)) return true;
        }
        list = *end ? end + 1 : end;
    }
    return false;
}

static int find_libjvm(const char *setting, char *path) {
    const char *variable = getenv("CHIRALKICK_JVM");
    if (!setting && variable && *variable) setting = variable;
    if (setting) {
        if (libjvm_in(setting, path)) return CK_OK;
        return ckp_fail(CK_EINTERNAL, "there is no Java VM in %.300s; give libjvm.so or a Java home", setting);
    }
    const char *home = getenv("JAVA_HOME");
    if (home && *home && libjvm_in(home, path)) return CK_OK;
    if (libjvm_of_path(path)) return CK_OK;
    return ckp_fail(CK_EINTERNAL, "no Java VM found; install Java 17 or newer and set JAVA_HOME, or put java on the PATH");
}

typedef struct {
    int version; /* major; 0 where it is not known */
    bool vector; /* has the incubating Vector API, with which sources work several zones at once */
} java_release;

/* The file `release` of the Java home that has this libjvm.so: three folders up, or, up to Java 8, five. */
static FILE *release_file(const char *libjvm) {
    char path[PATH_MAX + 16];
    FILE *file = NULL;
    if (!realpath(libjvm, path)) snprintf(path, sizeof path, "%s", libjvm);
    for (int up = 0; up < 6 && !file; up++) {
        char *slash = strrchr(path, '/');
        if (!slash) break;
        strcpy(slash, "/release");
        if (up >= 2) file = fopen(path, "r");
        *slash = 0;
    }
    return file;
}

/* What the file `release` of a Java home says. */
static java_release release_of(const char *libjvm) {
    FILE *file = release_file(libjvm);
    java_release release = {0, false};
    char *line = NULL;
    size_t room = 0;
    while (file && getline(&line, &room, file) > 0) {
        if (sscanf(line, "JAVA_VERSION=\"1.%d", &release.version) != 1) sscanf(line, "JAVA_VERSION=\"%d", &release.version); /* 8 is 1.8 */
        release.vector |= strncmp(line, "MODULES=", 8) == 0 && strstr(line, "jdk.incubator.vector") != NULL;
    }
    free(line);
    if (file) fclose(file);
    const char *wanted = getenv("CHIRALKICK_VECTOR");
    release.vector = release.vector && !(wanted && strcmp(wanted, "0") == 0);
    return release;
}

/* ---- options ---- */

enum { OPTIONS = 64 };

typedef struct {
    JavaVMOption option[OPTIONS];
    int count;
} option_list;

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static bool add_option(option_list *list, const char *format, ...) {
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = list->count < OPTIONS ? vasprintf(&text, format, arguments) : -1;
    va_end(arguments);
    if (length < 0) return false;
    list->option[list->count++].optionString = text;
    return true;
}

static void free_options(option_list *list) {
    for (int i = CKP_HOOKS; i < list->count; i++) free(list->option[i].optionString);
}

static int jar_filter(const struct dirent *entry) {
    size_t length = strlen(entry->d_name);
    return length > 4 && strcmp(entry->d_name + length - 4, ".jar") == 0;
}

static bool add_text(char **text, size_t *length, const char *part) {
    size_t more = strlen(part);
    char *larger = realloc(*text, *length + more + 1);
    if (!larger) return false;
    memcpy(larger + *length, part, more + 1);
    *text = larger;
    *length += more;
    return true;
}

/* The jars of home/lib in the order of their names (an AppCDS archive needs the same order in every start), with the home as it is to be
 * spelled. Freed by the caller. */
static int class_path_of(const char *home, const char *spelled, const char *before, const char *between, char **path) {
    char folder[PATH_MAX];
    struct dirent **jars = NULL;
    size_t length = 0;
    *path = NULL;
    snprintf(folder, sizeof folder, "%s/lib", home);
    int count = scandir(folder, &jars, jar_filter, alphasort);
    bool good = count > 0;
    for (int i = 0; i < count; i++) {
        good = good && (i == 0 || add_text(path, &length, between)) && add_text(path, &length, before)
               && add_text(path, &length, spelled) && add_text(path, &length, "/lib/") && add_text(path, &length, jars[i]->d_name);
        free(jars[i]);
    }
    free(jars);
    if (good) return CK_OK;
    free(*path);
    *path = NULL;
    return ckp_fail(CK_EINTERNAL, "there are no jars in %.300s; give the installed tree in ck_open_args.home or CHIRALKICK_HOME", folder);
}

/*
 * Java takes its stack limit on the host's main thread from -Xss, not from the system: with the usual 1 MiB a Fortran host with large
 * automatic arrays would get a StackOverflowError, or worse. So it follows the host's own limit.
 */
static long stack_mebibytes(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0) return 8;
    if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > (rlim_t)512 << 20) return 512;
    return limit.rlim_cur < (rlim_t)8 << 20 ? 8 : (long)(limit.rlim_cur >> 20);
}

static bool add_environment_options(option_list *list) {
    const char *given = getenv("CHIRALKICK_JVM_OPTIONS");
    char *copy = given ? strdup(given) : NULL, *rest = NULL;
    bool good = true;
    for (char *word = copy ? strtok_r(copy, " ", &rest) : NULL; word && good; word = strtok_r(NULL, " ", &rest)) {
        good = add_option(list, "%s", word);
    }
    free(copy);
    return good;
}

/*
 * MiB of address space, most of which is reserved only: heap, code and classes by the options below, libraries and jars; and for each of
 * the VM's threads its stack and the 64 MiB of glibc's arena.
 */
enum { HEAP = 128, CODE = 64, CLASSES = 32, OTHER = 160, THREADS = 16, ARENA = 64 };

static size_t needed_address_space(void) {
    return (size_t)(HEAP + CODE + CLASSES + OTHER + THREADS * (ARENA + stack_mebibytes())) << 20;
}

static int make_options(const char *home, const char *libjvm, java_release *release, option_list *list) {
    char *class_path = NULL;
    const char *folder;
    int code = ckp_temporary_make(&folder);
    if (code == CK_OK) code = class_path_of(home, home, "", ":", &class_path);
    if (code != CK_OK) return code;
    ckp_creation_hooks(list->option);
    list->count = CKP_HOOKS;
    archive = ckp_archive_find(home, libjvm, class_path);
    /* Later Javas archive no classes where a module is added (seen with 25); who has chosen an archive wants the short start. */
    if (release->version > 17 && archive != CKP_ARCHIVE_NONE) release->vector = false;
    bool good = add_option(list, "-Djava.class.path=%s", class_path)
                && add_option(list, "-Xrs") /* SIGTERM, SIGINT, SIGHUP, SIGQUIT stay the host's */
                && add_option(list, "-XX:+UseSerialGC") && add_option(list, "-Xms16m") && add_option(list, "-Xmx%dm", HEAP)
                && add_option(list, "-XX:ReservedCodeCacheSize=%dm", CODE)
                && add_option(list, "-XX:CompressedClassSpaceSize=%dm", CLASSES) /* the usual gigabyte is more than a limit may leave */
                && add_option(list, "-XX:ActiveProcessorCount=2")
                && add_option(list, "-Xss%ldm", stack_mebibytes()) && add_option(list, "-XX:+UnlockExperimentalVMOptions")
                && add_option(list, "-XX:+DisablePrimordialThreadGuardPages") && add_option(list, "-XX:-MaxFDLimit")
                && add_option(list, "-XX:-UsePerfData") && add_option(list, "-XX:+DisableAttachMechanism")
                && add_option(list, "-XX:ErrorFile=%s/chiralkick_error_%%p.log", ckp_temporary_parent())
                && add_option(list, "-Djava.io.tmpdir=%s", folder)
                && add_option(list, "-XX:+DisplayVMOutputToStderr") && add_option(list, "-Xlog:disable")
                && add_option(list, "-Xlog:all=error:stderr") && add_option(list, "-Djava.awt.headless=true")
                && add_option(list, "-Dfile.encoding=UTF-8")
                && add_option(list, "-Duser.timezone=UTC") /* for the times of jars alone: other zones make Java load all of them */
                && add_option(list, "-Xshare:auto");
    if (good && release->vector) good = add_option(list, "--add-modules=jdk.incubator.vector");
    if (good && release->version >= 24) good = add_option(list, "--sun-misc-unsafe-memory-access=allow"); /* Felix 7.0.5 */
    if (good && archive == CKP_ARCHIVE_USED) good = add_option(list, "-XX:SharedArchiveFile=%s", ckp_archive_path());
    if (good && archive == CKP_ARCHIVE_WANTED) good = add_option(list, "-XX:+RecordDynamicDumpInfo");
    good = good && add_environment_options(list);
    free(class_path);
    return good ? CK_OK : ckp_fail(CK_EINTERNAL, "out of memory, or more than %d options for the Java VM", OPTIONS);
}

/* ---- starting ---- */

typedef jint (*created_function)(JavaVM **, jsize, jsize *);

/* ISO C has no conversion from dlsym's pointer to a function; POSIX promises that the bits are the same. */
static bool find_function(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

static bool there_already(void *library) {
    created_function created;
    jsize count = 0;
    JavaVM *found = NULL;
    if (!find_function(library, "JNI_GetCreatedJavaVMs", &created)) return false;
    if (created(&found, 1, &count) != JNI_OK || count < 1) return false;
    vm = found;
    snprintf(description, sizeof description, "attached to the Java VM that the process had");
    return true;
}

int ckp_jvm_start(const char *home, const char *jvm, bool *attached) {
    *attached = false;
    if (vm) return CK_OK;
    char path[PATH_MAX];
    int code = ckp_jvm_loaded(path) ? CK_OK : find_libjvm(jvm, path);
    if (code != CK_OK) return code;
    java_release release = release_of(path);
    if (release.version != 0 && release.version < 17) { /* before it is loaded, which cannot be undone */
        return ckp_fail(CK_EINTERNAL, "%.300s is Java %d; ChiralKick %s needs Java 17 or newer", path, release.version, ck_version());
    }
    void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (!library) return ckp_fail(CK_EINTERNAL, "cannot load %.300s: %.300s", path, dlerror());
    *attached = there_already(library);
    if (*attached) return CK_OK;
    ckp_create_function function;
    if (!find_function(library, "JNI_CreateJavaVM", &function)) return ckp_fail(CK_EINTERNAL, "%.300s is not a Java VM", path);
    option_list options = {.count = 0};
    code = make_options(home, path, &release, &options);
    if (code == CK_OK) code = ckp_creation_run(function, options.option, options.count, needed_address_space(), &vm);
    free_options(&options);
    const char *printed = ckp_creation_output();
    if (code == CK_OK) {
        snprintf(description, sizeof description, "started Java %d from %.400s%s%s%s", release.version, path,
                 release.vector ? " with its Vector API" : "", *printed ? "; it says: " : "", printed);
    }
    return code;
}

int ckp_jvm_urls(const char *home, char **urls) {
    char escaped[3 * PATH_MAX], *to = escaped;
    for (const char *c = home; *c; c++) {
        if (ckp_url_keeps(*c)) {
            *to++ = *c;
        } else {
            to += sprintf(to, "%%%02X", (unsigned)(unsigned char)*c);
        }
    }
    *to = 0;
    return class_path_of(home, escaped, "file:", "\n", urls);
}
