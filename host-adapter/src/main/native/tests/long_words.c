/*
 * What ranks say when they do not agree is cut nowhere: long words of one that failed, and of others that failed otherwise.
 * The last rank is the odd one. Run with the stub, on 2 ranks and more.
 */
#include "check.h"

#include "mpi/ranks.h"

#include <stdlib.h>

enum { LONG = 30000, WORDS = LONG + 200 };

static int rank, ranks;

/* A text without two places alike, of letters of two bytes: a cut in its middle, or within a letter, shows. */
static char *long_text(int seed) {
    char *text = malloc(LONG + 1);
    for (int i = 0; i < LONG; i += 6) {
        char word[32];
        snprintf(word, sizeof word, "\xc3\xbc%04d", (i / 6 + 31 * seed) % 10000);
        memcpy(text + i, word, 6);
    }
    text[LONG] = 0;
    return text;
}

static void failures_are_whole(void) {
    uint64_t mine[CKP_NUMBERS] = {0};
    char *odd = long_text(ranks - 1), *own = long_text(rank), *expected = malloc(3 * WORDS);
    mine[CKP_FAILED] = rank == ranks - 1;
    CHECK(ckp_ranks_refuse(NULL, "call", MPI_COMM_WORLD, mine, own, "refused") == CK_ESTATE);
    snprintf(expected, 3 * WORDS, "refused: rank %d: %s", ranks - 1, odd);
    CHECK(strcmp(ck_last_error(NULL), expected) == 0);
    /* all of them, each in its own way: the first one's words come to all, and each keeps its own */
    char *first = long_text(0);
    mine[CKP_FAILED] = 1;
    CHECK(ckp_ranks_refuse(NULL, "call", MPI_COMM_WORLD, mine, own, "refused") == CK_ESTATE);
    int length = snprintf(expected, 3 * WORDS, "refused: rank 0: %s (%d other rank(s) failed, too)", first, ranks - 1);
    if (rank > 0) snprintf(expected + length, 3 * WORDS - (size_t)length, "; this rank, %d: %s", rank, own);
    CHECK(strcmp(ck_last_error(NULL), expected) == 0);
    /* all of them, in the same way */
    CHECK(ckp_ranks_refuse(NULL, "call", MPI_COMM_WORLD, mine, first, "refused") == CK_ESTATE);
    snprintf(expected, 3 * WORDS, "refused: rank 0: %s (%d other rank(s) failed, too)", first, ranks - 1);
    CHECK(strcmp(ck_last_error(NULL), expected) == 0);
    CHECK(ckp_ranks_refuse(NULL, "call", MPI_COMM_WORLD, mine, "", "refused") == CK_ESTATE); /* none at all */
    CHECK(strncmp(ck_last_error(NULL), "refused: rank 0:  (", 19) == 0);
    free(odd);
    free(own);
    free(first);
    free(expected);
}

int main(int argc, char **argv) {
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    failures_are_whole();
    MPI_Finalize();
    return check_failures != 0;
}
