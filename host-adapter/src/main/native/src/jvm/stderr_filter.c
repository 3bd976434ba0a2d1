/*
 * A VM that has an incubating module says so on stderr while it starts, and no option prevents it. The library prints nothing, so for that
 * time, some 40 ms, stderr leads to a file in memory. What other threads write meanwhile comes after it; lost is only what a child that
 * was forked in that time writes, and the last words of a process that dies in it. Without the module (CHIRALKICK_VECTOR=0) nothing of
 * this happens.
 */
#include "stderr_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char WARNING[] = "WARNING: Using incubator modules: ";

ckp_stderr_filter ckp_stderr_filter_begin(void) {
    ckp_stderr_filter filter = CKP_STDERR_FILTER_NONE;
    int flags = fcntl(STDERR_FILENO, F_GETFD);
    if (flags < 0) return filter; /* closed */
    filter.real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    filter.kept = filter.real < 0 ? -1 : memfd_create("stderr", MFD_CLOEXEC);
    if (filter.kept >= 0 && dup2(filter.kept, STDERR_FILENO) >= 0) {
        fcntl(STDERR_FILENO, F_SETFD, flags);
        return filter;
    }
    if (filter.kept >= 0) close(filter.kept);
    if (filter.real >= 0) close(filter.real);
    return CKP_STDERR_FILTER_NONE;
}

static void write_all(const char *text, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDERR_FILENO, text, length);
        if (written < 0 && errno == EINTR) continue;
        struct pollfd ready = {.fd = STDERR_FILENO, .events = POLLOUT};
        if (written < 0 && errno == EAGAIN && poll(&ready, 1, 1000) > 0) continue;
        if (written <= 0) return;
        text += written;
        length -= (size_t)written;
    }
}

static void write_without_warning(char *text, size_t length) {
    char *warning = memmem(text, length, WARNING, strlen(WARNING));
    char *end = warning ? memchr(warning, '\n', length - (size_t)(warning - text)) : NULL;
    if (!end) {
        write_all(text, length);
        return;
    }
    write_all(text, (size_t)(warning - text));
    write_all(end + 1, length - (size_t)(end + 1 - text));
}

void ckp_stderr_filter_end(ckp_stderr_filter *filter) {
    if (filter->real < 0) return;
    int flags = fcntl(STDERR_FILENO, F_GETFD);
    dup2(filter->real, STDERR_FILENO);
    if (flags >= 0) fcntl(STDERR_FILENO, F_SETFD, flags);
    close(filter->real);
    struct stat status;
    if (fstat(filter->kept, &status) == 0 && status.st_size > 0) {
        char *text = malloc((size_t)status.st_size);
        ssize_t length = text ? pread(filter->kept, text, (size_t)status.st_size, 0) : -1;
        if (length > 0) write_without_warning(text, (size_t)length);
        free(text);
    }
    close(filter->kept);
    *filter = CKP_STDERR_FILTER_NONE;
}
