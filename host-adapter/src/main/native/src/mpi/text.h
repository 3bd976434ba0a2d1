/* Text that grows: what ranks say is cut nowhere. */
#ifndef CHIRALKICK_TEXT_H
#define CHIRALKICK_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Starts as {0}. */
typedef struct {
    char *letters; /* NULL while there are none */
    size_t length, room;
    bool lost; /* memory ran out; what came since is not in it */
} ckp_text;

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void ckp_text_add(ckp_text *text, const char *format, ...);
void ckp_text_add_bytes(ckp_text *text, const char *bytes, size_t count);
const char *ckp_text_letters(const ckp_text *text);
/* Makes it {0} again. */
void ckp_text_free(ckp_text *text);

#endif
