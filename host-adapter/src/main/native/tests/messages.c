/* Messages of errors: whole however long, each thread's own, each coupling's own. With the real library and with the stub. Prints "ok". */
#include "zones.h"

#include <pthread.h>

enum { LONG = 20000 };

static void a_long_message_is_whole(void) {
    static char text[LONG + 1];
    ck_coupling *coupling = open_or_exit(NULL, 1);
    for (int i = 0; i < LONG; i++) text[i] = (char)('a' + i % 26);
    CHECK(ck_report(coupling, CK_EFIELD, text) == CK_EFIELD);
    CHECK(strcmp(ck_last_error(coupling), text) == 0 && strcmp(ck_last_error(NULL), text) == 0);
    CHECK(ck_close(coupling) == CK_OK);
    CHECK(strcmp(ck_last_error(coupling), text) == 0); /* closed: this thread's last */
}

typedef struct {
    ck_coupling *coupling;
    const char *fails_with;
    pthread_barrier_t *told, *asked;
} listener;

/* Fails in its own way with the coupling, waits until the other has failed too, and then still has its own words. */
static void *fail_and_ask(void *argument) {
    listener *of = argument;
    char own[64];
    CHECK(strcmp(ck_last_error(of->coupling), "no error") == 0 && strcmp(ck_last_error(NULL), "no error") == 0);
    ck_report(of->coupling, CK_EARG, of->fails_with);
    pthread_barrier_wait(of->told);
    snprintf(own, sizeof own, "%s", ck_last_error(of->coupling));
    CHECK(strcmp(own, of->fails_with) == 0 && strcmp(ck_last_error(NULL), of->fails_with) == 0);
    pthread_barrier_wait(of->asked);
    return NULL;
}

static void errors_of_other_threads_are_theirs(void) {
    pthread_barrier_t told, asked;
    pthread_t thread[2];
    CHECK(pthread_barrier_init(&told, NULL, 3) == 0 && pthread_barrier_init(&asked, NULL, 3) == 0);
    ck_coupling *coupling = open_or_exit(NULL, 1);
    listener of[2] = {{coupling, "the first thread's", &told, &asked}, {coupling, "the second thread's", &told, &asked}};
    CHECK_FAILS(ck_commit(coupling), CK_ESTATE, "ck_commit without a step in flight");
    for (int i = 0; i < 2; i++) CHECK(pthread_create(&thread[i], NULL, fail_and_ask, &of[i]) == 0);
    pthread_barrier_wait(&told);
    CHECK(strstr(ck_last_error(coupling), "ck_commit without a step in flight") != NULL);
    pthread_barrier_wait(&asked);
    for (int i = 0; i < 2; i++) CHECK(pthread_join(thread[i], NULL) == 0);
    CHECK(strstr(ck_last_error(coupling), "ck_commit without a step in flight") != NULL);
    CHECK(ck_close(coupling) == CK_OK);
    pthread_barrier_destroy(&told);
    pthread_barrier_destroy(&asked);
}

static void couplings_keep_their_errors_apart(void) {
    ck_coupling *one = open_or_exit(NULL, 1), *other = open_or_exit(NULL, 1);
    CHECK_FAILS(ck_set_dt(one, -1), CK_EARG, "dt is -1");
    CHECK(strcmp(ck_last_error(other), "no error") == 0);
    CHECK_FAILS(ck_rollback(other), CK_ESTATE, "ck_rollback without a step in flight");
    CHECK(strstr(ck_last_error(one), "dt is -1; must be finite and > 0") != NULL);
    CHECK(strstr(ck_last_error(NULL), "ck_rollback") != NULL);
    const char *of_one = ck_last_error(one), *of_thread = ck_last_error(NULL); /* valid until the same is asked again, whatever fails meanwhile */
    CHECK(ck_set_dt(one, -3) == CK_EARG && ck_set_dt(other, -2) == CK_EARG && strstr(ck_last_error(other), "dt is -2") != NULL);
    CHECK(strstr(of_one, "dt is -1") != NULL && strstr(of_thread, "ck_rollback") != NULL);
    CHECK(ck_close(one) == CK_OK);
    one = open_or_exit(NULL, 1); /* in the same place */
    CHECK(strcmp(ck_last_error(one), "no error") == 0);
    CHECK(ck_close(one) == CK_OK && ck_close(other) == CK_OK);
}

int main(void) {
    fill_zones();
    a_long_message_is_whole();
    errors_of_other_threads_are_theirs();
    couplings_keep_their_errors_apart();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
