/*
 * What steps are made with, as ranks compare it. The stub has no sources: it goes by the text of the configuration, without blanks and without
 * the replay, which each rank may have to itself, and by the name that is asked for, with the library's version.
 */
#ifndef CHIRALKICK_IDENTITY_H
#define CHIRALKICK_IDENTITY_H

#include "chiralkick.h"

#include <stdbool.h>

enum { CKP_SOURCE_NAME = 128, CKP_CONFIGURATION = 1024 };

typedef struct {
    uint64_t configuration, sources, history; /* 0: nothing is committed */
} ckp_made_with;

typedef struct {
    char configuration[CKP_CONFIGURATION];                                              /* cut where it is longer; the hash is of all */
    uint64_t configuration_hash;
    char wanted[CKP_SOURCE_NAME], pending[CKP_SOURCE_NAME], proposed[CKP_SOURCE_NAME], agreed[CKP_SOURCE_NAME]; /* empty: the one of highest ranking */
    bool is_agreed;                                                                    /* the ranks decide together */
    ckp_made_with committed;
} ckp_identity;

/* Takes the text of a configuration, which may be NULL. */
void ckp_identity_configure(ckp_identity *identity, const char *config);
/* Asks for a source. */
void ckp_identity_use(ckp_identity *identity, const char *source);
/* Begins a step with the source that was asked for, or with that which the ranks agreed on. */
void ckp_identity_begin(ckp_identity *identity);
/* Fills the hashes, and proposes the source that is asked for. */
void ckp_identity_ballot(ckp_identity *identity, ck_ballot_t *ballot);
/* Fixes the source of the next step: next: the proposed one, which is the same on all ranks. */
void ckp_identity_agree(ckp_identity *identity, bool next);
/* Decides without other ranks from now on. */
void ckp_identity_alone(ckp_identity *identity);
/* Notes that the step is committed; 0 where its number tells nothing. */
void ckp_identity_committed(ckp_identity *identity, int64_t step);
/* Tells the words behind the hashes, CK_WORDS_... */
void ckp_identity_words(const ckp_identity *identity, int what, char *text, size_t size);

#endif
