/* See ranks.h. */
#include "ranks.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT = 4096, NAMED = 8 }; /* bytes of the words of a rank; ranks that are named one by one */

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
    comparison->same_next = least[CKP_NEXT_SOURCES] == ~least[CKP_NUMBERS + CKP_NEXT_SOURCES];
    comparison->dt_max = number_of(least[CKP_DT_MAX]);
    return CK_OK;
}

/* ---- words ---- */

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static void append(char text[CKP_WORDS], const char *format, ...) {
    size_t length = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + length, CKP_WORDS - length, format, arguments);
    va_end(arguments);
}

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

/* The lowest rank of those that have what most have; of two equal groups, that with the lowest rank. */
static int usual_rank(const gathered *of, int which) {
    int usual = 0, most = 0;
    for (int rank = 0; rank < of->ranks && 2 * most <= of->ranks; rank++) {
        int count = count_of(of, which, number(of, rank, which));
        if (count > most) {
            usual = rank;
            most = count;
        }
    }
    return usual;
}

/* The first rank that differs from a usual one; -1 where none does. */
static int odd_rank(const gathered *of, int which, int usual) {
    for (int rank = 0; rank < of->ranks; rank++) {
        if (number(of, rank, which) != number(of, usual, which)) return rank;
    }
    return -1;
}

/* "rank 3", "ranks 1 and 3", "ranks 1, 2, ... and 30 others": all that have what this one has. */
static void name_ranks(char text[CKP_WORDS], const gathered *of, int which, int like) {
    uint64_t value = number(of, like, which);
    int count = count_of(of, which, value), named = 0;
    append(text, count == 1 ? "rank" : "ranks");
    for (int rank = 0; rank < of->ranks && named < NAMED; rank++) {
        if (number(of, rank, which) != value) continue;
        append(text, "%s %d", named == 0 ? "" : named == count - 1 ? " and" : ",", rank);
        named++;
    }
    if (count > named) append(text, " and %d others", count - named);
}

/* Who has the usual thing: "rank 0", "the other ranks", or, where a third kind is there, their names. */
static void name_usual(char text[CKP_WORDS], const gathered *of, int which, int usual, int odd) {
    int many = count_of(of, which, number(of, usual, which));
    if (many > 1 && many + count_of(of, which, number(of, odd, which)) == of->ranks) {
        append(text, "the other ranks");
    } else {
        name_ranks(text, of, which, usual);
    }
}

/* What a number means, in words that follow "rank 1 has". */
static void say_number(char text[CKP_WORDS], int which, uint64_t value) {
    switch (which) {
        case CKP_STEP: append(text, "step %lld pending", (long long)value); break;
        case CKP_STEPS: append(text, "%lld committed step(s)", (long long)value); break;
        case CKP_LAST_STEP: append(text, "step %lld as the one committed last", (long long)value); break;
        case CKP_DT: append(text, "a dt of %.17g s", number_of(value)); break;
        case CKP_CAN_RETRY: append(text, "can_retry %lld", (long long)value); break;
        default: append(text, "%016" PRIx64, value); break;
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

/* The lines that another text does not have, separated by commas; returns their number. */
static int say_lines(char text[CKP_WORDS], const char *lines, const char *others) {
    int said = 0;
    for (const char *at = lines; *at;) {
        size_t length = strcspn(at, "\n");
        if (!has_line(others, at, length)) append(text, "%s%.*s", said++ ? ", " : "", (int)length, at);
        at += length + (at[length] == '\n');
    }
    return said;
}

/* "rank 1 has source chiral 1.0.1, the other ranks chiral 1.0.0", from the words of one of each. */
static void say_difference(char text[CKP_WORDS], const gathered *of, int which, int usual, int odd, const char *its, const char *usually) {
    const char *what = which == CKP_SOURCES ? "source " : "";
    char own[CKP_WORDS] = "", others[CKP_WORDS] = "";
    int more = say_lines(own, its, usually), less = say_lines(others, usually, its);
    name_ranks(text, of, which, odd);
    if (more == 0 && less == 0) {
        append(text, " and ");
        name_usual(text, of, which, usual, odd);
        append(text, which == CKP_SOURCES ? " have other sources" : " have other configurations");
        return;
    }
    if (which == CKP_SOURCES && !*its) {
        append(text, " has no source, ");
    } else if (more == 0) {
        append(text, " has nothing in place of ");
    } else {
        append(text, " has %s%s, ", what, own);
    }
    if (more == 0 && !(which == CKP_SOURCES && !*its)) {
        append(text, "%s%s of ", what, others);
        name_usual(text, of, which, usual, odd);
        return;
    }
    name_usual(text, of, which, usual, odd);
    if (which == CKP_SOURCES && !*usually) {
        append(text, " no source");
    } else if (less == 0) {
        append(text, " not");
    } else {
        append(text, " %s%s", more == 0 ? what : "", others);
    }
}

/* The words of a rank about its sources or its configuration, on all ranks. */
static int words_of(ck_coupling *coupling, MPI_Comm communicator, const gathered *of, int which, int rank, char words[TEXT]) {
    memset(words, 0, TEXT);
    if (of->rank == rank && ck_words(coupling, which == CKP_SOURCES ? CK_WORDS_SOURCES : CK_WORDS_CONFIGURATION, words, TEXT) != CK_OK) {
        words[0] = 0; /* the hashes differ all the same */
    }
    return MPI_Bcast(words, TEXT, MPI_CHAR, rank, communicator);
}

/* Says in what the ranks differ; false where they do not, -1 where MPI fails. */
static int say_item(char text[CKP_WORDS], ck_coupling *coupling, MPI_Comm communicator, const gathered *of, int which) {
    int usual = usual_rank(of, which), odd = odd_rank(of, which, usual);
    if (odd < 0) return 0;
    if (which == CKP_CONFIGURATION || which == CKP_SOURCES) {
        char its[TEXT], usually[TEXT];
        if (words_of(coupling, communicator, of, which, odd, its) != MPI_SUCCESS) return -1;
        if (words_of(coupling, communicator, of, which, usual, usually) != MPI_SUCCESS) return -1;
        say_difference(text, of, which, usual, odd, its, usually);
        return 1;
    }
    name_ranks(text, of, which, odd);
    if (which == CKP_HISTORY) {
        append(text, " and ");
        name_usual(text, of, which, usual, odd);
        append(text, " have committed their steps with different sources or settings, or changed them at different steps");
        return 1;
    }
    append(text, " has ");
    say_number(text, which, number(of, odd, which));
    append(text, ", ");
    name_usual(text, of, which, usual, odd);
    append(text, " ");
    say_number(text, which, number(of, usual, which));
    return 1;
}

/* What the first rank that failed says; false where none has, -1 where MPI fails. */
static int say_failure(char text[CKP_WORDS], MPI_Comm communicator, const gathered *of, const char *said) {
    char words[CKP_WORDS - 200] = ""; /* room for what is put around them */
    int failed = count_of(of, CKP_FAILED, 1), first = 0;
    if (failed == 0) return 0;
    while (number(of, first, CKP_FAILED) == 0) first++;
    if (of->rank == first) snprintf(words, sizeof words, "%s", said);
    if (MPI_Bcast(words, sizeof words, MPI_CHAR, first, communicator) != MPI_SUCCESS) return -1;
    append(text, "rank %d: %s", first, words);
    if (failed > 1) append(text, " (%d other rank(s) failed, too)", failed - 1);
    return 1;
}

static bool say_all(char text[CKP_WORDS], ck_coupling *coupling, MPI_Comm communicator, const gathered *of, const char *said) {
    int done = say_failure(text, communicator, of, said);
    if (done != 0) return done > 0;
    bool any = false;
    for (int which = CKP_STEP; which < CKP_EQUAL; which++) {
        if ((which == CKP_HISTORY || which == CKP_LAST_STEP) && any) continue; /* follows from the others */
        char item[CKP_WORDS] = "";
        done = say_item(item, coupling, communicator, of, which);
        if (done < 0) return false;
        if (done > 0) append(text, "%s%s", any ? "; " : "", item);
        any |= done > 0;
    }
    return true;
}

int ckp_ranks_refuse(ck_coupling *coupling, const char *call, MPI_Comm communicator, const uint64_t mine[CKP_NUMBERS], const char *said,
                     const char *outcome) {
    gathered of = {.ranks = 0};
    char text[CKP_WORDS] = "";
    bool good = MPI_Comm_rank(communicator, &of.rank) == MPI_SUCCESS && MPI_Comm_size(communicator, &of.ranks) == MPI_SUCCESS;
    uint64_t *all = good ? calloc((size_t)of.ranks * CKP_NUMBERS, sizeof *all) : NULL;
    if (!all) return good ? ck_report(coupling, CK_EINTERNAL, "out of memory") : mpi_failed(coupling, call);
    of.all = all;
    append(text, "%s: ", outcome);
    good = MPI_Allgather(mine, CKP_NUMBERS, MPI_UINT64_T, all, CKP_NUMBERS, MPI_UINT64_T, communicator) == MPI_SUCCESS
           && say_all(text, coupling, communicator, &of, said);
    free(all);
    return good ? ck_report(coupling, CK_ESTATE, text) : mpi_failed(coupling, call);
}
