/*
 * The archive of loaded classes (AppCDS), which halves the time of a start.
 *
 * An archive fits one build of the Java VM and one set of jars, and HotSpot crashes on one that is damaged. So each carries a trailer of
 * ours, with a check sum and with what it was made for, and is handed to the VM only where all of that is right.
 */
#include "archive.h"

#include "home.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char MAGIC[16] = "chiralkick jsa 1";

typedef struct {
    char magic[16];
    uint64_t size, sum; /* of the archive before the trailer */
    uint64_t vm, jars;  /* what it was made for */
} archive_trailer;

static char path[PATH_MAX];
static archive_trailer fits; /* the trailer of an archive for this VM and these jars; size and sum left open */
static char note[PATH_MAX + 256];
static bool path_is_plain; /* that of the jars: HotSpot compares it with the URL that a class came from, which has %20 for a blank */

const char *ckp_archive_path(void) { return path; }

const char *ckp_archive_note(void) { return note[0] ? note : NULL; }

/* ---- check sums: FNV-1a over words of 8 bytes, in four lanes, as fast as the memory ---- */

static uint64_t mixed(uint64_t sum, uint64_t word) { return (sum ^ word) * UINT64_C(0x100000001b3); }

static uint64_t sum_of(const void *bytes, size_t size) {
    uint64_t lane[4] = {UINT64_C(0xcbf29ce484222325), 1, 2, 3}, word[4];
    const char *at = bytes;
    for (; size >= sizeof word; size -= sizeof word, at += sizeof word) {
        memcpy(word, at, sizeof word);
        for (int i = 0; i < 4; i++) lane[i] = mixed(lane[i], word[i]);
    }
    for (; size > 0; size--) lane[0] = mixed(lane[0], (unsigned char)*at++);
    for (int i = 1; i < 4; i++) lane[0] = mixed(lane[0], lane[i]);
    return lane[0];
}

static uint64_t with_file(uint64_t sum, const char *file) {
    struct stat status;
    if (stat(file, &status) != 0) return sum;
    sum = mixed(sum, sum_of(file, strlen(file)));
    return mixed(mixed(sum, (uint64_t)status.st_size), (uint64_t)status.st_mtime);
}

static uint64_t jars_of(const char *class_path) {
    uint64_t sum = 0;
    char *copy = strdup(class_path), *rest = NULL;
    for (char *jar = copy ? strtok_r(copy, ":", &rest) : NULL; jar; jar = strtok_r(NULL, ":", &rest)) sum = with_file(sum, jar);
    free(copy);
    return sum;
}

/* ---- using one ---- */

/* Why the file cannot be used, or NULL. */
static const char *refusal(int file) {
    archive_trailer found;
    struct stat status;
    if (fstat(file, &status) != 0 || status.st_size <= (off_t)sizeof found) return "it is none, or cut off";
    size_t size = (size_t)status.st_size - sizeof found;
    if (pread(file, &found, sizeof found, (off_t)size) != sizeof found || memcmp(found.magic, MAGIC, sizeof MAGIC) != 0
        || found.size != size) {
        return "it is none, or cut off";
    }
    if (found.vm != fits.vm) return "it was made by another Java VM";
    if (found.jars != fits.jars) return "it was made for other jars, or these in another place";
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) return "it cannot be read";
    uint64_t sum = sum_of(bytes, size);
    munmap(bytes, size);
    return sum == found.sum ? NULL : "it is damaged";
}

ckp_archive ckp_archive_find(const char *home, const char *libjvm, const char *class_path) {
    const char *chosen = getenv("CHIRALKICK_CDS");
    if (chosen && !*chosen) chosen = NULL;
    snprintf(path, sizeof path, "%s%s", chosen ? chosen : home, chosen ? "" : "/native/lib/chiralkick.jsa");
    memcpy(fits.magic, MAGIC, sizeof MAGIC);
    fits.vm = with_file(0, libjvm);
    fits.jars = jars_of(class_path);
    path_is_plain = true;
    for (const char *c = home; *c; c++) path_is_plain = path_is_plain && ckp_url_keeps(*c);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return chosen && errno == ENOENT ? CKP_ARCHIVE_WANTED : CKP_ARCHIVE_NONE;
    const char *why = refusal(file);
    close(file);
    if (!why) return CKP_ARCHIVE_USED;
    snprintf(note, sizeof note, "start-up archive %s is not used: %s; delete it, and the next start with it as CHIRALKICK_CDS makes a new one",
             path, why);
    return CKP_ARCHIVE_NONE;
}

/* ---- making one ---- */

/* Writes the trailer behind what the VM has dumped. */
static bool finish(const char *made) {
    int file = open(made, O_RDWR | O_CLOEXEC);
    struct stat status;
    bool good = file >= 0 && fstat(file, &status) == 0 && status.st_size > 0 && fchmod(file, 0644) == 0;
    void *bytes = good ? mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    if (bytes != MAP_FAILED) {
        fits.size = (uint64_t)status.st_size;
        fits.sum = sum_of(bytes, (size_t)status.st_size);
        munmap(bytes, (size_t)status.st_size);
    }
    good = bytes != MAP_FAILED && pwrite(file, &fits, sizeof fits, status.st_size) == sizeof fits;
    if (file >= 0 && close(file) != 0) good = false;
    return good;
}

/* The VM's own dump, which jcmd calls as well; JNI reaches it without opening the module. */
static bool dump(JNIEnv *env, const char *file) {
    jclass type = (*env)->FindClass(env, "jdk/internal/misc/CDS");
    jmethodID method = type ? (*env)->GetStaticMethodID(env, type, "dumpDynamicArchive", "(Ljava/lang/String;)V") : NULL;
    jstring name = method ? (*env)->NewStringUTF(env, file) : NULL;
    if (name) (*env)->CallStaticVoidMethod(env, type, method, name);
    bool thrown = (*env)->ExceptionCheck(env);
    (*env)->ExceptionClear(env);
    return name && !thrown;
}

/* Into a file of this process's own, then renamed: whoever starts meanwhile sees a whole archive or none. */
void ckp_archive_make(JNIEnv *env) {
    char made[PATH_MAX + 32];
    snprintf(made, sizeof made, "%s.%ld", path, (long)getpid());
    int file = open(made, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644); /* first, so that a wrong folder is told as such */
    if (file < 0) {
        snprintf(note, sizeof note, "start-up archive %s cannot be made: %s", path, strerror(errno));
        return;
    }
    close(file);
    unlink(made);
    bool good = dump(env, made) && finish(made) && rename(made, path) == 0;
    if (!good) unlink(made);
    const char *result = !good           ? "cannot be made by this Java VM"
                         : path_is_plain ? "was made: the next starts use it"
                                         : "was made without most of ChiralKick's own classes, which Java cannot archive from a path with blanks or "
                                           "other characters that URLs escape; install below a plain path for short starts";
    snprintf(note, sizeof note, "start-up archive %s %s", path, result);
}
