/* Threads that share the chunks of one call. */
#ifndef CHIRALKICK_POOL_H
#define CHIRALKICK_POOL_H

typedef struct ckp_pool ckp_pool;

/* Opens a pool for a caller and threads - 1 more; NULL where the caller is alone. */
int ckp_pool_open(int threads, ckp_pool **pool);
void ckp_pool_close(ckp_pool *pool);
/* Calls work(job, i) for i = 0 .. count - 1 on the pool's threads and on the caller's; on the caller's alone where the pool is NULL or
 * busy with another call. */
void ckp_pool_run(ckp_pool *pool, void (*work)(void *job, int i), void *job, int count);

#endif
