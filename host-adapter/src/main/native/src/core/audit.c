/* The audit of a coupling, as numbers and as text. The words are those of org.chiralkick.host.value.CouplingAudit: a test compares them. */
#include "backend.h"
#include "errors.h"
#include "handles.h"

#include <stdarg.h>
#include <stdio.h>

static const double WEIGHT_TOLERANCE = 1e-6, AREA_TOLERANCE = 0.015, VALIDITY_TOLERANCE = 0.5;

int ck_audit(const ck_coupling *coupling, ck_audit_t *audit) {
    ckp_slot *slot;
    int code = ckp_enter(coupling, &slot);
    if (code != CK_OK) return code;
    code = ckp_sized(audit, "ck_audit_t", offsetof(ck_audit_t, unjudged));
    if (code != CK_OK) return ckp_leave(slot, code);
    ck_audit_t found = {.struct_size = sizeof found};
    code = ckp_the_backend->audit(slot->self, &found);
    if (code == CK_OK) ckp_fill(audit, &found, sizeof found);
    return ckp_leave(slot, code);
}

/* ---- as text ---- */

typedef struct {
    char *at;
    size_t left;
} text;

static void say(text *to, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(to->at, to->left, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= to->left) return; /* there is room for all lines */
    to->at += length;
    to->left -= (size_t)length;
}

static const char *said(double number, char digits[32]) {
    snprintf(digits, 32, number == 0 ? "0" : "%.2e", number);
    return digits;
}

static void say_problems(text *to, const ck_audit_t *a) {
    char digits[32], limit[32];
    const char *before = to->at;
    if (a->steps == 0) say(to, "\nWRONG: no step was committed, so that there is no kick");
    if (a->held > 0) {
        say(to, "\nWRONG: %lld of %lld steps were held without their source and have no recoil", (long long)a->held, (long long)a->steps);
    }
    if (a->silent > 0) {
        say(to, "\nWRONG: %lld of %lld steps had no zone that could emit; evaluate blocks with surface elements, or with volumes and "
                "recoil.radius-cm", (long long)a->silent, (long long)a->steps);
    }
    if (a->worst_weight_error > WEIGHT_TOLERANCE) {
        say(to, "\nWRONG: the weights of a block were off 1 by up to %s: stages are missed or counted more than once",
            said(a->worst_weight_error, digits));
    }
    if (a->area_defect > AREA_TOLERANCE) {
        say(to, "\nWRONG: the surface is not closed: |sum dA| / sum |dA| is %s, must be below %s, or an even emission kicks the star",
            said(a->area_defect, digits), said(AREA_TOLERANCE, limit));
    }
    if (a->invalid > 0) {
        say(to, "\nWRONG: %lld zone evaluations were invalid and have no flux; mask zones that are to be left out", (long long)a->invalid);
    }
    if (a->implausible > 0) {
        say(to, "\nWRONG: %lld zone evaluations had an implausible input; a unit may be wrong", (long long)a->implausible);
    }
    if (a->emission_outside_validity > VALIDITY_TOLERANCE) {
        say(to, "\nWRONG: %.2f %% of the emission is from zones outside the range of validity", 100 * a->emission_outside_validity);
    }
    if (a->energy_over_budget > 0) {
        say(to, "\nWRONG: %.2f %% of the energy counted is above the thermal budget of the star", 100 * a->energy_over_budget);
    }
    if (to->at == before) say(to, "\nnothing found that makes the kick wrong");
}

const char *ck_audit_text(const ck_coupling *coupling) {
    static _Thread_local char lines[2048];
    char weights[32], area[32];
    ck_audit_t a = {.struct_size = sizeof a};
    if (ck_audit(coupling, &a) != CK_OK) return ck_last_error(NULL);
    text to = {lines, sizeof lines};
    say(&to, "steps %lld, held %lld, silent %lld, retries %lld, rolled back %lld", (long long)a.steps, (long long)a.held,
        (long long)a.silent, (long long)a.retries, (long long)a.rolled_back);
    say(&to, "\nzone evaluations flagged %lld, invalid %lld, implausible %lld", (long long)a.flagged, (long long)a.invalid,
        (long long)a.implausible);
    say(&to, "\nworst error of weights %s, area defect %s", said(a.worst_weight_error, weights), said(a.area_defect, area));
    say(&to, "\nemission outside validity %.2f %%, energy above the budget %.2f %%", 100 * a.emission_outside_validity,
        100 * a.energy_over_budget);
    if (a.unjudged > 0) {
        say(&to, "\nnot judged: closure of the surface and silence of %lld of %lld steps, which each rank committed by itself; a commit of all ranks "
                 "judges them", (long long)a.unjudged, (long long)a.steps);
    }
    say_problems(&to, &a);
    return lines;
}
