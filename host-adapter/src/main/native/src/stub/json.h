/* JSON as the real library reads it: one value and nothing behind it, no key twice. */
#ifndef CHIRALKICK_JSON_H
#define CHIRALKICK_JSON_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { CKP_LITERAL, CKP_NUMBER, CKP_TEXT, CKP_LIST, CKP_OBJECT } ckp_json_kind;

typedef struct ckp_json {
    ckp_json_kind kind;
    char *key;               /* of a member of an object; NULL elsewhere */
    char *text;              /* of CKP_TEXT */
    double number;           /* of CKP_NUMBER; infinite beyond the range of doubles */
    const char *from;        /* as it is written, in the text that was read */
    size_t length;
    struct ckp_json *member; /* the first one of a list or an object */
    struct ckp_json *next;
} ckp_json;

/* Reads a text, which must outlive the value. NULL where it is wrong: then why, and where, is in `problem`, which holds `room` bytes. */
ckp_json *ckp_json_read(const char *text, char *problem, size_t room);
void ckp_json_free(ckp_json *value);

/* The member with a key; NULL where there is none. */
const ckp_json *ckp_json_member(const ckp_json *object, const char *key);

#endif
