/* See text.h. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for so many letters more, and the end. */
static bool has_room(ckp_text *text, size_t more) {
    if (text->lost) return false;
    if (text->room - text->length > more) return true;
    size_t room = 2 * (text->length + more + 1);
    char *letters = realloc(text->letters, room);
    text->lost = letters == NULL;
    if (!letters) return false;
    text->letters = letters;
    text->room = room;
    return true;
}

void ckp_text_add_bytes(ckp_text *text, const char *bytes, size_t count) {
    if (!has_room(text, count)) return;
    memcpy(text->letters + text->length, bytes, count);
    text->length += count;
    text->letters[text->length] = 0;
}

void ckp_text_add(ckp_text *text, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int count = vsnprintf(NULL, 0, format, arguments);
    if (count >= 0 && has_room(text, (size_t)count)) {
        vsnprintf(text->letters + text->length, (size_t)count + 1, format, again);
        text->length += (size_t)count;
    }
    va_end(again);
    va_end(arguments);
}

const char *ckp_text_letters(const ckp_text *text) { return text->letters ? text->letters : ""; }

void ckp_text_free(ckp_text *text) {
    free(text->letters);
    *text = (ckp_text){.letters = NULL};
}
