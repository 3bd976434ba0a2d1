/*
 * The floating-point environment of the thread: traps, rounding, flush-to-zero, exception flags. As fegetenv and fesetenv, without libm,
 * which the library would need for nothing else.
 */
#ifndef CHIRALKICK_FLOATING_POINT_H
#define CHIRALKICK_FLOATING_POINT_H

#if defined(__x86_64__)

#include <stdint.h>

typedef struct {
    uint32_t x87[7]; /* of fnstenv */
    uint32_t mxcsr;
} ckp_floating_point;

/* Sets the default one: no traps, to nearest, no flags. */
static inline void ckp_floating_point_default(void) {
    const uint32_t masked = 0x1f80;
    __asm__ volatile("fninit\n\tldmxcsr %0" : : "m"(masked) : "memory");
}

static inline void ckp_floating_point_keep(ckp_floating_point *kept) {
    __asm__ volatile("fnstenv %0\n\tfldenv %0\n\tstmxcsr %1" : "+m"(kept->x87), "=m"(kept->mxcsr) : : "memory"); /* fnstenv masks traps */
}

static inline void ckp_floating_point_restore(const ckp_floating_point *kept) {
    __asm__ volatile("fldenv %0\n\tldmxcsr %1" : : "m"(kept->x87), "m"(kept->mxcsr) : "memory");
}

#else

#include <fenv.h>

typedef fenv_t ckp_floating_point;

static inline void ckp_floating_point_default(void) { fesetenv(FE_DFL_ENV); }
static inline void ckp_floating_point_keep(ckp_floating_point *kept) { fegetenv(kept); }
static inline void ckp_floating_point_restore(const ckp_floating_point *kept) { fesetenv(kept); }

#endif
#endif
