/* What is wrong with a configuration, so far, as one text: a place and what is wrong there, joined by "; and ". */
#ifndef CHIRALKICK_PROBLEMS_H
#define CHIRALKICK_PROBLEMS_H

#include <stdio.h>

typedef struct {
    FILE *text;
    int count;
} ckp_problems;

/* Begins a problem; its place is place.key, or the one of them that is not empty. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void ckp_problem(ckp_problems *problems, const char *place, const char *key, const char *format, ...);
/* Names the nearest of the known names, if one is near; NULL is behind their last. */
void ckp_put_hint(FILE *to, const char *name, const char *const *known);
/* As [a, b]. */
void ckp_put_list(FILE *to, const char *const *names);

#endif
