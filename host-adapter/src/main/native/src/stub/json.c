/* See json.h. */
#include "json.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 1000 };

typedef struct {
    const char *text, *at;
    const char *why; /* the first problem */
    int depth;
} reader;

static ckp_json *value_of(reader *r);

static bool fail(reader *r, const char *why) {
    if (!r->why) r->why = why;
    return false;
}

static void skip(reader *r) { r->at += strspn(r->at, " \t\r\n"); }

static bool is(reader *r, char sign) {
    skip(r);
    if (*r->at != sign) return false;
    r->at++;
    return true;
}

/* ---- texts ---- */

static bool hexadecimal(reader *r, unsigned *unit) {
    *unit = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        const char *digits = "0123456789abcdef0123456789ABCDEF", *digit = *r->at ? strchr(digits, *r->at) : NULL;
        if (!digit) return fail(r, "four hexadecimal digits must follow \\u");
        *unit = *unit * 16 + (unsigned)((digit - digits) % 16);
    }
    return true;
}

static char *put_utf8(char *to, unsigned point) {
    if (point < 0x80) {
        *to++ = (char)point;
    } else if (point < 0x800) {
        *to++ = (char)(0xC0 | point >> 6);
        *to++ = (char)(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        *to++ = (char)(0xE0 | point >> 12);
        *to++ = (char)(0x80 | (point >> 6 & 0x3F));
        *to++ = (char)(0x80 | (point & 0x3F));
    } else {
        *to++ = (char)(0xF0 | point >> 18);
        *to++ = (char)(0x80 | (point >> 12 & 0x3F));
        *to++ = (char)(0x80 | (point >> 6 & 0x3F));
        *to++ = (char)(0x80 | (point & 0x3F));
    }
    return to;
}

/* What follows a backslash; two halves of a pair are one letter. */
static char *escaped(reader *r, char *to) {
    static const char signs[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *sign = *r->at ? strchr(signs, *r->at) : NULL;
    if (sign) {
        r->at++;
        *to++ = meant[sign - signs];
        return to;
    }
    unsigned unit = 0, low = 0;
    if (*r->at != 'u') {
        fail(r, "an unknown letter follows a backslash");
        return to;
    }
    r->at++;
    if (!hexadecimal(r, &unit)) return to;
    if (unit >= 0xD800 && unit < 0xDC00 && r->at[0] == '\\' && r->at[1] == 'u') {
        r->at += 2;
        if (hexadecimal(r, &low)) unit = 0x10000 + ((unit - 0xD800) << 10) + ((low - 0xDC00) & 0x3FF);
    }
    return put_utf8(to, unit);
}

static char *text_of(reader *r) {
    if (!is(r, '"')) {
        fail(r, "a text in quotes is missing");
        return NULL;
    }
    char *text = malloc(strlen(r->at) + 1), *to = text; /* no escape is shorter than what it means */
    while (text && !r->why && *r->at != '"') {
        if ((unsigned char)*r->at < 0x20) {
            fail(r, *r->at ? "a text has a control character" : "a text does not end");
        } else if (*r->at == '\\') {
            r->at++;
            to = escaped(r, to);
        } else {
            *to++ = *r->at++;
        }
    }
    if (!text) fail(r, "out of memory");
    if (r->why) {
        free(text);
        return NULL;
    }
    r->at++;
    *to = 0;
    return text;
}

/* ---- numbers and literals ---- */

static bool digits(reader *r) {
    size_t count = strspn(r->at, "0123456789");
    r->at += count;
    return count > 0 || fail(r, "a digit is missing in a number");
}

static void number_of(reader *r, ckp_json *value) {
    value->kind = CKP_NUMBER;
    if (*r->at == '-') r->at++;
    if (*r->at == '0') {
        r->at++;
    } else if (!digits(r)) {
        return;
    }
    if (*r->at == '.') {
        r->at++;
        if (!digits(r)) return;
    }
    if (*r->at == 'e' || *r->at == 'E') {
        r->at++;
        if (*r->at == '+' || *r->at == '-') r->at++;
        if (!digits(r)) return;
    }
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0); /* a decimal point whatever the host's locale */
    value->number = c ? strtod_l(value->from, NULL, c) : NAN;
    if (c) freelocale(c);
}

static void literal_of(reader *r, ckp_json *value) {
    static const char *const words[] = {"true", "false", "null"};
    value->kind = CKP_LITERAL;
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(r->at, words[i], length) != 0) continue;
        r->at += length;
        return;
    }
    fail(r, *r->at ? "there is no value" : "it ends too early");
}

/* ---- lists and objects ---- */

static void members_of(reader *r, ckp_json *value, char end) {
    ckp_json **last = &value->member;
    r->at++;
    if (++r->depth > DEEPEST) fail(r, "it is nested too deeply");
    if (is(r, end)) {
        r->depth--;
        return;
    }
    do {
        char *key = value->kind == CKP_OBJECT ? text_of(r) : NULL;
        if (!r->why && key && !is(r, ':')) fail(r, "a colon is missing after a key");
        if (!r->why && key && ckp_json_member(value, key)) fail(r, "a key is given twice");
        ckp_json *member = r->why ? NULL : value_of(r);
        if (!member) {
            free(key);
            return;
        }
        member->key = key;
        *last = member;
        last = &member->next;
    } while (!r->why && is(r, ','));
    if (!r->why && !is(r, end)) fail(r, "a comma or a closing bracket is missing");
    r->depth--;
}

static ckp_json *value_of(reader *r) {
    skip(r);
    ckp_json *value = calloc(1, sizeof *value);
    if (!value) {
        fail(r, "out of memory");
        return NULL;
    }
    value->from = r->at;
    if (*r->at == '{' || *r->at == '[') {
        value->kind = *r->at == '{' ? CKP_OBJECT : CKP_LIST;
        members_of(r, value, *r->at == '{' ? '}' : ']');
    } else if (*r->at == '"') {
        value->kind = CKP_TEXT;
        value->text = text_of(r);
    } else if (*r->at == '-' || (*r->at >= '0' && *r->at <= '9')) {
        number_of(r, value);
    } else {
        literal_of(r, value);
    }
    value->length = (size_t)(r->at - value->from);
    if (!r->why) return value;
    ckp_json_free(value);
    return NULL;
}

ckp_json *ckp_json_read(const char *text, char *problem, size_t room) {
    reader r = {.text = text, .at = text};
    ckp_json *value = value_of(&r);
    skip(&r);
    if (value && *r.at) fail(&r, "something follows its end");
    if (!r.why) return value;
    snprintf(problem, room, "%s, at character %ld", r.why, (long)(r.at - text) + 1);
    ckp_json_free(value);
    return NULL;
}

void ckp_json_free(ckp_json *value) {
    while (value) {
        ckp_json *next = value->next;
        ckp_json_free(value->member);
        free(value->key);
        free(value->text);
        free(value);
        value = next;
    }
}

const ckp_json *ckp_json_member(const ckp_json *object, const char *key) {
    for (const ckp_json *member = object ? object->member : NULL; member; member = member->next) {
        if (member->key && strcmp(member->key, key) == 0) return member;
    }
    return NULL;
}
