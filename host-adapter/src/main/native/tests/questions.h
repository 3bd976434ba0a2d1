/* Tests that answer one question per run. */
#ifndef QUESTIONS_H
#define QUESTIONS_H

#include "check.h"

typedef struct {
    const char *name;
    void (*ask)(void);
} question;

/* Asks what argv[1] names and prints "ok" if all is well; nothing else may appear on stdout. Returns the exit code. */
static inline int answer(int argc, char **argv, const question *questions, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (argc < 2 || strcmp(argv[1], questions[i].name) != 0) continue;
        questions[i].ask();
        if (check_failures == 0) printf("ok\n");
        return check_failures != 0;
    }
    return 2;
}

#endif
