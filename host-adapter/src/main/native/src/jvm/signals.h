/* The host's signal handlers around the start of Java. */
#ifndef CHIRALKICK_SIGNALS_H
#define CHIRALKICK_SIGNALS_H

#include <stdbool.h>

/* SIGSEGV, SIGBUS, SIGFPE and SIGILL: the VM uses them for its own checks, and passes on what is not its own. */
bool ckp_signals_needed_by_vm(int signal);

/* A signal without a handler of the host, by which the VM stops its own threads. */
int ckp_signals_quiet(void);

/* Remembers the host's handlers, before anything of Java is loaded. */
void ckp_signals_keep(void);

/* Puts back every handler that the VM does not need. */
void ckp_signals_give_back(void);

/*
 * The same for the host's own handlers only: Java's libraries take the signal SIGRTMAX - 2 when they are loaded, to wake threads of
 * theirs, and its default action would end the process.
 */
void ckp_signals_give_handlers_back(void);

#endif
