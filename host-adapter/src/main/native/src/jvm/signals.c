/* The host's signal handlers: see signals.h. */
#include "signals.h"

#include <signal.h>
#include <stddef.h>

static struct sigaction before[NSIG];
static bool known[NSIG];

bool ckp_signals_needed_by_vm(int signal) { return signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL; }

int ckp_signals_quiet(void) {
    for (int signal = SIGRTMAX - 3; signal > SIGRTMIN; signal--) {
        if (known[signal] && before[signal].sa_handler == SIG_DFL) return signal;
    }
    return SIGRTMAX - 3;
}

void ckp_signals_keep(void) {
    for (int signal = 1; signal < NSIG; signal++) known[signal] = sigaction(signal, NULL, &before[signal]) == 0;
}

static void give_back(bool handlers_only) {
    int quiet = ckp_signals_quiet();
    for (int signal = 1; signal < NSIG; signal++) {
        if (!known[signal] || ckp_signals_needed_by_vm(signal) || signal == quiet) continue;
        struct sigaction now;
        if (handlers_only && before[signal].sa_handler == SIG_DFL) continue;
        if (sigaction(signal, NULL, &now) == 0 && now.sa_handler == before[signal].sa_handler && now.sa_flags == before[signal].sa_flags) continue;
        sigaction(signal, &before[signal], NULL);
    }
}

void ckp_signals_give_back(void) { give_back(false); }

void ckp_signals_give_handlers_back(void) { give_back(true); }
