/* See settings.h. */
#include "settings.h"

#include "problems.h"

#include "core/errors.h"
#include "core/nearest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCES = 16, NAMES = 256 }; /* at most; of names, as many as a message shows */

/* Names for a message, NULL behind the last. */
typedef struct {
    int count;
    const char *name[NAMES + 1];
} names;

typedef struct {
    ckp_problems problems;
    int there, unknown;            /* of the sources that are named: those of the list, and others */
    const ckp_json *source[SOURCES];
} routing;

/* The groups of what is chosen, as a configuration and a source name them, and the key by which a declaration has its name. */
typedef struct {
    const char *group, *key;
} kind;

static const kind CLOSURES = {"closures", "kind"}, PARAMETERS = {"parameters", "name"}, PRESETS = {"presets", "name"};

static const ckp_json *find(const ckp_json *source, kind of, const char *name) {
    for (const ckp_json *one = ckp_declared_of(source, of.group); one; one = one->next) {
        if (strcmp(ckp_declared_text(one, of.key), name) == 0) return one;
    }
    return NULL;
}

static void note(names *list, const char *name) {
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->name[i], name) == 0) return;
    }
    if (list->count < NAMES) list->name[list->count++] = name;
}

/* What these sources declare of a kind, each name once. */
static names declared_names(const ckp_json *const *source, int sources, kind of) {
    names list = {0};
    for (int i = 0; i < sources; i++) {
        for (const ckp_json *one = ckp_declared_of(source[i], of.group); one; one = one->next) note(&list, ckp_declared_text(one, of.key));
    }
    return list;
}

static void put_sources(FILE *to, const ckp_json *const *source, int sources) {
    for (int i = 0; i < sources; i++) fprintf(to, "%s%s", i ? ", " : "", ckp_declared_name(source[i]));
}

/* ---- values ---- */

/* A number as Java writes it, whatever the host's locale. */
static const char *shown(double number, char text[48]) {
    char written[40], digits[24] = "";
    int precision = 0, count = 0, length = 0;
    do {
        snprintf(written, sizeof written, "%.*e", precision, fabs(number));
    } while (strtod(written, NULL) != fabs(number) && ++precision < 17);
    const char *e = strchr(written, 'e');
    for (const char *at = written; at < e && count < 20; at++) {
        if (*at >= '0' && *at <= '9') digits[count++] = *at;
    }
    int exponent = atoi(e + 1);
    if (number < 0) text[length++] = '-';
    if (number != 0 && (exponent < -3 || exponent >= 7)) {
        snprintf(text + length, 48 - (size_t)length, "%c.%sE%d", digits[0], count > 1 ? digits + 1 : "0", exponent);
        return text;
    }
    for (int i = exponent < 0 ? exponent : 0; i < count || i <= exponent + 1; i++) {
        if (i == exponent + 1) text[length++] = '.';
        text[length++] = i >= 0 && i < count ? digits[i] : '0';
    }
    text[length] = 0;
    return text;
}

static bool has_least(const char *range) { return *range == '>' || strncmp(range, "in ", 3) == 0; }

static bool has_most(const char *range) { return *range == '<' || strncmp(range, "in ", 3) == 0; }

/* Ranges are "> 0", ">= 0", "< 0", "<= 0", "in (0, 2]", "that is finite"; their ends are numbers beside them. */
static bool is_in_range(const ckp_json *parameter, double value) {
    const char *range = ckp_declared_text(parameter, "range");
    const ckp_json *least = ckp_json_member(parameter, "least"), *most = ckp_json_member(parameter, "most");
    bool with_least = strncmp(range, ">=", 2) == 0 || strncmp(range, "in [", 4) == 0;
    bool with_most = strncmp(range, "<=", 2) == 0 || (*range && range[strlen(range) - 1] == ']');
    if (!isfinite(value)) return false;
    if (has_least(range) && least && least->kind == CKP_NUMBER && !(with_least ? value >= least->number : value > least->number)) return false;
    return !has_most(range) || !most || most->kind != CKP_NUMBER || (with_most ? value <= most->number : value < most->number);
}

static bool check_choice(routing *r, const char *place, const char *key, const ckp_json *closure, const char *choice) {
    names known = {0};
    const ckp_json *choices = ckp_json_member(closure, "choices");
    for (const ckp_json *one = choices ? choices->member : NULL; one; one = one->next) {
        if (strcmp(ckp_declared_text(one, "name"), choice) == 0) return true;
        note(&known, ckp_declared_text(one, "name"));
    }
    ckp_problem(&r->problems, place, key, "is '%s'", choice);
    ckp_put_hint(r->problems.text, choice, known.name);
    fputs("; must be one of ", r->problems.text);
    ckp_put_list(r->problems.text, known.name);
    return false;
}

static bool check_value(routing *r, const char *place, const char *key, const ckp_json *parameter, double value) {
    const char *unit = ckp_declared_text(parameter, "unit");
    bool has_unit = strcmp(unit, "1") != 0;
    char text[48];
    if (is_in_range(parameter, value)) return true;
    ckp_problem(&r->problems, place, key, "is %s; must be a number %s%s%s%s", shown(value, text), has_unit ? "of " : "", has_unit ? unit : "",
                has_unit ? " " : "", ckp_declared_text(parameter, "range"));
    return false;
}

/* ---- what nobody takes ---- */

static void refuse_preset(routing *r, const char *place, const char *preset, const ckp_json *const *source, int sources) {
    names known = declared_names(source, sources, PRESETS);
    FILE *text = r->problems.text;
    ckp_problem(&r->problems, place, "preset", "is '%s'", preset);
    if (known.count == 0) {
        fputs(", but no source in use has presets (", text);
        put_sources(text, source, sources);
        fputs("); leave it out", text);
    } else {
        ckp_put_hint(text, preset, known.name);
        fputs("; must be one of ", text);
        ckp_put_list(text, known.name);
    }
}

/* `more`: a name that is known there beside those that the sources declare, or NULL. */
static void refuse(routing *r, const char *place, kind of, const char *name, const ckp_json *const *source, int sources, const char *more) {
    bool closure = strcmp(of.group, CLOSURES.group) == 0;
    names known = declared_names(source, sources, of), others = declared_names(source, sources, closure ? PARAMETERS : CLOSURES);
    FILE *text = r->problems.text;
    const char *near = NULL;
    for (int i = 0; i < others.count; i++) {
        if (strcmp(others.name[i], name) != 0) continue;
        ckp_problem(&r->problems, place, name, closure ? "is a parameter, not a closure; write it under parameters, or --parameter"
                                                       : "is a closure, not a parameter; write it under closures, or --closure");
        return;
    }
    if (more) note(&known, more);
    for (int i = 0; i < known.count; i++) near = ckp_nearer(name, known.name[i], near);
    ckp_problem(&r->problems, place, name, "is known to no source in use (");
    put_sources(text, source, sources);
    if (near) fprintf(text, "; did you mean %s?", near);
    fputs(known.count ? "); there are " : "); leave it out", text);
    if (known.count) ckp_put_list(text, known.name);
}

/* ---- under the name of a source ---- */

static const ckp_json *member(const ckp_json *object, const char *key) {
    const ckp_json *value = ckp_json_member(object, key);
    return value ? value->member : NULL;
}

static void check_own(routing *r, const ckp_json *source, const ckp_json *own) {
    const char *preset = ckp_declared_text(own, "preset"), *name = ckp_declared_name(source);
    char *place = malloc(strlen(name) + 24);
    if (!place) return;
    if (*preset && !find(source, PRESETS, preset)) {
        sprintf(place, "sources.%s", name);
        refuse_preset(r, place, preset, &source, 1);
    }
    sprintf(place, "sources.%s.closures", name);
    for (const ckp_json *one = member(own, "closures"); one; one = one->next) {
        const ckp_json *closure = find(source, CLOSURES, one->key);
        if (closure) check_choice(r, place, one->key, closure, one->text);
        else refuse(r, place, CLOSURES, one->key, &source, 1, NULL);
    }
    sprintf(place, "sources.%s.parameters", name);
    for (const ckp_json *one = member(own, "parameters"); one; one = one->next) {
        const ckp_json *parameter = find(source, PARAMETERS, one->key);
        if (parameter) check_value(r, place, one->key, parameter, one->number);
        else refuse(r, place, PARAMETERS, one->key, &source, 1, NULL);
    }
    free(place);
}

/* ---- in the short form ---- */

static int takers_of(const routing *r, kind of, const char *name, const ckp_json *taker[SOURCES]) {
    int takers = 0;
    for (int i = 0; i < r->there; i++) {
        if (find(r->source[i], of, name)) taker[takers++] = r->source[i];
    }
    return takers;
}

/* `what` is its kind, in the words of a message. */
static bool one_takes(routing *r, const char *place, const char *key, const char *what, const char *name, const ckp_json *const *taker, int takers) {
    if (takers < 2) return true;
    const char *first = ckp_declared_name(taker[0]);
    ckp_problem(&r->problems, place, key, "is taken by several sources (");
    put_sources(r->problems.text, taker, takers);
    fprintf(r->problems.text, "); say whose %s %s it is, as in %s.%s on a command line or under sources.%s in a file", what, name, first, name, first);
    return false;
}

static void route_preset(routing *r, const char *preset) {
    const ckp_json *taker[SOURCES];
    int takers = takers_of(r, PRESETS, preset, taker);
    if (takers == 0 && r->unknown == 0) refuse_preset(r, "", preset, r->source, r->there);
    else one_takes(r, "", "preset", "preset", preset, taker, takers);
}

static void route(routing *r, kind of, const ckp_json *chosen) {
    const ckp_json *taker[SOURCES];
    bool closure = strcmp(of.group, CLOSURES.group) == 0;
    int takers = takers_of(r, of, chosen->key, taker);
    if (takers == 0 && r->unknown == 0) {
        refuse(r, of.group, of, chosen->key, r->source, r->there, closure ? "recoil" : NULL);
    } else if (one_takes(r, of.group, chosen->key, closure ? "closure" : "parameter", chosen->key, taker, takers) && takers == 1) {
        const ckp_json *its = find(taker[0], of, chosen->key);
        if (closure) check_choice(r, of.group, chosen->key, its, chosen->text);
        else check_value(r, of.group, chosen->key, its, chosen->number);
    }
}

static bool is_of_the_coupling(const ckp_json *closure) { return strcmp(closure->key, "recoil") == 0; }

/* ---- the whole ---- */

/* Puts a source among those that are named. */
static void name_source(routing *r, const ckp_declared *declared, const char *name, size_t length) {
    const ckp_json *source = ckp_declared_source(declared, name, length);
    if (!source) r->unknown++;
    else if (r->there < SOURCES) r->source[r->there++] = source;
}

static void name_sources(routing *r, const ckp_json *top, const ckp_declared *declared) {
    const ckp_json *sources = ckp_json_member(top, "sources"), *first = ckp_declared_first(declared);
    const char *names_of = ckp_declared_text(top, "source");
    for (const ckp_json *one = sources ? sources->member : NULL; one; one = one->next) name_source(r, declared, one->key, strlen(one->key));
    for (const char *at = names_of; *at;) {
        at += strspn(at, " \t\r\n+");
        size_t length = strcspn(at, " \t\r\n+");
        if (length > 0) name_source(r, declared, at, length);
        at += length;
    }
    if (!sources && !*names_of && first) r->source[r->there++] = first;
}

static void check(routing *r, const ckp_json *top, const ckp_declared *declared) {
    const ckp_json *sources = ckp_json_member(top, "sources");
    const char *preset = ckp_declared_text(top, "preset");
    name_sources(r, top, declared);
    for (const ckp_json *own = sources ? sources->member : NULL; own; own = own->next) {
        const ckp_json *source = ckp_declared_source(declared, own->key, strlen(own->key));
        if (source) check_own(r, source, own);
    }
    if (*preset) route_preset(r, preset);
    for (const ckp_json *one = member(top, "closures"); one; one = one->next) {
        if (!is_of_the_coupling(one)) route(r, CLOSURES, one);
    }
    for (const ckp_json *one = member(top, "parameters"); one; one = one->next) route(r, PARAMETERS, one);
}

/* What cannot be checked without a list of what the sources declare. */
static void refuse_all(ckp_problems *p, const char *place, const ckp_json *chosen) {
    static const char unchecked[] = "cannot be checked: the stub has no list of what the sources declare; set CHIRALKICK_HOME to a distribution "
                                    "in which native/sources.json is what its command 'chiralkick sources --json' prints, or leave it out";
    if (*ckp_declared_text(chosen, "preset")) ckp_problem(p, place, "preset", "%s", unchecked);
    for (int parameters = 0; parameters < 2; parameters++) {
        char group[320];
        snprintf(group, sizeof group, "%.280s%s%s", place, *place ? "." : "", parameters ? PARAMETERS.group : CLOSURES.group);
        for (const ckp_json *one = member(chosen, parameters ? PARAMETERS.group : CLOSURES.group); one; one = one->next) {
            if (parameters || !is_of_the_coupling(one)) ckp_problem(p, group, one->key, "%s", unchecked);
        }
    }
}

static void check_without_a_list(ckp_problems *p, const ckp_json *top) {
    const ckp_json *sources = ckp_json_member(top, "sources");
    refuse_all(p, "", top);
    for (const ckp_json *own = sources ? sources->member : NULL; own; own = own->next) {
        char place[300];
        snprintf(place, sizeof place, "sources.%.280s", own->key);
        refuse_all(p, place, own);
    }
}

int ckp_settings_check(const ckp_json *configuration, const ckp_declared *declared) {
    char *words = NULL;
    size_t length;
    routing r = {.problems = {.text = open_memstream(&words, &length)}};
    if (r.problems.text && declared) check(&r, configuration, declared);
    if (r.problems.text && !declared) check_without_a_list(&r.problems, configuration);
    bool good = r.problems.text && fclose(r.problems.text) == 0;
    int code = !good ? ckp_fail(CK_EINTERNAL, "out of memory") : r.problems.count ? ckp_fail(CK_EARG, "%s", words) : CK_OK;
    free(words);
    return code;
}
