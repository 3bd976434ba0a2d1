/* See identity.h. */
#include "identity.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const uint64_t EMPTY = UINT64_C(14695981039346656037); /* FNV-1a */

static uint64_t add(uint64_t hash, const void *bytes, size_t count) {
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < count; i++) hash = (hash ^ byte[i]) * UINT64_C(1099511628211);
    return hash;
}

static uint64_t hash_of(const char *text) { return add(EMPTY, text, strlen(text)); }

/* The value of "replay" in the text, without its quotation marks; both NULL where there is none. */
static void find_replay(const char *text, const char **from, const char **to) {
    const char *key = strstr(text, "\"replay\""), *colon = key ? strchr(key, ':') : NULL;
    *from = colon ? strchr(colon, '"') : NULL;
    *to = *from ? strchr(*from + 1, '"') : NULL;
    if (!*to) *from = NULL;
}

void ckp_identity_configure(ckp_identity *identity, const char *config) {
    const char *from = NULL, *to = NULL;
    const char *text = config ? config : "{}";
    size_t length = 0;
    bool quoted = false;
    memset(identity, 0, sizeof *identity);
    identity->configuration_hash = EMPTY;
    find_replay(text, &from, &to);
    for (const char *c = text; *c; c++) {
        bool is_replay = from && c > from && c < to;
        if (*c == '"') quoted = !quoted;
        if (is_replay || (!quoted && isspace((unsigned char)*c))) continue;
        identity->configuration_hash = add(identity->configuration_hash, c, 1);
        if (length + 1 < sizeof identity->configuration) identity->configuration[length++] = *c;
    }
    const char *source = strstr(text, "\"source\"");
    if (source) sscanf(source + strlen("\"source\""), " : \"%127[^\"]\"", identity->wanted);
}

void ckp_identity_use(ckp_identity *identity, const char *source) { snprintf(identity->wanted, sizeof identity->wanted, "%s", source); }

void ckp_identity_begin(ckp_identity *identity) {
    memcpy(identity->pending, identity->is_agreed ? identity->agreed : identity->wanted, sizeof identity->pending);
}

void ckp_identity_ballot(ckp_identity *identity, ck_ballot_t *ballot) {
    memcpy(identity->proposed, identity->wanted, sizeof identity->proposed);
    ballot->configuration = identity->configuration_hash;
    ballot->sources = hash_of(identity->pending);
    ballot->next_sources = hash_of(identity->proposed);
    ballot->history = identity->committed.history;
}

void ckp_identity_agree(ckp_identity *identity, bool next) {
    memcpy(identity->agreed, next ? identity->proposed : identity->pending, sizeof identity->agreed);
    identity->is_agreed = true;
}

void ckp_identity_alone(ckp_identity *identity) { identity->is_agreed = false; }

void ckp_identity_committed(ckp_identity *identity, int64_t step) {
    ckp_made_with *made = &identity->committed;
    uint64_t sources = hash_of(identity->pending);
    if (made->configuration == identity->configuration_hash && made->sources == sources) return;
    made->configuration = identity->configuration_hash;
    made->sources = sources;
    made->history = add(add(EMPTY, made, sizeof *made), &step, sizeof step);
}

void ckp_identity_words(const ckp_identity *identity, int what, char *text, size_t size) {
    if (what == CK_WORDS_CONFIGURATION) {
        snprintf(text, size, "%s", identity->configuration);
    } else {
        snprintf(text, size, "%s %s", *identity->pending ? identity->pending : "(highest ranking)", ck_version());
    }
}
