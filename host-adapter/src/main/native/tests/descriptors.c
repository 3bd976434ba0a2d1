/*
 * A host that has closed its standard descriptors: no file of the library's gets one of their numbers, so that what the host prints by mistake
 * goes into none. With the real library and with the stub. Usage: descriptors FOLDER. Prints "ok".
 */
#include "zones.h"

#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char STRAY[] = "printed by mistake\n";

/* What the closed descriptors lead to after ck_open; reported by the exit code, as nothing can be printed. */
static int run_without_standard_descriptors(const char *record, const char *config) {
    for (int standard = 0; standard <= 2; standard++) close(standard);
    int kept = open("/dev/null", O_RDWR); /* the host itself may still open one */
    ck_open_args args = {.struct_size = sizeof args, .record = record, .config = config};
    ck_coupling *coupling;
    if (kept != 0 || ck_open(&args, &coupling) != CK_OK) return 10;
    for (int standard = 0; standard <= 2; standard++) {
        struct stat status;
        if (fstat(standard, &status) != 0 || S_ISREG(status.st_mode)) return 20 + standard;
        if (standard > 0 && fcntl(standard, F_GETFD) != FD_CLOEXEC) return 30 + standard;
        if (write(standard, STRAY, sizeof STRAY - 1) != sizeof STRAY - 1) return 40 + standard;
    }
    if (ck_begin(coupling, 1, 0, 1e-3) != CK_OK || evaluate(coupling, 0, N, 1) != CK_OK || ck_commit(coupling) != CK_OK) return 50;
    if (write(1, STRAY, sizeof STRAY - 1) < 0 || write(2, STRAY, sizeof STRAY - 1) < 0) return 60;
    return ck_close(coupling) == CK_OK && check_failures == 0 ? 0 : 70;
}

static bool is_recording_alone(const char *path) {
    static char text[1 << 20];
    FILE *file = fopen(path, "r");
    size_t length = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file) fclose(file);
    text[length] = 0;
    return strncmp(text, "chiralkick-replay 1\nunits ", 26) == 0 && strstr(text, "\nevaluation 1 0\n") && !strstr(text, STRAY);
}

int main(int argc, char **argv) {
    char record[512], config[512];
    int status = -1;
    if (argc != 2) return 2;
    snprintf(record, sizeof record, "%s/closed.replay", argv[1]);
    snprintf(config, sizeof config, "%s/closed.json", argv[1]);
    FILE *file = fopen(config, "w");
    CHECK(file && fputs("{}", file) >= 0 && fclose(file) == 0);
    fill_zones();
    pid_t child = fork(); /* before the first ck_open */
    if (child == 0) _exit(run_without_standard_descriptors(record, config));
    CHECK(child > 0 && waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    if (status != 0) fprintf(stderr, "exit code %d\n", WEXITSTATUS(status));
    CHECK(is_recording_alone(record));
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
