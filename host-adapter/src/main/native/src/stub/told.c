/* See told.h. The words are those of org.chiralkick.host: tests compare both libraries. */
#include "told.h"

#include "core/errors.h"
#include "core/fields.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void ckp_told_configure(ckp_told *told, const char *form) {
    snprintf(told->form, sizeof told->form, "%s", form);
    told->is_the_recoil = strcmp(told->form, "transport") == 0;
}

void ckp_told_clear(ckp_told *told) {
    told->told = false;
    told->weights = 0;
}

int ckp_told_add(ckp_told *told, double weight) {
    if (!told->is_the_recoil) {
        return ckp_fail(CK_ESTATE, "emitted in recoil form %s: this coupling counts the recoil of the fluxes itself, and both would count it "
                        "twice; open it with recoil.form \"transport\" and bind no surface element, or leave emitted out", told->form);
    }
    told->told = true;
    told->weights += weight;
    return CK_OK;
}

int ckp_told_require_whole(const ckp_told *told, int64_t step) {
    if (!told->is_the_recoil) return CK_OK;
    if (!told->told) {
        return ckp_fail(CK_ESTATE, "nothing was emitted in step %lld, whose recoil form is transport; call emitted for every stage before "
                        "commit, with rates of 0 where nothing leaves", (long long)step);
    }
    if (fabs(told->weights - 1) <= 1e-6) return CK_OK;
    return ckp_fail(CK_ESTATE, "weights of emitted in step %lld add up to %.17g; must be 1 within 1e-6: call it once for every stage, with the "
                    "weight of the stage in the final state, or roll the step back", (long long)step, told->weights);
}

int ckp_told_require_no_surface(const ckp_told *told, int64_t inputs_given) {
    if (!told->is_the_recoil || !(inputs_given >> ckp_index_of(ckp_field_of(CK_SURFACE_ELEMENT)) & 1)) return CK_OK;
    return ckp_fail(CK_EFIELD, "surface element is bound in recoil form transport, where what leaves is told by emitted and would count twice; "
                    "bind none, or choose recoil.form surface and leave emitted out");
}
