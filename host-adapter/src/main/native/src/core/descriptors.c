/*
 * A process may have closed its standard descriptors, as batch systems and daemons do. The next file that is opened then gets one of their
 * numbers, and what the host, or a library of its, prints goes into that file: into a recording, a lock, a jar's copy. So, before anything is
 * opened, these numbers are taken by /dev/null. They stay taken, for the Java VM opens files whenever it likes; a program that the process
 * executes finds them closed, as they were.
 */
#include "descriptors.h"

#include <fcntl.h>
#include <unistd.h>

void ckp_descriptors_hold(void) {
    for (int standard = 0; standard <= 2; standard++) {
        if (fcntl(standard, F_GETFD) >= 0) continue;
        int held = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (held < 0) held = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); /* a root without devices */
        if (held > 2) close(held); /* another thread was faster */
    }
}
