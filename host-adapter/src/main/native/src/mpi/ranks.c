/* See ranks.h. */
#include "ranks.h"

#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PART = 4096, NAMED = 8 }; /* bytes that are sent at once; ranks that are named one by one */

static int mpi_failed(ck_coupling *coupling, const char *call) {
    char text[160];
    snprintf(text, sizeof text, "MPI failed in %s; see the error handler of the communicator", call);
    return ck_report(coupling, CK_EINTERNAL, text);
}

uint64_t ckp_ranks_bits(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static double number_of(uint64_t bits) {
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static int refused_communicator(ck_coupling *coupling, int code, const char *format, const char *call) {
    char text[200];
    snprintf(text, sizeof text, format, call);
    return ck_report(coupling, code, text);
}

/* What can be known of a communicator without a call that ends the host: MPI takes an unknown one to a fatal error handler. */
int ckp_ranks_communicator(ck_coupling *coupling, const char *call, int fortran_communicator, MPI_Comm *communicator) {
    int running = 0, ended = 0, between_groups = 0;
    if (MPI_Initialized(&running) != MPI_SUCCESS || !running || MPI_Finalized(&ended) != MPI_SUCCESS || ended) {
        return refused_communicator(coupling, CK_ESTATE, "%s needs MPI: call it between MPI_Init and MPI_Finalize", call);
    }
    *communicator = MPI_Comm_f2c((MPI_Fint)fortran_communicator);
    if (*communicator == MPI_COMM_NULL) {
        return refused_communicator(coupling, CK_EARG,
                                    "the communicator of %s is MPI_COMM_NULL; give the one of the ranks that share the star", call);
    }
#ifdef OPEN_MPI
    if (*communicator == NULL) { /* communicators are addresses here, looked up by number */
        return refused_communicator(coupling, CK_EARG,
                                    "%s was given a number that is no communicator; give MPI_Comm_c2f of one, or a Fortran handle", call);
    }
#endif
    if (MPI_Comm_test_inter(*communicator, &between_groups) != MPI_SUCCESS || between_groups) {
        return refused_communicator(coupling, CK_EARG, "the communicator of %s connects two groups of ranks; give one of a single group",
                                    call);
    }
    return CK_OK;
}

int ckp_ranks_compare(ck_coupling *coupling, const char *call, MPI_Comm communicator, const uint64_t mine[CKP_NUMBERS],
                      ckp_comparison *comparison) {
    uint64_t own[2 * CKP_NUMBERS], least[2 * CKP_NUMBERS];
    for (int i = 0; i < CKP_NUMBERS; i++) {
        own[i] = mine[i];
        own[CKP_NUMBERS + i] = ~mine[i]; /* the least of them is the complement of the greatest */
    }
    if (MPI_Allreduce(own, least, 2 * CKP_NUMBERS, MPI_UINT64_T, MPI_MIN, communicator) != MPI_SUCCESS) return mpi_failed(coupling, call);
    comparison->agreed = ~least[CKP_NUMBERS + CKP_FAILED] == 0;
    for (int i = 0; i < CKP_EQUAL; i++) comparison->agreed &= least[i] == ~least[CKP_NUMBERS + i];
    comparison->agreed &= least[CKP_FORM_LEAST] == CKP_NO_FORM || least[CKP_FORM_LEAST] == ~least[CKP_NUMBERS + CKP_FORM];
    comparison->has_surface = ~least[CKP_NUMBERS + CKP_AREA] != 0;
    comparison->emits = least[CKP_SILENT] == 0;
    comparison->same_next = least[CKP_NEXT_SOURCES] == ~least[CKP_NUMBERS + CKP_NEXT_SOURCES];
    comparison->dt_max = number_of(least[CKP_DT_MAX]);
    return CK_OK;
}

int ckp_ranks_sum(ck_coupling *coupling, const char *call, MPI_Comm communicator, const double *mine, double *sum, int count) {
    return MPI_Allreduce(mine, sum, count, MPI_DOUBLE, MPI_SUM, communicator) == MPI_SUCCESS ? CK_OK : mpi_failed(coupling, call);
}

/* ---- words ---- */

typedef struct {
    int rank, ranks;
    const uint64_t *all; /* the numbers of each rank */
} gathered;

static uint64_t number(const gathered *of, int rank, int which) { return of->all[(size_t)rank * CKP_NUMBERS + (size_t)which]; }

static int count_of(const gathered *of, int which, uint64_t value) {
    int count = 0;
    for (int rank = 0; rank < of->ranks; rank++) count += number(of, rank, which) == value;
    return count;
}

/* Whether a rank has something to compare: one without a form of the recoil fits to every other. */
static bool compares(const gathered *of, int rank, int which) { return which != CKP_FORM || number(of, rank, which) != 0; }

/* The lowest rank of those that have what most have; of two equal groups, that with the lowest rank. */
static int usual_rank(const gathered *of, int which) {
    int usual = 0, most = 0;
    for (int rank = 0; rank < of->ranks && 2 * most <= of->ranks; rank++) {
        int count = count_of(of, which, number(of, rank, which));
        if (count > most && compares(of, rank, which)) {
            usual = rank;
            most = count;
        }
    }
    return usual;
}

/* The first rank that differs from a usual one; -1 where none does. */
static int odd_rank(const gathered *of, int which, int usual) {
    for (int rank = 0; rank < of->ranks; rank++) {
        if (compares(of, rank, which) && number(of, rank, which) != number(of, usual, which)) return rank;
    }
    return -1;
}

/* "rank 3", "ranks 1 and 3", "ranks 1, 2, ... and 30 others": all that have what this one has. */
static void name_ranks(ckp_text *text, const gathered *of, int which, int like) {
    uint64_t value = number(of, like, which);
    int count = count_of(of, which, value), named = 0;
    ckp_text_add(text, count == 1 ? "rank" : "ranks");
    for (int rank = 0; rank < of->ranks && named < NAMED; rank++) {
        if (number(of, rank, which) != value) continue;
        ckp_text_add(text, "%s %d", named == 0 ? "" : named == count - 1 ? " and" : ",", rank);
        named++;
    }
    if (count > named) ckp_text_add(text, " and %d others", count - named);
}

/* Who has the usual thing: "rank 0", "the other ranks", or, where a third kind is there, their names. */
static void name_usual(ckp_text *text, const gathered *of, int which, int usual, int odd) {
    int many = count_of(of, which, number(of, usual, which));
    if (many > 1 && many + count_of(of, which, number(of, odd, which)) == of->ranks) {
        ckp_text_add(text, "the other ranks");
    } else {
        name_ranks(text, of, which, usual);
    }
}

/* What a number means, in words that follow "rank 1 has". */
static void say_number(ckp_text *text, int which, uint64_t value) {
    switch (which) {
        case CKP_STEP: ckp_text_add(text, "step %lld pending", (long long)value); break;
        case CKP_STEPS: ckp_text_add(text, "%lld committed step(s)", (long long)value); break;
        case CKP_LAST_STEP: ckp_text_add(text, "step %lld as the one committed last", (long long)value); break;
        case CKP_DT: ckp_text_add(text, "a dt of %.17g s", number_of(value)); break;
        case CKP_FORM: ckp_text_add(text, "a recoil counted from %s", value == 1 ? "surface elements" : "volumes"); break;
        case CKP_CAN_RETRY: ckp_text_add(text, "can_retry %lld", (long long)value); break;
        default: ckp_text_add(text, "%016" PRIx64, value); break;
    }
}

static bool has_line(const char *text, const char *line, size_t length) {
    for (const char *at = text; *at;) {
        size_t its = strcspn(at, "\n");
        if (its == length && memcmp(at, line, length) == 0) return true;
        at += its + (at[its] == '\n');
    }
    return false;
}

/* The lines that another text does not have, separated by commas; returns their number, which is all where text is NULL. */
static int say_lines(ckp_text *text, const char *lines, const char *others) {
    int said = 0;
    for (const char *at = lines; *at;) {
        size_t length = strcspn(at, "\n");
        if (!has_line(others, at, length)) {
            if (text && said > 0) ckp_text_add(text, ", ");
            if (text) ckp_text_add_bytes(text, at, length);
            said++;
        }
        at += length + (at[length] == '\n');
    }
    return said;
}

/* "rank 1 has source chiral 1.0.1, the other ranks chiral 1.0.0", from the words of one of each. */
static void say_difference(ckp_text *text, const gathered *of, int which, int usual, int odd, const char *its, const char *usually) {
    const char *what = which == CKP_SOURCES ? "source " : "";
    int more = say_lines(NULL, its, usually), less = say_lines(NULL, usually, its);
    name_ranks(text, of, which, odd);
    if (more == 0 && less == 0) {
        ckp_text_add(text, " and ");
        name_usual(text, of, which, usual, odd);
        ckp_text_add(text, which == CKP_SOURCES ? " have other sources" : " have other configurations");
        return;
    }
    if (which == CKP_SOURCES && !*its) {
        ckp_text_add(text, " has no source, ");
    } else if (more == 0) {
        ckp_text_add(text, " has nothing in place of ");
    } else {
        ckp_text_add(text, " has %s", what);
        say_lines(text, its, usually);
        ckp_text_add(text, ", ");
    }
    if (more == 0 && !(which == CKP_SOURCES && !*its)) {
        ckp_text_add(text, "%s", what);
        say_lines(text, usually, its);
        ckp_text_add(text, " of ");
        name_usual(text, of, which, usual, odd);
        return;
    }
    name_usual(text, of, which, usual, odd);
    if (which == CKP_SOURCES && !*usually) {
        ckp_text_add(text, " no source");
    } else if (less == 0) {
        ckp_text_add(text, " not");
    } else {
        ckp_text_add(text, " %s", more == 0 ? what : "");
        say_lines(text, usually, its);
    }
}

/* What one rank says, on all: its length, then its bytes in parts, so that a rank without memory for them keeps none waiting. */
static int share(MPI_Comm communicator, const gathered *of, int rank, const char *said, ckp_text *words) {
    char part[PART];
    unsigned long long length = of->rank == rank ? strlen(said) : 0;
    int code = MPI_Bcast(&length, 1, MPI_UNSIGNED_LONG_LONG, rank, communicator);
    for (unsigned long long sent = 0; code == MPI_SUCCESS && sent < length; sent += PART) {
        size_t count = length - sent < PART ? (size_t)(length - sent) : PART;
        if (of->rank == rank) memcpy(part, said + sent, count);
        code = MPI_Bcast(part, (int)count, MPI_CHAR, rank, communicator);
        if (code == MPI_SUCCESS) ckp_text_add_bytes(words, part, count);
    }
    return code;
}

/* This rank's words about its sources or its configuration, to be freed; NULL where there are none: the hashes differ all the same. */
static char *own_words(ck_coupling *coupling, int which) {
    for (size_t size = PART;; size *= 2) {
        char *words = malloc(size);
        if (words && ck_words(coupling, which == CKP_SOURCES ? CK_WORDS_SOURCES : CK_WORDS_CONFIGURATION, words, size) == CK_OK) {
            if (strlen(words) + 1 < size) return words;
            free(words); /* maybe cut */
            continue;
        }
        free(words);
        return NULL;
    }
}

/* The words of a rank about its sources or its configuration, on all ranks. */
static int words_of(ck_coupling *coupling, MPI_Comm communicator, const gathered *of, int which, int rank, ckp_text *words) {
    char *own = of->rank == rank ? own_words(coupling, which) : NULL;
    int code = share(communicator, of, rank, own ? own : "", words);
    free(own);
    return code;
}

/* Says in what the ranks differ; false where they do not, -1 where MPI fails. */
static int say_item(ckp_text *text, ck_coupling *coupling, MPI_Comm communicator, const gathered *of, int which) {
    int usual = usual_rank(of, which), odd = odd_rank(of, which, usual);
    if (odd < 0) return 0;
    if (which == CKP_CONFIGURATION || which == CKP_SOURCES) {
        ckp_text its = {0}, usually = {0};
        bool good = words_of(coupling, communicator, of, which, odd, &its) == MPI_SUCCESS
                    && words_of(coupling, communicator, of, which, usual, &usually) == MPI_SUCCESS;
        if (good) say_difference(text, of, which, usual, odd, ckp_text_letters(&its), ckp_text_letters(&usually));
        text->lost |= its.lost || usually.lost;
        ckp_text_free(&its);
        ckp_text_free(&usually);
        return good ? 1 : -1;
    }
    name_ranks(text, of, which, odd);
    if (which == CKP_HISTORY) {
        ckp_text_add(text, " and ");
        name_usual(text, of, which, usual, odd);
        ckp_text_add(text, " have committed their steps with different sources or settings, or changed them at different steps");
        return 1;
    }
    ckp_text_add(text, " has ");
    say_number(text, which, number(of, odd, which));
    ckp_text_add(text, ", ");
    name_usual(text, of, which, usual, odd);
    ckp_text_add(text, " ");
    say_number(text, which, number(of, usual, which));
    return 1;
}

/* What the first rank that failed says, and to another one that failed its own words; false where none has, -1 where MPI fails. */
static int say_failure(ckp_text *text, MPI_Comm communicator, const gathered *of, const char *said) {
    ckp_text words = {0};
    int failed = count_of(of, CKP_FAILED, 1), first = 0;
    if (failed == 0) return 0;
    while (number(of, first, CKP_FAILED) == 0) first++;
    bool good = share(communicator, of, first, said, &words) == MPI_SUCCESS;
    ckp_text_add(text, "rank %d: %s", first, ckp_text_letters(&words));
    if (failed > 1) ckp_text_add(text, " (%d other rank(s) failed, too)", failed - 1);
    bool otherwise = number(of, of->rank, CKP_FAILED) == 1 && strcmp(said, ckp_text_letters(&words)) != 0;
    if (otherwise) ckp_text_add(text, "; this rank, %d: %s", of->rank, said);
    text->lost |= words.lost;
    ckp_text_free(&words);
    return good ? 1 : -1;
}

static bool say_all(ckp_text *text, ck_coupling *coupling, MPI_Comm communicator, const gathered *of, const char *said) {
    int done = say_failure(text, communicator, of, said);
    if (done != 0) return done > 0;
    bool any = false;
    for (int which = CKP_STEP; which <= CKP_FORM; which++) {
        if (which >= CKP_EQUAL && which != CKP_FORM) continue; /* may differ */
        if ((which == CKP_HISTORY || which == CKP_LAST_STEP || which == CKP_FORM) && any) continue; /* follows from the others */
        ckp_text item = {0};
        done = say_item(&item, coupling, communicator, of, which);
        if (done > 0) ckp_text_add(text, "%s%s", any ? "; " : "", ckp_text_letters(&item));
        text->lost |= item.lost;
        ckp_text_free(&item);
        if (done < 0) return false;
        any |= done > 0;
    }
    return true;
}

int ckp_ranks_refuse(ck_coupling *coupling, const char *call, MPI_Comm communicator, const uint64_t mine[CKP_NUMBERS], const char *said,
                     const char *outcome) {
    gathered of = {.ranks = 0};
    ckp_text text = {0};
    bool good = MPI_Comm_rank(communicator, &of.rank) == MPI_SUCCESS && MPI_Comm_size(communicator, &of.ranks) == MPI_SUCCESS;
    uint64_t *all = good ? calloc((size_t)of.ranks * CKP_NUMBERS, sizeof *all) : NULL;
    if (!all) return good ? ck_report(coupling, CK_EINTERNAL, "out of memory") : mpi_failed(coupling, call);
    of.all = all;
    ckp_text_add(&text, "%s: ", outcome);
    good = MPI_Allgather(mine, CKP_NUMBERS, MPI_UINT64_T, all, CKP_NUMBERS, MPI_UINT64_T, communicator) == MPI_SUCCESS
           && say_all(&text, coupling, communicator, &of, said);
    free(all);
    const char *words = text.lost ? "out of memory for what the ranks say" : ckp_text_letters(&text);
    int code = good ? ck_report(coupling, CK_ESTATE, words) : mpi_failed(coupling, call);
    ckp_text_free(&text);
    return code;
}
