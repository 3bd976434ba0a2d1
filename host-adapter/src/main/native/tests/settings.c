/*
 * What a configuration chooses of its sources: what the library refuses the stub refuses in the same words, and what it takes the stub takes. Run
 * with both, on the mechanisms of the distribution; an argument is the folder of further lists for the stub. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

typedef struct {
    const char *config;
    int code;
    const char *message;
} wrong;

static const wrong WRONG[] = {
    {"{\"closures\":{\"share\":\"comp\"}}", CK_EARG,
     "closures.share is 'comp'; must be one of [all-left-handed, composition, susceptibility, equilibrium]"},
    {"{\"closures\":{\"shear\":\"x\"}}", CK_EARG,
     "closures.shear is known to no source in use (chiral; did you mean share?); there are [chirality, share, momentum, "
     "potentials, field, spectrum, recoil]"},
    {"{\"preset\":\"kubs\"}", CK_EARG, "preset is 'kubs'; must be one of [kubs-2016, consistent, equilibrium]"},
    {"{\"preset\":\"kubs-2015\"}", CK_EARG, "preset is 'kubs-2015' (did you mean kubs-2016?); must be one of [kubs-2016, consistent, equilibrium]"},
    {"{\"source\":\"chirall\",\"closures\":{\"foo\":\"x\"}}", CK_ESOURCE,
     "source 'chirall' is not installed; did you mean chiral? There are chiral, isotropic, polarised-nucleon, quark-urca, vortical"},
    {"{\"source\":\"chiral\",\"closures\":{\"foo\":\"x\"},\"without-source\":\"hold\"}", CK_EARG,
     "closures.foo is known to no source in use (chiral); there are [chirality, share, momentum, potentials, field, spectrum, "
     "recoil]"},
    {"{\"source\":\"chiral+chirall\",\"closures\":{\"foo\":\"x\", \"share\":\"no\"},\"without-source\":\"hold\"}", CK_EARG,
     "closures.share is 'no'; must be one of [all-left-handed, composition, susceptibility, equilibrium]"},
    {"{\"sources\":{\"chiral\":{\"preset\":\"x\",\"closures\":{\"share\":\"no\",\"zz\":\"y\",\"neutrino-temperature-mev\":\"2\"},\"parameters\":{\"share\":1,\"neutrino-temperature-mev\":-1}},\"isotropic\":{\"preset\":\"d\",\"closures\":{\"a\":\"b\"}}}}", CK_EARG,
     "sources.chiral.preset is 'x'; must be one of [kubs-2016, consistent, equilibrium]; and sources.chiral.closures.share is "
     "'no'; must be one of [all-left-handed, composition, susceptibility, equilibrium]; and sources.chiral.closures.zz is known to "
     "no source in use (chiral); there are [chirality, share, momentum, potentials, field, spectrum]; and "
     "sources.chiral.closures.neutrino-temperature-mev is a parameter, not a closure; write it under parameters, or --parameter; "
     "and sources.chiral.parameters.share is a closure, not a parameter; write it under closures, or --closure; and "
     "sources.chiral.parameters.neutrino-temperature-mev is -1.0; must be a number of MeV > 0; and sources.isotropic.preset is "
     "'d', but no source in use has presets (isotropic); leave it out; and sources.isotropic.closures.a is known to no source in "
     "use (isotropic); leave it out"},
    {"{\"sources\":{\"isotropic\":{\"parameters\":{\"a\":1}}, \"chiral\":{\"parameters\":{\"neutrino-temperature\":1}}, \"none\":{\"preset\":\"no\"}},\"without-source\":\"wait\"}", CK_EARG,
     "sources.isotropic.parameters.a is known to no source in use (isotropic); leave it out; and "
     "sources.chiral.parameters.neutrino-temperature is known to no source in use (chiral; did you mean "
     "neutrino-temperature-mev?); there are [neutrino-temperature-mev]"},
    {"{\"parameters\":{\"alpha-s\":1}}", CK_EARG, "parameters.alpha-s is known to no source in use (chiral); there are [neutrino-temperature-mev]"},
    {"{\"parameters\":{\"alpha-s\":0},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is 0.0; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-1e-4},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -1.0E-4; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-1.25e23},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -1.25E23; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-12345678},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -1.2345678E7; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-1234567},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -1234567.0; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-0.1},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -0.1; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-0.00123},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -0.00123; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-120.5},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -120.5; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-0.0},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is 0.0; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-1e7},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -1.0E7; must be a number > 0"},
    {"{\"parameters\":{\"alpha-s\":-1e300},\"source\":\"quark-urca\"}", CK_EARG, "parameters.alpha-s is -1.0E300; must be a number > 0"},
    {"{\"parameters\":{\"neutrino-temperature-mev\":1e-3, \"axial\":1e23},\"source\":\"polarised-nucleon+chiral\"}", CK_EARG,
     "parameters.axial is known to no source in use (polarised-nucleon, chiral); there are [axial-coupling, "
     "neutrino-temperature-mev]"},
    {"{\"source\":\"polarised-nucleon\",\"parameters\":{\"axial-coupling\":3}}", CK_EARG,
     "parameters.axial-coupling is 3.0; must be a number in (0, 2]"},
    {"{\"source\":\"polarised-nucleon\",\"parameters\":{\"axial-coupling\":2.0000001}}", CK_EARG,
     "parameters.axial-coupling is 2.0000001; must be a number in (0, 2]"},
    {"{\"source\":\"polarised-nucleon\",\"parameters\":{\"axial-coupling\":0}}", CK_EARG,
     "parameters.axial-coupling is 0.0; must be a number in (0, 2]"},
    {"{\"source\":\"polarised-nucleon\",\"closures\":{\"axial-coupling\":\"2\"}}", CK_EARG,
     "closures.axial-coupling is a parameter, not a closure; write it under parameters, or --parameter"},
    {"{\"source\":\"polarised-nucleon\",\"parameters\":{\"interactions\":2}}", CK_EARG,
     "parameters.interactions is a closure, not a parameter; write it under closures, or --closure"},
    {"{\"closures\":{\"recol\":\"lambert\"},\"source\":\"isotropic\"}", CK_EARG,
     "closures.recol is known to no source in use (isotropic; did you mean recoil?); there are [recoil]"},
    {"{\"closures\":{\"recol\":\"lambert\"},\"source\":\"isotropic+ vortical\"}", CK_EARG,
     "closures.recol is known to no source in use (isotropic, vortical; did you mean recoil?); there are [recoil]"},
    {"{\"preset\":\"consistent\",\"source\":\"isotropic + vortical\"}", CK_EARG,
     "preset is 'consistent', but no source in use has presets (isotropic, vortical); leave it out"},
    {"{\"source\":\"chiral\",\"closures\":{\"share\":\"\"}}", CK_EARG,
     "closures.share is ''; must be one of [all-left-handed, composition, susceptibility, equilibrium]"},
    {"{\"source\":\"quark-urca+chiral\",\"closures\":{\"axis\":\"along-feld\",\"share\":\"composition\",\"momentum\":\"thermal\"}}", CK_EARG,
     "closures.axis is 'along-feld' (did you mean along-field?); must be one of [against-field, along-field]"},
    {"{\"source\":\"none\"}", CK_ESOURCE,
     "source none is not there; there are chiral, isotropic, polarised-nucleon, quark-urca, vortical; put the mechanism's bundle "
     "into the bundles folder"},
    {"{\"closures\":{\"spectrum\":\"neutrin\"}}", CK_EARG,
     "closures.spectrum is 'neutrin' (did you mean neutrino?); must be one of [electron, neutrino]"},
};

static const char *const RIGHT[] = {
    "{\"closures\":{\"share\":\"equilibrium\"}}",
    "{\"source\":\"chiral\",\"preset\":\"kubs-2016\"}",
    "{\"source\":\"chirall\",\"closures\":{\"foo\":\"x\"},\"without-source\":\"hold\"}",
    "{\"source\":\"polarised-nucleon\",\"parameters\":{\"axial-coupling\":2}}",
    "{\"closures\":{\"recoil\":\"lambert\"},\"source\":\"isotropic\"}",
    "{\"preset\":\"\"}",
    "{\"source\":\"chiral+ none\",\"preset\":\"nix\",\"without-source\":\"hold\"}",
    "{\"source\":\"none+ nones\",\"preset\":\"nix\",\"closures\":{\"a\":\"b\"},\"without-source\":\"hold\"}",
    "{\"source\":\"quark-urca+chiral\",\"closures\":{\"axis\":\"along-field\",\"share\":\"composition\",\"momentum\":\"thermal\"},\"parameters\":{\"neutrino-temperature-mev\":3}}",
    "{}",
    "{\"closures\":{\"chirality\":\"given\",\"field\":\"kubs-2016\"}}",
};

/* Of two sources that declare the same, and other ranges: tests/twins. */
static const wrong OF_TWINS[] = {
    {"{\"source\": \"jet+fan\", \"closures\": {\"spread\": \"narrow\"}}", CK_EARG,
     "closures.spread is taken by several sources (jet, fan); say whose closure spread it is, as in jet.spread on a command line or under "
     "sources.jet in a file"},
    {"{\"source\": \"jet+fan\", \"preset\": \"strong\"}", CK_EARG,
     "preset is taken by several sources (jet, fan); say whose preset strong it is, as in jet.strong on a command line or under sources.jet in a "
     "file"},
    {"{\"source\": \"fan\", \"parameters\": {\"depth\": 3}}", CK_EARG,
     "parameters.depth is known to no source in use (fan); there are [strength, tilt, shift, loss]"},
    {"{\"parameters\": {\"depth\": 1.5}}", CK_EARG, "parameters.depth is 1.5; must be a number of km >= 2"},
    {"{\"parameters\": {\"strength\": 10}}", CK_EARG, "parameters.strength is 10.0; must be a number in [0, 10)"},
    {"{\"source\": \"fan\", \"parameters\": {\"tilt\": 90.5}}", CK_EARG, "parameters.tilt is 90.5; must be a number of deg <= 90"},
    {"{\"source\": \"fan\", \"parameters\": {\"loss\": 0}}", CK_EARG, "parameters.loss is 0.0; must be a number < 0"},
    {"{\"source\": \"jett\"}", CK_ESOURCE, "source 'jett' is not installed; did you mean jet? There are jet, fan"},
    {"{\"source\": \"chiral\"}", CK_ESOURCE,
     "source chiral is not there; there are jet, fan; put the mechanism's bundle into the bundles folder"},
};

static const char *const FINE_OF_TWINS[] = {
    "{\"parameters\": {\"depth\": 2, \"strength\": 0}}",
    "{\"source\": \"fan\", \"parameters\": {\"tilt\": 90, \"shift\": -1e300, \"loss\": -1, \"strength\": 9.999}, \"preset\": \"strong\"}",
    "{\"source\": \"jet+fan\", \"parameters\": {\"depth\": 2, \"tilt\": -1}}",
    "{\"sources\": {\"jet\": {\"closures\": {\"spread\": \"wide\"}}, \"fan\": {\"closures\": {\"spread\": \"narrow\"}}}}",
};

static int opened(const char *home, const char *config) {
    ck_open_args args = {.struct_size = sizeof args, .config = config, .home = home};
    ck_coupling *coupling = NULL;
    int code = ck_open(&args, &coupling);
    if (code == CK_OK) CHECK(ck_close(coupling) == CK_OK);
    return code;
}

static void all_are_refused(const char *home, const wrong *one, size_t count) {
    for (; count > 0; one++, count--) {
        int code = opened(home, one->config);
        if (code == one->code && strcmp(ck_last_error(NULL), one->message) == 0) continue;
        fprintf(stderr, "%s gave %s, '%s'; expected %s, '%s'\n", one->config, ck_error_name(code), code < 0 ? ck_last_error(NULL) : "",
                ck_error_name(one->code), one->message);
        check_failures++;
    }
}

static void all_open(const char *home, const char *const *config, size_t count) {
    for (; count > 0; config++, count--) {
        if (opened(home, *config) == CK_OK) continue;
        fprintf(stderr, "%s is refused: %s\n", *config, ck_last_error(NULL));
        check_failures++;
    }
}

#define ALL(table) table, sizeof table / sizeof table[0]

/* Lists of other sources, one that is none, and none at all: then no choice can be checked, and none is taken. */
static void other_lists(const char *folder) {
    char twins[1024], damaged[1024];
    snprintf(twins, sizeof twins, "%s/twins", folder);
    snprintf(damaged, sizeof damaged, "%s/damaged", folder);
    all_are_refused(twins, ALL(OF_TWINS));
    all_open(twins, ALL(FINE_OF_TWINS));
    CHECK_FAILS(opened(damaged, NULL), CK_EINTERNAL, "damaged/native/sources.json is not what 'chiralkick sources --json' prints");
    CHECK_FAILS(opened("/nowhere", "{\"closures\": {\"share\": \"composition\"}}"), CK_EARG,
                "closures.share cannot be checked: the stub has no list of what the sources declare; set CHIRALKICK_HOME to a distribution");
    CHECK_FAILS(opened("/nowhere", "{\"preset\": \"consistent\"}"), CK_EARG, "preset cannot be checked");
    CHECK_FAILS(opened("/nowhere", "{\"sources\": {\"chiral\": {\"parameters\": {\"a\": 1}}}}"), CK_EARG, "sources.chiral.parameters.a cannot be checked");
    CHECK(opened("/nowhere", "{\"closures\": {\"recoil\": \"lambert\"}, \"source\": \"chiral\"}") == CK_OK);
    CHECK(opened("/nowhere", "{\"sources\": {\"chiral\": {\"closures\": {}}}}") == CK_OK);
}

int main(int argc, char **argv) {
    all_are_refused(NULL, ALL(WRONG));
    all_open(NULL, ALL(RIGHT));
    if (argc > 1) other_lists(argv[1]);
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
