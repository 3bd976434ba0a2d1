/*
 * The folder for temporary files: see temporary.h. Its process holds a lock on the file `lock` in it, which the system lets go however
 * the process ends. A number of a process would not do: other containers that share the folder count theirs anew.
 */
#include "temporary.h"

#include "core/errors.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char PREFIX[] = "chiralkick-process-";
static char own[PATH_MAX];
static pid_t owner;

const char *ckp_temporary_parent(void) {
    const char *variable = getenv("TMPDIR");
    return variable && *variable ? variable : "/tmp";
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where) {
    (void)status, (void)kind, (void)where;
    return remove(path);
}

static void remove_folder(const char *folder) { nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS); }

/* A forked child leaves it alone. */
static void remove_own(void) {
    if (own[0] && getpid() == owner) remove_folder(own);
}

/* Takes the lock before it has its name, so that nobody finds it free. It is held as long as the process lives. */
static bool lock_own(void) {
    char made[PATH_MAX + 16], lock[PATH_MAX + 16];
    snprintf(made, sizeof made, "%s/making", own);
    snprintf(lock, sizeof lock, "%s/lock", own);
    int file = open(made, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0 && rename(made, lock) == 0;
}

/* Removes what a process of this user has left that lives no more. */
static void remove_if_left(const char *folder) {
    char lock[PATH_MAX + 16];
    struct stat status;
    snprintf(lock, sizeof lock, "%s/lock", folder);
    int file = open(lock, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return;
    if (fstat(file, &status) == 0 && status.st_uid == geteuid() && flock(file, LOCK_EX | LOCK_NB) == 0) remove_folder(folder);
    close(file);
}

static void sweep(const char *parent) {
    DIR *folder = opendir(parent);
    struct dirent *entry;
    char path[PATH_MAX];
    while (folder && (entry = readdir(folder))) {
        if (strncmp(entry->d_name, PREFIX, sizeof PREFIX - 1) != 0) continue;
        if (snprintf(path, sizeof path, "%s/%s", parent, entry->d_name) < (int)sizeof path) remove_if_left(path);
    }
    if (folder) closedir(folder);
}

int ckp_temporary_make(const char **folder) {
    const char *parent = ckp_temporary_parent();
    *folder = own;
    if (own[0]) return CK_OK;
    sweep(parent);
    char made[sizeof own];
    snprintf(made, sizeof made, "%s/%s%ld-XXXXXX", parent, PREFIX, (long)getpid());
    if (!mkdtemp(made)) return ckp_fail(CK_EINTERNAL, "cannot make a folder in %.300s: %s", parent, strerror(errno));
    memcpy(own, made, sizeof made);
    owner = getpid();
    atexit(remove_own);
    (void)lock_own(); /* a file system without locks: then it is removed at a usual end only */
    return CK_OK;
}
