/*
 * What the real library refuses of the form of a configuration the stub refuses too, in the same words, and what it takes the stub takes. Run
 * with both. Prints "ok".
 */
#include "zones.h"

typedef struct {
    const char *config, *text; /* that the message has */
} wrong;

#define BESIDE "stands beside recoil.form transport, in which the host tells what leaves; leave it out"
#define INSTEAD "stands beside sources; write it under the name of its source there"

static const wrong WRONG[] = {
    /* keys */
    {"{\"sauce\": \"chiral\"}", "configuration: sauce is not known (did you mean source?)"},
    {"{\"pigs\": 1}", "configuration: pigs is not known; the keys here are [closures, missing-output, parameters, preset, recoil, "},
    {"{\"Weights\": \"free\"}", "Weights is not known (did you mean weights?)"},
    {"{\"recoil\": {\"from\": \"none\"}}", "recoil.from is not known (did you mean form?)"},
    {"{\"recoil\": {\"pigs\": 1}}", "recoil.pigs is not known; the keys here are [form, geometry, radius-cm, thermal-budget-erg, time]"},
    {"{\"sources\": {\"chiral\": {\"closure\": {}}}}", "sources.chiral.closure is not known (did you mean closures?); the keys here are [closures, parameters, preset]"},
    /* types and ranges */
    {"{\"weights\": 1}", "weights is 1; must be a text in quotes"},
    {"{\"weights\": true}", "weights is true; must be a text in quotes"},
    {"{\"source\": [\"chiral\"]}", "source is [\"chiral\"]; must be a text in quotes"},
    {"{\"source\": null}", "source is null; must be a text in quotes"},
    {"{\"recoil\": \"none\"}", "recoil is \"none\"; must be an object { ... }"},
    {"{\"closures\": []}", "closures is []; must be an object { ... }"},
    {"{\"closures\": {\"share\": 2}}", "closures.share is 2; must be a text in quotes"},
    {"{\"parameters\": {\"a\": \"2\"}}", "parameters.a is \"2\"; must be a number, finite"},
    {"{\"parameters\": {\"a\": 1e999}}", "parameters.a is 1"},
    {"{\"preset\": 3}", "preset is 3; must be a text in quotes"},
    {"{\"wait-s\": -1}", "wait-s is -1; must be in [0, 1e6] s"},
    {"{\"wait-s\": 1000001}", "wait-s is 1000001; must be in [0, 1e6] s"},
    {"{\"wait-s\": \"1\"}", "wait-s is \"1\"; must be a number, in [0, 1e6] s"},
    {"{\"recoil\": {\"radius-cm\": 0}}", "recoil.radius-cm is 0; must be finite and > 0 cm"},
    {"{\"recoil\": {\"radius-cm\": -1e6}}", "recoil.radius-cm is -1"},
    {"{\"recoil\": {\"thermal-budget-erg\": 1e400}}", "recoil.thermal-budget-erg is 1"},
    {"{\"recoil\": {\"thermal-budget-erg\": false}}", "recoil.thermal-budget-erg is false; must be a number, finite and > 0 erg"},
    /* choices */
    {"{\"weights\": \"frei\"}", "weights is 'frei' (did you mean free?); must be one of [checked, free]"},
    {"{\"weights\": \"\"}", "weights is ''; must be one of [checked, free]"},
    {"{\"step-numbers\": \"any\"}", "step-numbers is 'any'; must be one of [rising, free]"},
    {"{\"missing-output\": \"ignore\"}", "missing-output is 'ignore'; must be one of [refuse, warn]"},
    {"{\"without-source\": \"hodl\"}", "without-source is 'hodl' (did you mean hold?); must be one of [hold, wait, fail"},
    {"{\"recoil\": {\"form\": \"surfaces\"}}", "recoil.form is 'surfaces' (did you mean surface?); must be one of [auto, surface, volume, none, transport]"},
    {"{\"recoil\": {\"time\": \"Proper\"}}", "recoil.time is 'Proper' (did you mean proper?); must be one of [proper, coordinate]"},
    {"{\"recoil\": {\"geometry\": \"lambertian\"}}", "recoil.geometry is 'lambertian' (did you mean lambert?); must be one of [beamed-outflow, beamed-net"},
    {"{\"closures\": {\"recoil\": \"ball\"}}", "closures.recoil is 'ball'; must be one of [beamed-outflow, beamed-net"},
    /* what does not go together */
    {"{\"closures\": {\"recoil\": \"lambert\"}, \"recoil\": {\"geometry\": \"beamed-net\"}}",
     "closures.recoil is 'lambert' but recoil.geometry is 'beamed-net'; give one of them"},
    {"{\"recoil\": {\"form\": \"volume\"}}", "recoil.radius-cm is missing; recoil.form volume needs the star's radius, a number > 0 cm"},
    {"{\"recoil\": {\"form\": \"transport\", \"geometry\": \"lambert\"}}", "recoil.geometry " BESIDE},
    {"{\"recoil\": {\"form\": \"transport\", \"radius-cm\": 1e6}}", "recoil.radius-cm " BESIDE},
    {"{\"recoil\": {\"form\": \"transport\", \"time\": \"coordinate\"}}", "recoil.time " BESIDE},
    {"{\"closures\": {\"recoil\": \"lambert\"}, \"recoil\": {\"form\": \"transport\"}}", "closures.recoil " BESIDE},
    {"{\"sources\": {}}", "sources names no mechanism; name one, as in {\"chiral\": {}}, or leave it out"},
    {"{\"source\": \"chiral\", \"sources\": {\"chiral\": {}}}", "source stands beside sources; give one of them"},
    {"{\"preset\": \"consistent\", \"sources\": {\"chiral\": {}}}", "preset " INSTEAD},
    {"{\"closures\": {\"share\": \"composition\"}, \"sources\": {\"chiral\": {}}}", "closures.share " INSTEAD},
    {"{\"parameters\": {\"a\": 1}, \"sources\": {\"chiral\": {}}}", "parameters.a " INSTEAD},
    {"{\"sources\": {\"chiral\": 1}}", "sources.chiral is 1; must be an object { ... }"},
    {"{\"sources\": {\"chiral\": {\"closures\": {\"recoil\": \"lambert\"}}}}", "sources.chiral.closures.recoil is the coupling's own, not a source's; write recoil.geometry"},
    {"{\"sources\": {\"chiral\": {\"parameters\": {\"a\": true}}}}", "sources.chiral.parameters.a is true; must be a number, finite"},
    {"{\"sources\": {\"Chiral\": {}}}", "sources is wrong: source name is 'Chiral'; must be lower case letters, digits and hyphens"},
    {"{\"source\": \"\"}", "source is wrong: source name is ''; must be lower case letters"},
    {"{\"source\": \"chiral+\"}", "source is wrong: source name is ''"},
    {"{\"source\": \"chiral, vortical\"}", "source is wrong: source name is 'chiral, vortical'"},
    {"{\"source\": \"chiral + chiral\"}", "source is wrong: source 'chiral' is named twice; name each source once"},
    {"{\"source\": \"a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q\"}", "source is wrong: 17 sources are named; at most 16 act together"},
    {"{\"weights\": 1, \"step-numbers\": 2}", "; and step-numbers is 2; must be a text in quotes"},
    /* JSON */
    {"{", "document is not valid JSON"},
    {"{}}", "document is not valid JSON"},
    {"{} {}", "document is not valid JSON"},
    {"{\"weights\": \"free\",}", "document is not valid JSON"},
    {"{\"weights\" \"free\"}", "document is not valid JSON"},
    {"{weights: \"free\"}", "document is not valid JSON"},
    {"{'weights': 'free'}", "document is not valid JSON"},
    {"{\"weights\": \"free\", \"weights\": \"free\"}", "document is not valid JSON"},
    {"{\"weights\": \"checked\", \"\\u0077eights\": \"free\"}", "document is not valid JSON"},
    {"{\"wait-s\": 01}", "document is not valid JSON"},
    {"{\"wait-s\": 1.}", "document is not valid JSON"},
    {"{\"wait-s\": .5}", "document is not valid JSON"},
    {"{\"wait-s\": +1}", "document is not valid JSON"},
    {"{\"wait-s\": 1e}", "document is not valid JSON"},
    {"{\"wait-s\": NaN}", "document is not valid JSON"},
    {"{\"wait-s\": -}", "document is not valid JSON"},
    {"{\"weights\": free}", "document is not valid JSON"},
    {"{\"weights\": \"fr\nee\"}", "document is not valid JSON"},
    {"{\"weights\": \"fr\\xee\"}", "document is not valid JSON"},
    {"{\"weights\": \"free}", "document is not valid JSON"},
    {"{/* free */}", "document is not valid JSON"},
    {"{} x", "document is not valid JSON"},
};

static const char *const RIGHT[] = {
    "{}",
    " \t\r\n{ } \n",
    "{\"w\\u0065ights\": \"free\", \"step-numbers\": \"free\", \"missing-output\": \"warn\", \"wait-s\": 1E+1, \"without-source\": \"hold\"}",
    "{\"without-source\": \"wait\", \"wait-s\": 0.0}",
    "{\"recoil\": {\"geometry\": \"lambert\", \"form\": \"volume\", \"radius-cm\": 1.2e6, \"time\": \"coordinate\", \"thermal-budget-erg\": 3e53}}",
    "{\"closures\": {\"recoil\": \"radial-net\"}, \"recoil\": {\"geometry\": \"radial-net\"}}",
    "{\"closures\": {\"recoil\": \"radial-outflow\"}, \"sources\": {\"chiral\": {}}}",
    "{\"recoil\": {\"form\": \"transport\", \"time\": \"proper\"}}",
    "{\"source\": \"chiral + quark-urca\"}",
    "{\"sources\": {\"chiral\": {\"closures\": {\"chirality\": \"given\"}}, \"isotropic\": {}}}",
};

static void wrong_ones_are_refused_with_their_place(void) {
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        ck_open_args args = {.struct_size = sizeof args, .config = WRONG[i].config};
        ck_coupling *coupling = NULL;
        int code = ck_open(&args, &coupling);
        if (code == CK_EARG && strncmp(ck_last_error(NULL), "configuration: ", 15) == 0 && strstr(ck_last_error(NULL), WRONG[i].text)) continue;
        fprintf(stderr, "%s gave %s, '%s'; expected '%s'\n", WRONG[i].config, ck_error_name(code), code < 0 ? ck_last_error(NULL) : "", WRONG[i].text);
        check_failures++;
        if (coupling) ck_close(coupling);
    }
}

static void right_ones_open(void) {
    for (size_t i = 0; i < sizeof RIGHT / sizeof RIGHT[0]; i++) {
        ck_open_args args = {.struct_size = sizeof args, .config = RIGHT[i]};
        ck_coupling *coupling = NULL;
        if (ck_open(&args, &coupling) != CK_OK) {
            fprintf(stderr, "%s is refused: %s\n", RIGHT[i], ck_last_error(NULL));
            check_failures++;
        } else {
            CHECK(ck_close(coupling) == CK_OK);
        }
    }
}

static void what_is_nested_too_deeply_is_refused(void) {
    static char text[8192] = "{\"source\": ";
    size_t length = strlen(text);
    memset(text + length, '[', 3000);
    memset(text + length + 3000, ']', 3000);
    text[length + 6000] = '}';
    ck_open_args args = {.struct_size = sizeof args, .config = text};
    ck_coupling *coupling;
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "configuration: document is not valid JSON");
}

int main(void) {
    wrong_ones_are_refused_with_their_place();
    right_ones_open();
    what_is_nested_too_deeply_is_refused();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
