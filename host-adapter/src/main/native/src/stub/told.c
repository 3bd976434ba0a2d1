/* See told.h. The words are those of org.chiralkick.host: tests compare both libraries. */
#include "told.h"

#include "core/errors.h"
#include "core/fields.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void ckp_told_configure(ckp_told *told, const char *form, bool has_radius) {
    snprintf(told->form, sizeof told->form, "%s", form);
    told->is_the_recoil = strcmp(told->form, "transport") == 0;
    told->has_radius = has_radius;
}

static bool is_form(const ckp_told *told, const char *form) { return strcmp(told->form, form) == 0; }

static bool is_given(int64_t inputs_given, int field) { return inputs_given >> ckp_index_of(ckp_field_of(field)) & 1; }

ckp_counted ckp_told_counts(const ckp_told *told, int64_t inputs_given) {
    bool automatic = is_form(told, "auto");
    if ((automatic || is_form(told, "surface")) && is_given(inputs_given, CK_SURFACE_ELEMENT)) return CKP_SURFACE;
    bool volume = is_form(told, "volume") || (automatic && told->has_radius);
    return volume && is_given(inputs_given, CK_VOLUME) ? CKP_VOLUME : CKP_NOTHING;
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
    if (!told->is_the_recoil || !is_given(inputs_given, CK_SURFACE_ELEMENT)) return CK_OK;
    return ckp_fail(CK_EFIELD, "surface element is bound in recoil form transport, where what leaves is told by emitted and would count twice; "
                    "bind none, or choose recoil.form surface and leave emitted out");
}

static const char *why_uncounted(const ckp_told *told) {
    if (told->is_the_recoil) {
        return "in recoil form transport what leaves is what your transport lets out and tells by emitted; take that off, and bind none here";
    }
    if (is_form(told, "none")) return "recoil.form is none; choose auto, surface or volume, or bind none here";
    return "bind the surface element, or the volume with recoil.radius-cm for the volume form";
}

int ckp_told_require_escaped(const ckp_told *told, int64_t inputs_given, int64_t outputs_wanted) {
    static const struct {
        int field;
        const char *name;
    } escaped[] = {{CK_ESCAPED_NUMBER, "escaped number"}, {CK_ESCAPED_ENERGY, "escaped energy"}, {CK_ESCAPED_MOMENTUM, "escaped momentum"}};
    bool volume = is_given(inputs_given, CK_VOLUME), nothing = ckp_told_counts(told, inputs_given) == CKP_NOTHING, any = false;
    char names[64] = "";
    for (int i = 0; i < 3; i++) {
        if (!(outputs_wanted >> (ckp_index_of(ckp_field_of(escaped[i].field)) - CKP_ZONE_FIELDS) & 1)) continue;
        any = true;
        bool by_source = escaped[i].field == CK_ESCAPED_MOMENTUM && volume && !told->is_the_recoil; /* some sources give a momentum of their own */
        if (!nothing || by_source) continue;
        snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", *names ? ", " : "", escaped[i].name);
    }
    if (*names) return ckp_fail(CK_EFIELD, "%s bound as output, and this block does not count it: %s", names, why_uncounted(told));
    if (!any || volume) return CK_OK;
    return ckp_fail(CK_EFIELD, "fields are needed that are not bound: volume (for what escapes per volume)");
}
