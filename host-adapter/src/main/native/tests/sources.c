/* Sources that are named and not there: of the stub, and, with another argument, of the library. */
#include <chiralkick.h>

#include "check.h"

#include <string.h>

static int open_with(const char *config, ck_coupling **coupling) {
    ck_open_args args = {.struct_size = sizeof args, .config = config};
    return ck_open(&args, coupling);
}

static void refused(const char *config, const char *text) {
    ck_coupling *coupling = NULL;
    CHECK_FAILS(open_with(config, &coupling), CK_ESOURCE, text);
    CHECK(coupling == NULL);
}

static void accepted(const char *config) {
    ck_coupling *coupling = NULL;
    CHECK(open_with(config, &coupling) == CK_OK);
    CHECK(ck_close(coupling) == CK_OK);
}

static char logged[4096];

static void take(int level, const char *message, void *context) {
    size_t used = strlen(logged);
    (void)context;
    if (level == CK_LOG_WARNING) snprintf(logged + used, sizeof logged - used, "%s\n", message);
}

/* Beginning and end of a hold are in the log, with the cause. */
static void a_hold_is_logged(void) {
    ck_open_args args = {.struct_size = sizeof args, .config = "{\"source\": \"chirall\", \"without-source\": \"hold\"}", .log = take};
    ck_coupling *coupling = NULL;
    ck_step_t step = {.struct_size = sizeof step};
    CHECK(ck_open(&args, &coupling) == CK_OK);
    for (int i = 1; i <= 4; i++) {
        if (i == 3) CHECK(ck_use(coupling, "chiral") == CK_OK);
        CHECK(ck_begin(coupling, i, 0, 1e-3) == CK_OK && ck_commit(coupling) == CK_OK);
        CHECK(ck_step(coupling, &step) == CK_OK && step.source_absent == (i < 3));
    }
    CHECK(strstr(logged, "step 1 is held, its fluxes are zero: source 'chirall' is not installed; did you mean chiral?"));
    CHECK(!strstr(logged, "step 2 is held"));
    CHECK(strstr(logged, "source chiral acts from step 3 on, after 2 steps were held"));
    CHECK(ck_close(coupling) == CK_OK);
}

/* By the rules for names in a configuration, also where a run goes on without a source. */
static void names_that_are_none_are_refused(const char *config) {
    ck_coupling *coupling = NULL;
    CHECK(open_with(config, &coupling) == CK_OK);
    CHECK_FAILS(ck_use(coupling, ""), CK_EARG, "name of the source is empty");
    CHECK_FAILS(ck_use(coupling, "+"), CK_EARG, "source name is ''; must be lower case letters, digits and hyphens, a letter first; several sources are "
                                                "joined by '+', as in chiral+quark-urca");
    CHECK_FAILS(ck_use(coupling, "chiral vortical"), CK_EARG, "source name is 'chiral vortical'; must be");
    CHECK_FAILS(ck_use(coupling, "chiral+"), CK_EARG, "source name is ''; must be");
    CHECK_FAILS(ck_use(coupling, "chiral+ chiral"), CK_EARG, "source 'chiral' is named twice; name each source once");
    CHECK(ck_use(coupling, " isotropic + chiral ") == CK_OK && ck_close(coupling) == CK_OK);
}

/* The first argument is the file with a mistyped name; the second is there where the library is asked. */
int main(int argc, char **argv) {
    if (argc < 2) return 2;
    refused(argv[1], "source 'chirall' is not installed; did you mean chiral?");
    refused("{\"source\": \"chiral+vorticle\"}", "source 'vorticle' is not installed; did you mean vortical?");
    refused("{\"sources\": {\"isotropic\": {\"closures\": {}}, \"chirol\" : {}}}", "did you mean chiral?");
    refused("{\"source\": \"chirall\", \"without-source\": \"stop\"}", "chirall");
    refused("{\"source\": \"something-else\"}", "chiral, isotropic, polarised-nucleon, quark-urca, vortical"); /* the same list in both */
    accepted("{\"source\": \"chirall\", \"without-source\": \"hold\"}");
    accepted("{\"source\": \"chirall\", \"without-source\": \"wait\", \"wait-s\": 0}");
    accepted("{\"sources\": {\"isotropic\": {}, \"chiral\": {\"closures\": {}}}}");
    accepted(NULL);

    ck_coupling *coupling = NULL;
    CHECK(open_with("{\"source\": \"chiral\"}", &coupling) == CK_OK);
    CHECK_FAILS(ck_use(coupling, "isotropik"), CK_ESOURCE, "did you mean isotropic?");
    CHECK(ck_use(coupling, "isotropic") == CK_OK && ck_use(coupling, "chiral+isotropic") == CK_OK);
    CHECK(ck_begin(coupling, 1, 0, 1e-3) == CK_OK && ck_rollback(coupling) == CK_OK && ck_close(coupling) == CK_OK);
    names_that_are_none_are_refused("{\"source\": \"chiral\"}");
    names_that_are_none_are_refused("{\"source\": \"chiral\", \"without-source\": \"hold\"}");
    if (argc > 2) a_hold_is_logged();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
