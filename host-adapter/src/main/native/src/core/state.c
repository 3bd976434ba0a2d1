/* Recoil and state: what was committed, summed over ranks, saved and loaded; and the choice of the source. */
#include "backend.h"
#include "errors.h"
#include "handles.h"

#include <stdlib.h>
#include <string.h>

int ck_recoil(const ck_coupling *coupling, ck_recoil_t *recoil) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = ckp_sized(recoil, "ck_recoil_t", sizeof *recoil);
    if (code != CK_OK) return ckp_leave(slot, code);
    ck_recoil_t found = {.struct_size = sizeof found};
    pthread_mutex_lock(&slot->lock);
    bool summed = slot->summed;
    if (summed) found = slot->sum_recoil;
    pthread_mutex_unlock(&slot->lock);
    if (!summed) code = ckp_the_backend->recoil(slot->self, &found);
    if (code == CK_OK) ckp_fill(recoil, &found, sizeof found);
    return ckp_leave(slot, code);
}

int ck_fingerprint(const ck_coupling *coupling, ck_fingerprint_t *fingerprint) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = ckp_sized(fingerprint, "ck_fingerprint_t", sizeof *fingerprint);
    if (code != CK_OK) return ckp_leave(slot, code);
    ck_fingerprint_t found = {.struct_size = sizeof found};
    code = ckp_the_backend->fingerprint(slot->self, &found);
    if (code == CK_OK) ckp_fill(fingerprint, &found, sizeof found);
    return ckp_leave(slot, code);
}

int ck_words(const ck_coupling *coupling, int what, char *text, size_t size) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (what != CK_WORDS_CONFIGURATION && what != CK_WORDS_SOURCES) {
        code = ckp_fail(CK_EARG, "words of %d are asked for; must be CK_WORDS_CONFIGURATION (%d) or CK_WORDS_SOURCES (%d)", what,
                        CK_WORDS_CONFIGURATION, CK_WORDS_SOURCES);
    } else if (!text || size == 0) {
        code = ckp_fail(CK_EARG, "where to put the words is null or has no room; give an array of some 1000 characters");
    } else {
        code = ckp_the_backend->words(slot->self, what, text, size);
    }
    return ckp_leave(slot, code);
}

int ck_state_size(const ck_coupling *coupling, size_t *size) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!size) return ckp_leave(slot, ckp_fail(CK_EARG, "where to put the size is null; give the address of a size_t"));
    *size = slot->sum_size;
    return ckp_leave(slot, CK_OK);
}

static int checked_size(const ckp_slot *slot, const void *state, size_t size) {
    if (!state) return ckp_fail(CK_EARG, "state is null; give memory of ck_state_size bytes");
    if (size == slot->sum_size) return CK_OK;
    return ckp_fail(CK_EARG, "state has %zu bytes; must have %zu (ck_state_size)", size, slot->sum_size);
}

int ck_state_part(const ck_coupling *coupling, void *state, size_t size) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_size(slot, state, size);
    if (code == CK_OK) code = ckp_the_backend->state_save(slot->self, state, size);
    return ckp_leave(slot, code);
}

int ck_state_save(const ck_coupling *coupling, void *state, size_t size) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_size(slot, state, size);
    if (code != CK_OK) return ckp_leave(slot, code);
    pthread_mutex_lock(&slot->lock);
    bool summed = slot->summed;
    if (summed) memcpy(state, slot->sum, size);
    pthread_mutex_unlock(&slot->lock);
    if (!summed) code = ckp_the_backend->state_save(slot->self, state, size);
    return ckp_leave(slot, code);
}

int ck_state_load(ck_coupling *coupling, const void *state, size_t size) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!state) return ckp_leave(slot, ckp_fail(CK_EARG, "state is null; give the bytes that ck_state_save wrote"));
    pthread_mutex_lock(&slot->stepping);
    if (slot->begun) {
        code = ckp_fail(CK_ESTATE, "ck_state_load after a step was begun; load after ck_open and before the first ck_begin");
    } else {
        code = ckp_the_backend->state_load(slot->self, state, size);
    }
    pthread_mutex_unlock(&slot->stepping);
    pthread_mutex_lock(&slot->lock);
    if (code == CK_OK) slot->summed = false;
    pthread_mutex_unlock(&slot->lock);
    return ckp_leave(slot, code);
}

int ck_reduce_parts(ck_coupling *coupling, const void *parts, int count, size_t size, ck_recoil_t *recoil) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = checked_size(slot, parts, size);
    if (code == CK_OK && count < 1) code = ckp_fail(CK_EARG, "number of parts is %d; must be >= 1", count);
    if (code == CK_OK && recoil) code = ckp_sized(recoil, "ck_recoil_t", sizeof *recoil);
    unsigned char *sum = code == CK_OK ? malloc(size) : NULL;
    if (code == CK_OK && !sum) code = ckp_fail(CK_EINTERNAL, "out of memory");
    ck_recoil_t total = {.struct_size = sizeof total};
    if (code == CK_OK) code = ckp_the_backend->state_sum(slot->self, parts, count, size, sum, &total);
    if (code == CK_OK) {
        pthread_mutex_lock(&slot->lock);
        memcpy(slot->sum, sum, size);
        slot->sum_recoil = total;
        slot->summed = true;
        pthread_mutex_unlock(&slot->lock);
        if (recoil) ckp_fill(recoil, &total, sizeof total);
    }
    free(sum);
    return ckp_leave(slot, code);
}

/* ---- sources ---- */

int ck_use(ck_coupling *coupling, const char *source) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    if (!source || !*source) {
        return ckp_leave(slot, ckp_fail(CK_EARG, "name of the source is %s; give one such as \"chiral\"", source ? "empty" : "null"));
    }
    return ckp_leave(slot, ckp_the_backend->use(slot->self, source));
}
