/* See configuration.h. The rules and words are those of CouplingConfigReader and StrictObject: tests compare both libraries. */
#include "configuration.h"

#include "json.h"
#include "problems.h"
#include "settings.h"
#include "sources.h"

#include "core/errors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCES = 16 }; /* at most */

/* Names in the order of the alphabet, as messages show keys; NULL behind the last. */
static const char *const KEYS[] = {"closures", "missing-output", "parameters", "preset", "recoil", "replay", "report-zones-every", "source", "sources", "step-numbers",
                                   "wait-s", "watchdog-s", "weights", "without-source", NULL};
static const char *const SOURCE_KEYS[] = {"closures", "parameters", "preset", NULL};
static const char *const RECOIL_KEYS[] = {"form", "geometry", "radius-cm", "thermal-budget-erg", "time", NULL};
static const char *const GEOMETRIES[] = {"beamed-outflow", "beamed-net", "radial-net", "radial-outflow", "lambert", NULL};
static const char *const FORMS[] = {"auto", "surface", "volume", "none", "transport", NULL};
static const char *const TIMES[] = {"proper", "coordinate", NULL};
static const char *const WITHOUT_SOURCE[] = {"hold", "wait", "fail", "stop", NULL};
static const char *const WEIGHTS[] = {"checked", "free", NULL};
static const char *const STEP_NUMBERS[] = {"rising", "free", NULL};
static const char *const MISSING_OUTPUT[] = {"refuse", "warn", NULL};

/* A value as it is written, long ones cut. */
static const char *shown(const ckp_json *value, char text[64]) {
    bool cut = value->length > 60;
    snprintf(text, 64, "%.*s%s", cut ? 57 : (int)value->length, value->from, cut ? "..." : "");
    return text;
}

static bool is_among(const char *name, const char *const *names) {
    for (; *names; names++) {
        if (strcmp(name, *names) == 0) return true;
    }
    return false;
}

/* ---- objects ---- */

static void check_keys(ckp_problems *p, const char *place, const ckp_json *object, const char *const *keys) {
    for (const ckp_json *member = object->member; member; member = member->next) {
        if (is_among(member->key, keys)) continue;
        ckp_problem(p, place, member->key, "is not known");
        ckp_put_hint(p->text, member->key, keys);
        fputs("; the keys here are ", p->text);
        ckp_put_list(p->text, keys);
    }
}

static const ckp_json *typed(ckp_problems *p, const char *place, const ckp_json *object, const char *key, ckp_json_kind kind, const char *requirement) {
    char text[64];
    const ckp_json *value = ckp_json_member(object, key);
    if (!value || value->kind == kind) return value;
    ckp_problem(p, place, key, "is %s; %s", shown(value, text), requirement);
    return NULL;
}

static const char *text(ckp_problems *p, const char *place, const ckp_json *object, const char *key) {
    const ckp_json *value = typed(p, place, object, key, CKP_TEXT, "must be a text in quotes");
    return value ? value->text : NULL;
}

static const ckp_json *tree(ckp_problems *p, const char *place, const ckp_json *object, const char *key) {
    return typed(p, place, object, key, CKP_OBJECT, "must be an object { ... }");
}

static const char *choice(ckp_problems *p, const char *place, const ckp_json *object, const char *key, const char *const *choices) {
    const char *value = text(p, place, object, key);
    if (!value || is_among(value, choices)) return value;
    ckp_problem(p, place, key, "is '%s'", value);
    ckp_put_hint(p->text, value, choices);
    fputs("; must be one of ", p->text);
    ckp_put_list(p->text, choices);
    return NULL;
}

static bool number(ckp_problems *p, const char *place, const ckp_json *object, const char *key, double least, double most, const char *requirement) {
    char words[96], written[64];
    snprintf(words, sizeof words, "must be a number, %s", requirement);
    const ckp_json *value = typed(p, place, object, key, CKP_NUMBER, words);
    if (!value) return false;
    if (value->number >= least && value->number <= most) return true;
    ckp_problem(p, place, key, "is %s; must be %s", shown(value, written), requirement);
    return false;
}

static const double SMALLEST = 4.9406564584124654e-324, LARGEST = 1.7976931348623157e308;

static bool positive(ckp_problems *p, const ckp_json *recoil, const char *key, const char *unit) {
    char requirement[48];
    snprintf(requirement, sizeof requirement, "finite and > 0 %s", unit);
    return number(p, "recoil", recoil, key, SMALLEST, LARGEST, requirement);
}

/* ---- what is chosen of sources ---- */

static char *joined(const char *place, const char *key) {
    char *path = malloc(strlen(place) + strlen(key) + 2);
    if (path) sprintf(path, "%s%s%s", place, *place ? "." : "", key);
    return path;
}

/* Preset, closures and parameters, in the short form or of a source by its name; the closure "recoil" is the coupling's own. */
static void check_settings(ckp_problems *p, const char *place, const ckp_json *object) {
    char *closures_place = joined(place, "closures"), *parameters_place = joined(place, "parameters");
    if (closures_place && parameters_place) {
        text(p, place, object, "preset");
        const ckp_json *closures = tree(p, place, object, "closures"), *parameters = tree(p, place, object, "parameters");
        for (const ckp_json *one = closures ? closures->member : NULL; one; one = one->next) text(p, closures_place, closures, one->key);
        if (*place && closures && ckp_json_member(closures, "recoil")) {
            ckp_problem(p, closures_place, "recoil", "is the coupling's own, not a source's; write recoil.geometry");
        }
        for (const ckp_json *one = parameters ? parameters->member : NULL; one; one = one->next) {
            number(p, parameters_place, parameters, one->key, -LARGEST, LARGEST, "finite");
        }
    }
    free(closures_place);
    free(parameters_place);
}

static bool is_name(const char *name, size_t length) {
    bool good = length > 0 && name[0] >= 'a' && name[0] <= 'z';
    for (size_t i = 0; good && i < length; i++) {
        good = (name[i] >= 'a' && name[i] <= 'z') || (name[i] >= '0' && name[i] <= '9') || name[i] == '-';
    }
    return good;
}

#define NAME_RULE "source name is '%.*s'; must be lower case letters, digits and hyphens, a letter first; several sources are joined by '+', as in " \
                  "chiral+quark-urca"
#define NAMED_TWICE "source '%.*s' is named twice; name each source once"
#define TOO_MANY "%d sources are named; at most %d act together"

static void check_name(ckp_problems *p, const char *key, const char *name, size_t length) {
    if (!is_name(name, length)) ckp_problem(p, "", key, "is wrong: " NAME_RULE, (int)length, name);
}

/* Takes the next of the names joined by "+", without the blanks around it; NULL when none is left. */
static const char *next_name(const char **rest, size_t *length) {
    const char *at = *rest;
    if (!at) return NULL;
    size_t whole = strcspn(at, "+"), blank = strspn(at, " \t\r\n");
    const char *name = at + (blank < whole ? blank : whole);
    *length = (size_t)(at + whole - name);
    while (*length > 0 && strchr(" \t\r\n", name[*length - 1])) --*length;
    *rest = at[whole] ? at + whole + 1 : NULL;
    return name;
}

/* Whether a name stands before its place in the names. */
static bool is_repeated(const char *names, const char *name, size_t length) {
    size_t its = 0;
    for (const char *rest = names, *before = next_name(&rest, &its); before && before < name; before = next_name(&rest, &its)) {
        if (its == length && strncmp(before, name, length) == 0) return true;
    }
    return false;
}

int ckp_configuration_require_names(const char *names) {
    size_t length = 0;
    int count = 0;
    for (const char *rest = names, *name = next_name(&rest, &length); name; name = next_name(&rest, &length), count++) {
        if (!is_name(name, length)) return ckp_fail(CK_EARG, NAME_RULE, (int)length, name);
        if (is_repeated(names, name, length)) return ckp_fail(CK_EARG, NAMED_TWICE, (int)length, name);
    }
    return count > SOURCES ? ckp_fail(CK_EARG, TOO_MANY, count, SOURCES) : CK_OK;
}

static void check_source(ckp_problems *p, const char *names) {
    size_t length = 0;
    int count = 0;
    for (const char *rest = names, *name = next_name(&rest, &length); name; name = next_name(&rest, &length), count++) {
        check_name(p, "source", name, length);
        if (is_repeated(names, name, length)) ckp_problem(p, "", "source", "is wrong: " NAMED_TWICE, (int)length, name);
    }
    if (count > SOURCES) ckp_problem(p, "", "source", "is wrong: " TOO_MANY, count, SOURCES);
}

static void check_beside(ckp_problems *p, const ckp_json *top, const char *group) {
    const ckp_json *object = ckp_json_member(top, group);
    for (const ckp_json *one = object && object->kind == CKP_OBJECT ? object->member : NULL; one; one = one->next) {
        if (strcmp(group, "closures") == 0 && strcmp(one->key, "recoil") == 0) continue;
        ckp_problem(p, group, one->key, "stands beside sources; write it under the name of its source there");
    }
}

static void check_sources(ckp_problems *p, const ckp_json *top) {
    const ckp_json *sources = tree(p, "", top, "sources"), *preset = ckp_json_member(top, "preset");
    int count = 0;
    if (!sources) return;
    if (!sources->member) ckp_problem(p, "", "sources", "names no mechanism; name one, as in {\"chiral\": {}}, or leave it out");
    if (ckp_json_member(top, "source")) ckp_problem(p, "", "source", "stands beside sources; give one of them");
    if (preset && preset->kind == CKP_TEXT && preset->text[0]) {
        ckp_problem(p, "", "preset", "stands beside sources; write it under the name of its source there");
    }
    check_beside(p, top, "closures");
    check_beside(p, top, "parameters");
    for (const ckp_json *one = sources->member; one; one = one->next, count++) {
        const ckp_json *its = tree(p, "sources", sources, one->key);
        char *place = joined("sources", one->key);
        check_name(p, "sources", one->key, strlen(one->key));
        if (its && place) check_keys(p, place, its, SOURCE_KEYS);
        if (its && place) check_settings(p, place, its);
        free(place);
    }
    if (count > SOURCES) ckp_problem(p, "", "sources", "is wrong: " TOO_MANY, count, SOURCES);
}

/* ---- recoil ---- */

static void check_recoil(ckp_problems *p, const ckp_json *top, ckp_configuration *configuration) {
    static const char beside[] = "stands beside recoil.form transport, in which the host tells what leaves; leave it out";
    const ckp_json *recoil = tree(p, "", top, "recoil"), *closures = ckp_json_member(top, "closures");
    const ckp_json *as_closure = closures && closures->kind == CKP_OBJECT ? ckp_json_member(closures, "recoil") : NULL;
    const char *other = as_closure && as_closure->kind == CKP_TEXT ? as_closure->text : NULL;
    if (recoil) check_keys(p, "recoil", recoil, RECOIL_KEYS);
    const char *geometry = choice(p, "recoil", recoil, "geometry", GEOMETRIES), *form = choice(p, "recoil", recoil, "form", FORMS);
    const char *time = choice(p, "recoil", recoil, "time", TIMES);
    configuration->has_radius = positive(p, recoil, "radius-cm", "cm");
    positive(p, recoil, "thermal-budget-erg", "erg");
    if (other) choice(p, "closures", closures, "recoil", GEOMETRIES);
    if (other && geometry && strcmp(other, geometry) != 0) {
        ckp_problem(p, "closures", "recoil", "is '%s' but recoil.geometry is '%s'; give one of them", other, geometry);
    }
    snprintf(configuration->form, sizeof configuration->form, "%s", form ? form : "auto");
    if (form && strcmp(form, "volume") == 0 && !configuration->has_radius) {
        ckp_problem(p, "recoil", "radius-cm", "is missing; recoil.form volume needs the star's radius, a number > 0 cm");
    }
    if (!form || strcmp(form, "transport") != 0) return;
    if (geometry) ckp_problem(p, "recoil", "geometry", "%s", beside);
    if (other) ckp_problem(p, "closures", "recoil", "%s", beside);
    if (time && strcmp(time, "proper") != 0) ckp_problem(p, "recoil", "time", "%s", beside);
    if (configuration->has_radius) ckp_problem(p, "recoil", "radius-cm", "%s", beside);
}

/* ---- the whole ---- */

static bool is_free(ckp_problems *p, const ckp_json *top, const char *key, const char *const *choices) {
    const char *chosen = choice(p, "", top, key, choices);
    return chosen && strcmp(chosen, "free") == 0;
}

static void check_report_every(ckp_problems *p, const ckp_json *top) {
    static const char key[] = "report-zones-every", requirement[] = "a whole number of steps in [0, 2147483647]; 0 for never";
    char written[64];
    if (!number(p, "", top, key, 0, 2147483647, requirement)) return;
    const ckp_json *value = ckp_json_member(top, key);
    if (value->number != floor(value->number)) ckp_problem(p, "", key, "is %s; must be %s", shown(value, written), requirement);
}

static void check(ckp_problems *p, const ckp_json *top, ckp_configuration *configuration) {
    check_keys(p, "", top, KEYS);
    check_settings(p, "", top);
    check_recoil(p, top, configuration);
    check_sources(p, top);
    const char *source = text(p, "", top, "source"), *replay = text(p, "", top, "replay");
    if (source) check_source(p, source);
    const char *without = choice(p, "", top, "without-source", WITHOUT_SOURCE);
    configuration->goes_on = without && (strcmp(without, "hold") == 0 || strcmp(without, "wait") == 0);
    choice(p, "", top, "missing-output", MISSING_OUTPUT);
    number(p, "", top, "wait-s", 0, 1e6, "in [0, 1e6] s");
    number(p, "", top, "watchdog-s", 0, 1e6, "in [0, 1e6] s, 0 for never");
    check_report_every(p, top);
    configuration->any_weights = is_free(p, top, "weights", WEIGHTS);
    configuration->any_numbers = is_free(p, top, "step-numbers", STEP_NUMBERS);
    if (replay) configuration->replay = strdup(replay);
}

/* Of a document without problems. */
static int require_sources(const ckp_json *top, const ckp_declared *declared) {
    const ckp_json *source = ckp_json_member(top, "source"), *sources = ckp_json_member(top, "sources");
    int code = source ? ckp_sources_require(source->text, declared) : CK_OK;
    for (const ckp_json *one = sources ? sources->member : NULL; one && code == CK_OK; one = one->next) code = ckp_sources_require(one->key, declared);
    return code;
}

int ckp_configuration_read(const char *given, const ckp_declared *declared, ckp_configuration *configuration) {
    char problem[160], value[64], *words = NULL;
    size_t length;
    *configuration = (ckp_configuration){.form = "auto"};
    if (!given) return CK_OK;
    ckp_json *top = ckp_json_read(given, problem, sizeof problem);
    if (!top) return ckp_fail(CK_EARG, "configuration: document is not valid JSON: %s", problem);
    ckp_problems p = {.text = open_memstream(&words, &length)};
    if (p.text && top->kind == CKP_OBJECT) check(&p, top, configuration);
    if (p.text && top->kind != CKP_OBJECT) ckp_problem(&p, "", "document", "is %s; must be a JSON object { ... }", shown(top, value));
    bool good = p.text && fclose(p.text) == 0;
    int code = !good ? ckp_fail(CK_EINTERNAL, "out of memory") : p.count ? ckp_fail(CK_EARG, "configuration: %s", words) : CK_OK;
    free(words);
    if (code == CK_OK && !configuration->goes_on) code = require_sources(top, declared);
    if (code == CK_OK) code = ckp_settings_check(top, declared);
    ckp_json_free(top);
    if (code != CK_OK) free(configuration->replay);
    if (code != CK_OK) configuration->replay = NULL;
    return code;
}
