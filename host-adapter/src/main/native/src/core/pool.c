/* A fixed pool of threads, for hosts that have none of their own and asked for some (ck_open_args.threads). */
#include "pool.h"

#include "errors.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

struct ckp_pool {
    pthread_mutex_t call;  /* held by the call that uses the pool */
    pthread_mutex_t lock;
    pthread_cond_t posted, finished;
    void (*work)(void *, int);
    void *job;
    int count, busy;
    unsigned round;
    bool closing;
    atomic_int next;
    int threads;
    pthread_t thread[];
};

static void take_chunks(ckp_pool *pool) {
    for (int i; (i = atomic_fetch_add(&pool->next, 1)) < pool->count;) pool->work(pool->job, i);
}

static void *worker(void *argument) {
    ckp_pool *pool = argument;
    unsigned seen = 0;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (pool->round == seen && !pool->closing) pthread_cond_wait(&pool->posted, &pool->lock);
        if (pool->closing) break;
        seen = pool->round;
        pthread_mutex_unlock(&pool->lock);
        take_chunks(pool);
        pthread_mutex_lock(&pool->lock);
        if (--pool->busy == 0) pthread_cond_signal(&pool->finished);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* Threads of the pool take no signals: those of the process are the host's to handle, on its own threads. */
static int start_workers(ckp_pool *pool, int count) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (pool->threads < count && pthread_create(&pool->thread[pool->threads], NULL, worker, pool) == 0) pool->threads++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return pool->threads == count ? CK_OK : ckp_fail(CK_EINTERNAL, "cannot start %d threads; ask for fewer in ck_open_args.threads", count + 1);
}

int ckp_pool_open(int threads, ckp_pool **opened) {
    *opened = NULL;
    if (threads <= 1) return CK_OK;
    ckp_pool *pool = calloc(1, sizeof *pool + (size_t)(threads - 1) * sizeof(pthread_t));
    if (!pool) return ckp_fail(CK_EINTERNAL, "out of memory");
    pthread_mutex_init(&pool->call, NULL);
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->posted, NULL);
    pthread_cond_init(&pool->finished, NULL);
    int code = start_workers(pool, threads - 1);
    if (code != CK_OK) {
        ckp_pool_close(pool);
        return code;
    }
    *opened = pool;
    return CK_OK;
}

void ckp_pool_close(ckp_pool *pool) {
    if (!pool) return;
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    pthread_cond_broadcast(&pool->posted);
    pthread_mutex_unlock(&pool->lock);
    for (int i = 0; i < pool->threads; i++) pthread_join(pool->thread[i], NULL);
    pthread_cond_destroy(&pool->finished);
    pthread_cond_destroy(&pool->posted);
    pthread_mutex_destroy(&pool->lock);
    pthread_mutex_destroy(&pool->call);
    free(pool);
}

void ckp_pool_run(ckp_pool *pool, void (*work)(void *, int), void *job, int count) {
    if (!pool || count < 2 || pthread_mutex_trylock(&pool->call) != 0) {
        for (int i = 0; i < count; i++) work(job, i);
        return;
    }
    pthread_mutex_lock(&pool->lock);
    pool->work = work;
    pool->job = job;
    pool->count = count;
    pool->busy = pool->threads;
    atomic_store(&pool->next, 0);
    pool->round++;
    pthread_cond_broadcast(&pool->posted);
    pthread_mutex_unlock(&pool->lock);
    take_chunks(pool);
    pthread_mutex_lock(&pool->lock);
    while (pool->busy > 0) pthread_cond_wait(&pool->finished, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    pthread_mutex_unlock(&pool->call);
}
