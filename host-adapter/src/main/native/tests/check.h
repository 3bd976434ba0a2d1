/* Assertions of the native tests: they say what failed and let the test go on. */
#ifndef CHECK_H
#define CHECK_H
#include <stdio.h>
#include <string.h>

static int check_failures;

#define CHECK(condition)                                                               \
    do {                                                                               \
        if (!(condition)) {                                                            \
            fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);  \
            check_failures++;                                                          \
        }                                                                              \
    } while (0)

/* The code, and a last error that contains the text. */
#define CHECK_FAILS(call, expected, text)                                                                             \
    do {                                                                                                              \
        int check_code = (call);                                                                                      \
        if (check_code != (expected) || !strstr(ck_last_error(NULL), (text))) {                                       \
            fprintf(stderr, "%s:%d: %s gave %s, '%s'; expected %s, '%s'\n", __FILE__, __LINE__, #call,                \
                    ck_error_name(check_code), ck_last_error(NULL), ck_error_name(expected), (text));                 \
            check_failures++;                                                                                         \
        }                                                                                                             \
    } while (0)

#endif
