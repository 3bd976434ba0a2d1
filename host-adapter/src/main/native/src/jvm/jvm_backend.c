/*
 * The backend with a Java VM: every call becomes one of org.chiralkick.host.jni.Gateway. Exceptions become codes and messages here.
 */
#include "archive.h"
#include "home.h"
#include "jvm.h"
#include "signals.h"

#include "core/backend.h"
#include "core/errors.h"
#include "core/fork.h"
#include "core/handles.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What C and Java agree on; Gateway.ABI must be the same. */
enum { GATEWAY_ABI = 7 };

typedef struct {
    jobject coupling;
    void (*log)(int, const char *, void *);
    void *log_context;
    int assumptions_logged;
    int groups; /* of energy, 0: none */
    int64_t held_back; /* steps since this rank has had other sources ready than all */
    double time_s;
} java_coupling;

/* One Felix per process; all of it is set under ck_open's lock before any other call can come. */
static struct {
    char home[PATH_MAX];
    jobject gateway; /* the running Felix */
    jclass type;
    jmethodID open, groups, lane, room, column, begin, evaluate, emitted, set_dt, commit, rollback, recoil, audit, state_size, save, load, sum, use, close, code, message,
        assumption, report, unit, troubles, ballot, surface_of_all, commit_agreed, fingerprint, held_back, words;
} java;

/* ---- exceptions ---- */

/* The text of some bytes, to be freed; NULL where there are none, or no memory. */
static char *text_from(JNIEnv *env, jbyteArray bytes) {
    if (!bytes) return NULL;
    jsize length = (*env)->GetArrayLength(env, bytes);
    char *text = malloc((size_t)length + 1);
    if (!text) return NULL;
    if (length > 0) (*env)->GetByteArrayRegion(env, bytes, 0, length, (jbyte *)text);
    text[length] = 0;
    return text;
}

/* Turns a pending exception into a code and this thread's message. */
static int thrown(JNIEnv *env) {
    jthrowable exception = (*env)->ExceptionOccurred(env);
    if (!exception) return CK_OK;
    (*env)->ExceptionClear(env);
    int code = CK_EINTERNAL;
    char *text = NULL;
    if (java.code) {
        code = (*env)->CallStaticIntMethod(env, java.type, java.code, exception);
        jbyteArray bytes = (*env)->ExceptionCheck(env)
                               ? NULL
                               : (jbyteArray)(*env)->CallStaticObjectMethod(env, java.type, java.message, exception);
        if ((*env)->ExceptionCheck(env)) {
            (*env)->ExceptionClear(env);
            code = CK_EINTERNAL;
        } else if (bytes) {
            text = text_from(env, bytes);
        }
        if (bytes) (*env)->DeleteLocalRef(env, bytes);
    } else { /* before the gateway is there: the exception's own text */
        jclass type = (*env)->GetObjectClass(env, exception);
        jmethodID to_string = (*env)->GetMethodID(env, type, "toString", "()Ljava/lang/String;");
        jstring string = to_string ? (jstring)(*env)->CallObjectMethod(env, exception, to_string) : NULL;
        if ((*env)->ExceptionCheck(env)) (*env)->ExceptionClear(env);
        const char *letters = string ? (*env)->GetStringUTFChars(env, string, NULL) : NULL;
        if (letters) text = strdup(letters);
        if (letters) (*env)->ReleaseStringUTFChars(env, string, letters);
    }
    (*env)->DeleteLocalRef(env, exception);
    ckp_fail(code, "%s", text ? text : "an exception in Java");
    free(text);
    return code;
}

/* Leaves Java with a code: local references made meanwhile go, a pending exception becomes a code and a message. */
static int leave(ckp_visit *visit) {
    int code = thrown(visit->env);
    (*visit->env)->PopLocalFrame(visit->env, NULL);
    return code;
}

static int enter(ckp_visit *visit) {
    int code = ckp_jvm_enter(visit);
    if (code != CK_OK) return code;
    if ((*visit->env)->PushLocalFrame(visit->env, 16) == 0) return CK_OK;
    (*visit->env)->ExceptionClear(visit->env);
    return ckp_fail(CK_EINTERNAL, "out of memory in Java");
}

static jbyteArray bytes_of(JNIEnv *env, const void *bytes, size_t length) {
    jbyteArray array = (*env)->NewByteArray(env, (jsize)length);
    if (array) (*env)->SetByteArrayRegion(env, array, 0, (jsize)length, (const jbyte *)bytes);
    return array;
}

static jbyteArray text_of(JNIEnv *env, const char *text) { return text ? bytes_of(env, text, strlen(text)) : NULL; }

/* ---- the running Felix ---- */

/* The class of the gateway: from the VM's own class path, or in a VM of the host's from the jars of home/lib. */
static jclass gateway_class(JNIEnv *env, const char *home, bool attached) {
    jclass type = (*env)->FindClass(env, "org/chiralkick/host/jni/Gateway");
    if (type || !attached) return type;
    (*env)->ExceptionClear(env);
    char *urls = NULL;
    if (ckp_jvm_urls(home, &urls) != CK_OK) return NULL;
    jclass url = (*env)->FindClass(env, "java/net/URL"), loader = url ? (*env)->FindClass(env, "java/net/URLClassLoader") : NULL;
    jclass plain = loader ? (*env)->FindClass(env, "java/lang/Class") : NULL;
    jsize count = 1;
    for (const char *c = urls; *c; c++) count += *c == '\n';
    jobjectArray list = plain ? (*env)->NewObjectArray(env, count, url, NULL) : NULL;
    char *rest = NULL, *word = list ? strtok_r(urls, "\n", &rest) : NULL;
    for (jsize i = 0; word && !(*env)->ExceptionCheck(env); i++, word = strtok_r(NULL, "\n", &rest)) {
        jstring text = (*env)->NewStringUTF(env, word);
        jobject one = text ? (*env)->NewObject(env, url, (*env)->GetMethodID(env, url, "<init>", "(Ljava/lang/String;)V"), text) : NULL;
        if (one) (*env)->SetObjectArrayElement(env, list, i, one);
        if (text) (*env)->DeleteLocalRef(env, text);
        if (one) (*env)->DeleteLocalRef(env, one);
    }
    free(urls);
    if (!list || (*env)->ExceptionCheck(env)) return NULL;
    jobject made = (*env)->NewObject(env, loader, (*env)->GetMethodID(env, loader, "<init>", "([Ljava/net/URL;)V"), list);
    jstring name = made ? (*env)->NewStringUTF(env, "org.chiralkick.host.jni.Gateway") : NULL;
    if (!name) return NULL;
    jmethodID for_name = (*env)->GetStaticMethodID(env, plain, "forName",
                                                   "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;");
    return (jclass)(*env)->CallStaticObjectMethod(env, plain, for_name, name, JNI_TRUE, made);
}

static int find_methods(JNIEnv *env) {
    static const struct {
        jmethodID *id;
        const char *name, *signature;
    } methods[] = {
        {&java.open, "open",
         "(Lorg/chiralkick/host/jni/Gateway;[BDDDDDIDDIIZJ)Lorg/chiralkick/host/Coupling;"},
        {&java.lane, "lane", "(Ljava/nio/ByteBuffer;)Lorg/chiralkick/host/jni/Lane;"},
        {&java.groups, "groups", "(Lorg/chiralkick/host/Coupling;[D)V"},
        {&java.room, "room", "(Lorg/chiralkick/host/jni/Lane;I)V"},
        {&java.column, "column", "(Lorg/chiralkick/host/jni/Lane;I)[D"},
        {&java.begin, "begin", "(Lorg/chiralkick/host/Coupling;JDD)V"},
        {&java.evaluate, "evaluate", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;JZID)V"},
        {&java.emitted, "emitted", "(Lorg/chiralkick/host/Coupling;DDDDDD)V"},
        {&java.set_dt, "setDt", "(Lorg/chiralkick/host/Coupling;D)V"},
        {&java.commit, "commit", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;)Z"},
        {&java.ballot, "ballot", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;)V"},
        {&java.surface_of_all, "surfaceOfAll", "(Lorg/chiralkick/host/Coupling;DDDDZ)V"},
        {&java.commit_agreed, "commitAgreed", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;DZ)Z"},
        {&java.fingerprint, "fingerprint", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;)V"},
        {&java.held_back, "heldBack", "(Lorg/chiralkick/host/Coupling;)J"},
        {&java.words, "words", "(Lorg/chiralkick/host/Coupling;Z)[B"},
        {&java.rollback, "rollback", "(Lorg/chiralkick/host/Coupling;)V"},
        {&java.recoil, "recoil", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;)J"},
        {&java.audit, "audit", "(Lorg/chiralkick/host/Coupling;Lorg/chiralkick/host/jni/Lane;)V"},
        {&java.state_size, "stateSize", "(Lorg/chiralkick/host/Coupling;)I"},
        {&java.save, "saveState", "(Lorg/chiralkick/host/Coupling;)[B"},
        {&java.load, "restoreState", "(Lorg/chiralkick/host/Coupling;[B)V"},
        {&java.sum, "sumOfStates", "([BILorg/chiralkick/host/jni/Lane;)[B"},
        {&java.use, "use", "(Lorg/chiralkick/host/Coupling;[B)V"},
        {&java.close, "close", "(Lorg/chiralkick/host/Coupling;)V"},
        {&java.assumption, "assumption", "(Lorg/chiralkick/host/Coupling;I)[B"},
        {&java.report, "report", "(Lorg/chiralkick/host/jni/Lane;)[B"},
        {&java.unit, "unit", "(Lorg/chiralkick/host/Coupling;I)[B"},
        {&java.troubles, "troubles", "(Lorg/chiralkick/host/jni/Gateway;)[B"},
        {&java.message, "message", "(Ljava/lang/Throwable;)[B"},
        {&java.code, "code", "(Ljava/lang/Throwable;)I"},
    };
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        jmethodID id = (*env)->GetStaticMethodID(env, java.type, methods[i].name, methods[i].signature);
        if (!id) return CK_EINTERNAL; /* the exception says which */
        *methods[i].id = id;
    }
    return CK_OK;
}

/* Gateway.log: a message of Java's for a host, on the calling thread or on that of the watchdog. */
static void JNICALL log_from_java(JNIEnv *env, jclass type, jlong self, jint level, jbyteArray bytes) {
    const java_coupling *c = (const java_coupling *)(intptr_t)self;
    char *text = text_from(env, bytes);
    (void)type;
    if (!text) return;
    ckp_tell_host(c->log, c->log_context, level, text);
    free(text);
}

static int register_log(JNIEnv *env) {
    static char name[] = "log", signature[] = "(JI[B)V";
    JNINativeMethod method = {name, signature, (void *)(uintptr_t)log_from_java};
    return (*env)->RegisterNatives(env, java.type, &method, 1) == 0 ? CK_OK : CK_EINTERNAL;
}

static int check_abi(JNIEnv *env, const char *home) {
    jfieldID field = (*env)->GetStaticFieldID(env, java.type, "ABI", "I");
    if (!field) return CK_EINTERNAL;
    jint abi = (*env)->GetStaticIntField(env, java.type, field);
    if (abi == GATEWAY_ABI) return CK_OK;
    return ckp_fail(CK_EINTERNAL, "libchiralkick %s speaks version %d of the inner interface, the jars in %.300s/lib speak %d; install both "
                    "from one distribution", ck_version(), GATEWAY_ABI, home, (int)abi);
}

static int boot(JNIEnv *env, const char *home, bool attached) {
    jclass type = gateway_class(env, home, attached);
    if (!type) return CK_EINTERNAL;
    java.type = (jclass)(*env)->NewGlobalRef(env, type);
    int code = check_abi(env, home);
    if (code == CK_OK) code = find_methods(env);
    if (code == CK_OK) code = register_log(env);
    jmethodID start = code == CK_OK ? (*env)->GetStaticMethodID(env, type, "boot", "([BZ)Lorg/chiralkick/host/jni/Gateway;") : NULL;
    jobject gateway = start ? (*env)->CallStaticObjectMethod(env, type, start, text_of(env, home), (jboolean)!attached) : NULL;
    if (gateway) {
        java.gateway = (*env)->NewGlobalRef(env, gateway);
        snprintf(java.home, sizeof java.home, "%s", home);
    }
    return java.gateway ? CK_OK : CK_EINTERNAL;
}

static int ensure_running(const ck_open_args *args) {
    char home[PATH_MAX];
    int code = ckp_home_find(args->home, home);
    if (code != CK_OK) return code;
    if (java.gateway) {
        if (strcmp(home, java.home) == 0) return CK_OK;
        return ckp_fail(CK_EARG, "this process runs ChiralKick from %.250s already and cannot use %.250s as well", java.home, home);
    }
    static bool attached; /* a second try after a failed start still knows */
    bool first = false;
    ckp_signals_keep();
    code = ckp_jvm_start(home, args->jvm, &first);
    attached |= first;
    ckp_visit visit;
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    ckp_fail(CK_EINTERNAL, "%s", "");
    code = boot(visit.env, home, attached);
    ckp_signals_give_handlers_back();
    int exception = leave(&visit);
    if (exception != CK_OK) return exception;
    if (code != CK_OK && !*ckp_message()) ckp_fail(code, "the Java part of ChiralKick did not start");
    return code;
}

/* ---- lanes ---- */

typedef struct thread_lane {
    ckp_lane *memory;
    jobject lane;
    jdoubleArray *column; /* as many as memory->column has */
    int columns;
    struct thread_lane *next; /* while it is spare */
} thread_lane;

/*
 * A thread that ends leaves its lane to the next new one, whoever has attached it: it may be detached already then, and Java out of its
 * reach. So there are as many lanes as there were threads at once.
 */
static _Thread_local thread_lane *mine;
static thread_lane *spare;
static pthread_mutex_t spare_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t lane_key;
static pthread_once_t lane_once = PTHREAD_ONCE_INIT;
static bool lane_key_made;

static void leave_lane(void *lane) {
    if (ckp_forked()) return;
    mine = NULL;
    pthread_mutex_lock(&spare_lock);
    ((thread_lane *)lane)->next = spare;
    spare = lane;
    pthread_mutex_unlock(&spare_lock);
}

static void make_lane_key(void) { lane_key_made = pthread_key_create(&lane_key, leave_lane) == 0; }

static thread_lane *spare_lane(void) {
    pthread_mutex_lock(&spare_lock);
    thread_lane *lane = spare;
    if (lane) spare = lane->next;
    pthread_mutex_unlock(&spare_lock);
    return lane;
}

/* Gives the lane columns for so many energy groups, beside those that it has; false where memory runs out, in C or in Java. */
static bool find_columns(JNIEnv *env, thread_lane *lane, int groups) {
    int count = ckp_columns(groups);
    jdoubleArray *arrays = realloc(lane->column, (size_t)count * sizeof *arrays);
    if (arrays) lane->column = arrays;
    double **columns = realloc(lane->memory->column, (size_t)count * sizeof *columns);
    if (columns) lane->memory->column = columns;
    if (!arrays || !columns) return false;
    (*env)->CallStaticVoidMethod(env, java.type, java.room, lane->lane, (jint)groups);
    if ((*env)->ExceptionCheck(env)) return false;
    for (int i = lane->columns; i < count; i++) {
        jobject column = (*env)->CallStaticObjectMethod(env, java.type, java.column, lane->lane, (jint)i);
        if (!column || (*env)->ExceptionCheck(env)) return false;
        lane->column[i] = (jdoubleArray)(*env)->NewGlobalRef(env, column);
        (*env)->DeleteLocalRef(env, column);
        if (!lane->column[i]) return false;
        columns[i] = NULL;
        lane->columns = i + 1;
    }
    lane->memory->groups = groups;
    return true;
}

static void forget_lane(JNIEnv *env, thread_lane *lane) {
    for (int i = 0; i < lane->columns; i++) (*env)->DeleteGlobalRef(env, lane->column[i]);
    if (lane->lane) (*env)->DeleteGlobalRef(env, lane->lane);
    free(lane->column);
    free(lane->memory->column);
}

static thread_lane *new_lane(JNIEnv *env) {
    thread_lane *made = calloc(1, sizeof *made);
    if (made && posix_memalign((void **)&made->memory, 64, sizeof *made->memory) == 0) {
        memset(made->memory, 0, sizeof *made->memory);
        jobject buffer = (*env)->NewDirectByteBuffer(env, made->memory, offsetof(ckp_lane, column));
        jobject lane = buffer ? (*env)->CallStaticObjectMethod(env, java.type, java.lane, buffer) : NULL;
        if (lane && !(*env)->ExceptionCheck(env)) made->lane = (*env)->NewGlobalRef(env, lane);
        if (made->lane && find_columns(env, made, 0)) return made;
        forget_lane(env, made);
        free(made->memory);
    }
    free(made);
    return NULL;
}

static int make_lane(JNIEnv *env) {
    pthread_once(&lane_once, make_lane_key);
    thread_lane *lane = lane_key_made ? spare_lane() : NULL;
    if (lane_key_made && !lane) lane = new_lane(env);
    if (!lane) return ckp_fail(CK_EINTERNAL, "out of memory for a thread's part of the library");
    if (pthread_setspecific(lane_key, lane) != 0) {
        leave_lane(lane);
        return ckp_fail(CK_EINTERNAL, "out of memory");
    }
    mine = lane;
    return CK_OK;
}

static int java_lane(void *self, ckp_lane **lane) {
    const java_coupling *c = self;
    if (!mine || mine->memory->groups < c->groups) {
        ckp_visit visit;
        int code = enter(&visit);
        if (code != CK_OK) return code;
        if (!mine) code = make_lane(visit.env);
        if (code == CK_OK && mine->memory->groups < c->groups && !find_columns(visit.env, mine, c->groups)) {
            code = ckp_fail(CK_EINTERNAL, "out of memory for a thread's part of %d energy groups", c->groups);
        }
        int exception = leave(&visit);
        if (exception != CK_OK) return exception;
        if (code != CK_OK) return code;
    }
    *lane = mine->memory;
    return CK_OK;
}

/*
 * The columns are arrays of Java's, which sources work on without another copy. While a thread borrows some, the VM collects no garbage, so
 * it gives them back after each piece.
 */
static void java_give_back(ckp_lane *lane, const ckp_component *component, int count) {
    ckp_visit visit;
    if (ckp_jvm_enter(&visit) != CK_OK) return; /* it has entered before */
    for (int i = 0; i < count; i++) {
        int column = component[i].column;
        (*visit.env)->ReleasePrimitiveArrayCritical(visit.env, mine->column[column], lane->column[column], 0);
        lane->column[column] = NULL;
    }
}

static int java_borrow(ckp_lane *lane, const ckp_component *component, int count) {
    ckp_visit visit;
    int code = ckp_jvm_enter(&visit);
    if (code != CK_OK) return code;
    for (int i = 0; i < count; i++) {
        int column = component[i].column;
        lane->column[column] = (*visit.env)->GetPrimitiveArrayCritical(visit.env, mine->column[column], NULL);
        if (!lane->column[column]) {
            java_give_back(lane, component, i);
            return ckp_fail(CK_EINTERNAL, "out of memory in Java");
        }
    }
    return CK_OK;
}

/* ---- protocol ---- */

static void log_line(const java_coupling *c, int level, const char *text) {
    if (c->log) c->log(level, text, c->log_context);
}

static int java_close(void *self) {
    java_coupling *c = self;
    if (!c) return CK_OK;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    if (c->coupling) {
        (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.close, c->coupling);
        (*visit.env)->DeleteGlobalRef(visit.env, c->coupling);
    }
    free(c);
    return leave(&visit);
}

/* Configuration text: the file's where a path is given. Freed by the caller; NULL with CK_OK for defaults. */
static int configuration(const char *config, char **text) {
    *text = NULL;
    if (!config) return CK_OK;
    const char *start = config + strspn(config, " \t\r\n");
    if (*start == '{') return (*text = strdup(start)) ? CK_OK : ckp_fail(CK_EINTERNAL, "out of memory");
    FILE *file = fopen(config, "rb");
    if (!file) return ckp_fail(CK_EARG, "cannot read configuration %.400s", config);
    size_t room = 1 << 20;
    *text = malloc(room + 1);
    size_t length = *text ? fread(*text, 1, room, file) : 0;
    bool good = *text && !ferror(file) && length < room;
    fclose(file);
    if (good) {
        (*text)[length] = 0;
        return CK_OK;
    }
    free(*text);
    *text = NULL;
    return ckp_fail(CK_EARG, "cannot read configuration %.400s", config);
}

/* What the first coupling of the process found. */
static void log_start(JNIEnv *env, const java_coupling *c) {
    if (!c->log) return;
    log_line(c, CK_LOG_INFO, ckp_jvm_description());
    if (ckp_archive_note()) log_line(c, CK_LOG_INFO, ckp_archive_note());
    jbyteArray bytes = (jbyteArray)(*env)->CallStaticObjectMethod(env, java.type, java.troubles, java.gateway);
    if ((*env)->ExceptionCheck(env) || !bytes) return;
    char *text = text_from(env, bytes);
    if (text) log_line(c, CK_LOG_WARNING, text);
    free(text);
}

/* What the host's units come to: whoever reads the log sees a wrong one before it is seen in a kick. */
static void log_units(JNIEnv *env, const java_coupling *c) {
    for (jint i = 0; c->log; i++) {
        jbyteArray bytes = (jbyteArray)(*env)->CallStaticObjectMethod(env, java.type, java.unit, c->coupling, i);
        if ((*env)->ExceptionCheck(env) || !bytes) return;
        char *text = text_from(env, bytes);
        (*env)->DeleteLocalRef(env, bytes);
        if (text) log_line(c, CK_LOG_INFO, text);
        free(text);
    }
}

static int java_open(const ck_open_args *args, void **self) {
    char *config = NULL;
    bool starts = java.gateway == NULL;
    int code = configuration(args->config, &config);
    if (code == CK_OK) code = ensure_running(args);
    java_coupling *c = code == CK_OK ? calloc(1, sizeof *c) : NULL;
    ckp_visit visit;
    if (code == CK_OK) code = c ? enter(&visit) : ckp_fail(CK_EINTERNAL, "out of memory");
    if (code != CK_OK) {
        free(config);
        free(c);
        return code;
    }
    JNIEnv *env = visit.env;
    c->log = args->log; /* Java logs through it from now on, till it has closed the coupling */
    c->log_context = args->log_context;
    jobject coupling = (*env)->CallStaticObjectMethod(
        env, java.type, java.open, java.gateway, text_of(env, config), args->mass_g, args->length_cm, args->time_s,
        args->temperature_mev, args->potential_mev, (jint)args->field_system, args->field_gauss, args->count, (jint)args->rank, (jint)args->ranks,
        (jboolean)(args->can_retry != 0), (jlong)(args->log ? (intptr_t)c : 0));
    if (coupling && !(*env)->ExceptionCheck(env)) c->coupling = (*env)->NewGlobalRef(env, coupling);
    if (c->coupling && starts) ckp_jvm_started(env);
    if (c->coupling && starts) log_start(env, c);
    if (c->coupling && !(*env)->ExceptionCheck(env)) log_units(env, c);
    code = leave(&visit);
    free(config);
    if (code == CK_OK && !c->coupling) code = ckp_fail(CK_EINTERNAL, "out of memory in Java");
    if (code != CK_OK) {
        free(c);
        return code;
    }
    c->time_s = args->time_s;
    *self = c;
    return CK_OK;
}

static int java_groups(void *self, int groups, const double *edges) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    JNIEnv *env = visit.env;
    jdoubleArray list = (*env)->NewDoubleArray(env, groups + 1);
    if (list) (*env)->SetDoubleArrayRegion(env, list, 0, groups + 1, edges);
    if (list) (*env)->CallStaticVoidMethod(env, java.type, java.groups, c->coupling, list);
    code = leave(&visit);
    if (code == CK_OK) c->groups = groups;
    return code;
}

static int java_begin(void *self, int64_t step, double t, double dt) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.begin, c->coupling, (jlong)step, t, dt);
    return leave(&visit);
}

/* The hot call: no local frame is needed, nothing is made. */
static int java_evaluate(void *self, ckp_lane *lane, ckp_turn *turn, const ckp_piece *piece, double weight) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = ckp_jvm_enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.evaluate, c->coupling, mine->lane, (jlong)turn->block,
                                       (jboolean)ckp_turn_weighs(turn), (jint)piece->zones, weight);
    if ((*visit.env)->ExceptionCheck(visit.env)) code = thrown(visit.env);
    return code;
}

static int java_emitted(void *self, const double rate[5], double weight) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.emitted, c->coupling, rate[0], rate[1], rate[2], rate[3], rate[4], weight);
    return leave(&visit);
}

static int java_set_dt(void *self, double dt) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.set_dt, c->coupling, dt);
    return leave(&visit);
}

/* What the coupling assumes, each logged once. */
static void log_assumptions(JNIEnv *env, java_coupling *c) {
    while (c->log) {
        jbyteArray bytes = (jbyteArray)(*env)->CallStaticObjectMethod(env, java.type, java.assumption, c->coupling, (jint)c->assumptions_logged);
        if ((*env)->ExceptionCheck(env) || !bytes) return;
        char *text = text_from(env, bytes);
        (*env)->DeleteLocalRef(env, bytes);
        c->assumptions_logged++;
        if (text) log_line(c, CK_LOG_INFO, text);
        free(text);
    }
}

/* Zones of the latest step that are invalid or implausible, unless they were told of lately. */
static void log_zones(JNIEnv *env, java_coupling *c) {
    jbyteArray bytes = (jbyteArray)(*env)->CallStaticObjectMethod(env, java.type, java.report, mine->lane);
    if ((*env)->ExceptionCheck(env) || !bytes) return;
    char *text = text_from(env, bytes);
    (*env)->DeleteLocalRef(env, bytes);
    if (text) log_line(c, CK_LOG_WARNING, text);
    free(text);
}

/* A whole number that Java left in the place of a result. */
static int64_t count_of(const ckp_lane *lane, int index) {
    int64_t count;
    memcpy(&count, &lane->result[index], sizeof count);
    return count;
}

/* Takes the causes that Java left in the flag words from one on; returns where the next ones are. */
static int take_causes(const ckp_lane *lane, int from, ckp_causes *causes) {
    for (; from + 1 < CKP_PIECE && lane->flags[from] >= 0 && causes->count < CKP_CAUSES; from += 2) {
        causes->field[causes->count] = (int)lane->flags[from];
        causes->zones[causes->count++] = lane->flags[from + 1];
    }
    return from + 1;
}

/* Ends a commit of either kind: its messages, and what it decided. */
static int committed(ckp_visit *visit, java_coupling *c, const ckp_lane *lane, bool is_committed, ckp_decision *decision) {
    ck_step_t *step = &decision->step;
    bool fine = !(*visit->env)->ExceptionCheck(visit->env);
    if (fine && is_committed) log_assumptions(visit->env, c);
    if (fine && c->log && (count_of(lane, 4) > 0 || count_of(lane, 7) > 0)) log_zones(visit->env, c);
    int code = leave(visit);
    if (code != CK_OK) return code;
    step->step = count_of(lane, 0);
    step->dt = lane->result[1] / c->time_s;
    step->dt_max = lane->result[2] / c->time_s;
    step->flagged = count_of(lane, 3);
    step->invalid = count_of(lane, 4);
    int64_t absent_and_fields = count_of(lane, 5);
    step->source_absent = absent_and_fields & 1;
    step->invalid_field = absent_and_fields >> 8 & 0xffff;
    step->implausible_field = absent_and_fields >> 24 & 0xffff;
    step->evaluated = count_of(lane, 6);
    step->implausible = count_of(lane, 7);
    step->invalid_block = count_of(lane, 8);
    step->invalid_zone = count_of(lane, 9);
    step->invalid_value = lane->result[10];
    step->implausible_block = count_of(lane, 11);
    step->implausible_zone = count_of(lane, 12);
    step->implausible_value = lane->result[13];
    if (step->invalid > 0 || step->implausible > 0) take_causes(lane, take_causes(lane, 0, &decision->invalid), &decision->implausible);
    return is_committed ? CK_OK : CK_RETRY;
}

static int java_commit(void *self, ckp_decision *decision) {
    java_coupling *c = self;
    ckp_lane *lane;
    ckp_visit visit;
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    jboolean done = (*visit.env)->CallStaticBooleanMethod(visit.env, java.type, java.commit, c->coupling, mine->lane);
    return committed(&visit, c, lane, done, decision);
}

static int java_ballot(void *self, ck_ballot_t *ballot) {
    java_coupling *c = self;
    ckp_lane *lane;
    ckp_visit visit;
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.ballot, c->coupling, mine->lane);
    code = leave(&visit);
    if (code != CK_OK) return code;
    *ballot = (ck_ballot_t){.struct_size = sizeof *ballot,
                            .step = count_of(lane, 0),
                            .steps = count_of(lane, 1),
                            .last_step = count_of(lane, 2),
                            .dt = lane->result[3],
                            .dt_max = lane->result[4],
                            .can_retry = count_of(lane, 5) & 1,
                            .configuration = (uint64_t)count_of(lane, 6),
                            .sources = (uint64_t)count_of(lane, 7),
                            .next_sources = (uint64_t)count_of(lane, 8),
                            .history = (uint64_t)count_of(lane, 9),
                            .recoil_form = count_of(lane, 5) >> 1 & 3,
                            .area = {lane->result[10], lane->result[11], lane->result[12]},
                            .area_size = lane->result[13],
                            .emits = count_of(lane, 5) >> 3 & 1};
    return CK_OK;
}

static int java_surface_of_all(void *self, const double area[3], double area_size, bool emits) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.surface_of_all, c->coupling, area[0], area[1], area[2], area_size, (jboolean)emits);
    return leave(&visit);
}

/* Says when sources that are ready here begin to wait for the other ranks, and when none waits any more. */
static void log_held_back(JNIEnv *env, java_coupling *c) {
    jlong steps = (*env)->CallStaticLongMethod(env, java.type, java.held_back, c->coupling);
    if ((*env)->ExceptionCheck(env)) return;
    char text[200];
    if (steps > 0 && c->held_back == 0) {
        log_line(c, CK_LOG_WARNING, "this rank has other sources ready than all ranks; those of the last step act on until all have the same");
    } else if (steps == 0 && c->held_back > 0) {
        /* all ranks have them now, or it lost them again while another rank may differ still: this rank cannot tell */
        snprintf(text, sizeof text, "this rank has no other sources ready any more, after %lld step(s) in which those from before acted on",
                 (long long)c->held_back);
        log_line(c, CK_LOG_WARNING, text);
    }
    c->held_back = steps;
}

static int java_commit_agreed(void *self, double dt_max_s, bool next, ckp_decision *decision) {
    java_coupling *c = self;
    ckp_lane *lane;
    ckp_visit visit;
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    jboolean done = (*visit.env)->CallStaticBooleanMethod(visit.env, java.type, java.commit_agreed, c->coupling, mine->lane, dt_max_s,
                                                          (jboolean)next);
    if (!(*visit.env)->ExceptionCheck(visit.env)) log_held_back(visit.env, c);
    return committed(&visit, c, lane, done, decision);
}

static int java_fingerprint(void *self, ck_fingerprint_t *fingerprint) {
    java_coupling *c = self;
    ckp_lane *lane;
    ckp_visit visit;
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.fingerprint, c->coupling, mine->lane);
    code = leave(&visit);
    if (code != CK_OK) return code;
    *fingerprint = (ck_fingerprint_t){.struct_size = sizeof *fingerprint,
                                      .steps = count_of(lane, 0),
                                      .last_step = count_of(lane, 1),
                                      .configuration = (uint64_t)count_of(lane, 2),
                                      .sources = (uint64_t)count_of(lane, 3),
                                      .history = (uint64_t)count_of(lane, 4)};
    return CK_OK;
}

static int java_words(void *self, int what, char *text, size_t size) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    jbyteArray bytes = (jbyteArray)(*visit.env)->CallStaticObjectMethod(visit.env, java.type, java.words, c->coupling,
                                                                         (jboolean)(what == CK_WORDS_SOURCES));
    if (!(*visit.env)->ExceptionCheck(visit.env)) {
        char *words = text_from(visit.env, bytes);
        snprintf(text, size, "%s", words ? words : "");
        free(words);
    }
    return leave(&visit);
}

static int java_rollback(void *self) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.rollback, c->coupling);
    return leave(&visit);
}

static void recoil_of(const ckp_lane *lane, int64_t steps, ck_recoil_t *recoil) {
    const double *r = lane->result;
    *recoil = (ck_recoil_t){.struct_size = sizeof *recoil, .momentum = {r[0], r[1], r[2]}, .torque = {r[3], r[4], r[5]}, .number = r[6],
                            .energy = r[7], .steps = steps};
}

static int java_recoil(void *self, ck_recoil_t *recoil) {
    java_coupling *c = self;
    ckp_lane *lane;
    ckp_visit visit;
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    jlong steps = (*visit.env)->CallStaticLongMethod(visit.env, java.type, java.recoil, c->coupling, mine->lane);
    code = leave(&visit);
    if (code == CK_OK) recoil_of(lane, steps, recoil);
    return code;
}

static int java_audit(void *self, ck_audit_t *audit) {
    java_coupling *c = self;
    ckp_lane *lane;
    ckp_visit visit;
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.audit, c->coupling, mine->lane);
    code = leave(&visit);
    if (code != CK_OK) return code;
    *audit = (ck_audit_t){.struct_size = sizeof *audit, .steps = count_of(lane, 0), .held = count_of(lane, 1), .retries = count_of(lane, 2),
                          .rolled_back = count_of(lane, 3), .flagged = count_of(lane, 4), .invalid = count_of(lane, 5),
                          .implausible = count_of(lane, 6), .worst_weight_error = lane->result[7], .area_defect = lane->result[8],
                          .emission_outside_validity = lane->result[9], .energy_over_budget = lane->result[10], .silent = count_of(lane, 11),
                          .unjudged = count_of(lane, 12)};
    return CK_OK;
}

static int java_state_size(void *self, size_t *size) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    jint bytes = (*visit.env)->CallStaticIntMethod(visit.env, java.type, java.state_size, c->coupling);
    code = leave(&visit);
    *size = (size_t)bytes;
    return code;
}

static int copy_state(JNIEnv *env, jbyteArray bytes, void *state, size_t size) {
    if ((*env)->ExceptionCheck(env) || !bytes) return CK_OK; /* leave() makes a message of it */
    if ((size_t)(*env)->GetArrayLength(env, bytes) != size) return ckp_fail(CK_EINTERNAL, "the size of the state has changed");
    (*env)->GetByteArrayRegion(env, bytes, 0, (jsize)size, (jbyte *)state);
    return CK_OK;
}

static int java_state_save(void *self, void *state, size_t size) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    jbyteArray bytes = (jbyteArray)(*visit.env)->CallStaticObjectMethod(visit.env, java.type, java.save, c->coupling);
    code = copy_state(visit.env, bytes, state, size);
    int exception = leave(&visit);
    return exception != CK_OK ? exception : code;
}

static int java_state_load(void *self, const void *state, size_t size) {
    java_coupling *c = self;
    ckp_visit visit;
    if (size > INT_MAX) return ckp_fail(CK_EARG, "a state of %zu bytes is none of ChiralKick", size);
    int code = enter(&visit);
    if (code != CK_OK) return code;
    jbyteArray bytes = bytes_of(visit.env, state, size);
    if (bytes) (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.load, c->coupling, bytes);
    return leave(&visit);
}

static int java_state_sum(void *self, const void *states, int count, size_t size, void *sum, ck_recoil_t *recoil) {
    ckp_lane *lane;
    ckp_visit visit;
    if ((size_t)count > INT_MAX / size) return ckp_fail(CK_EARG, "%d states of %zu bytes are too many", count, size);
    int code = java_lane(self, &lane);
    if (code == CK_OK) code = enter(&visit);
    if (code != CK_OK) return code;
    JNIEnv *env = visit.env;
    jbyteArray all = bytes_of(env, states, size * (size_t)count);
    jbyteArray bytes = all ? (jbyteArray)(*env)->CallStaticObjectMethod(env, java.type, java.sum, all, (jint)count, mine->lane) : NULL;
    code = copy_state(env, bytes, sum, size);
    int exception = leave(&visit);
    if (exception == CK_OK && code == CK_OK && recoil) recoil_of(lane, count_of(lane, 8), recoil);
    return exception != CK_OK ? exception : code;
}

static int java_use(void *self, const char *source) {
    java_coupling *c = self;
    ckp_visit visit;
    int code = enter(&visit);
    if (code != CK_OK) return code;
    jbyteArray name = text_of(visit.env, source);
    if (name) (*visit.env)->CallStaticVoidMethod(visit.env, java.type, java.use, c->coupling, name);
    return leave(&visit);
}

static const ckp_backend JVM = {
    .name = "jvm",
    .open = java_open,
    .groups = java_groups,
    .begin = java_begin,
    .lane = java_lane,
    .borrow = java_borrow,
    .give_back = java_give_back,
    .evaluate = java_evaluate,
    .emitted = java_emitted,
    .set_dt = java_set_dt,
    .commit = java_commit,
    .ballot = java_ballot,
    .surface_of_all = java_surface_of_all,
    .commit_agreed = java_commit_agreed,
    .fingerprint = java_fingerprint,
    .words = java_words,
    .rollback = java_rollback,
    .recoil = java_recoil,
    .audit = java_audit,
    .state_size = java_state_size,
    .state_save = java_state_save,
    .state_load = java_state_load,
    .state_sum = java_state_sum,
    .use = java_use,
    .close = java_close,
};

const ckp_backend *const ckp_the_backend = &JVM;
