/*
 * Codes and messages: each function that fails sets its thread's message and returns the code. Messages have any length: one that names all
 * fields that are missing is cut nowhere.
 */
#ifndef CHIRALKICK_ERRORS_H
#define CHIRALKICK_ERRORS_H

#include "chiralkick.h"

/* Sets this thread's message and returns the code. The arguments may be, or be part of, the message that was. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
int ckp_fail(int code, const char *format, ...);

/* This thread's last message; empty where there was none. It changes with the next failure. */
const char *ckp_message(void);

/* A copy that outlives other failures, for one of the two below or for free(); NULL where memory runs out. */
char *ckp_message_copy(void);
/* Makes the copy this thread's message again, and frees it. */
void ckp_message_restore(char *copy);

/* Keeps this thread's message as what this thread was told last of the coupling with this handle. */
void ckp_message_note(const ck_coupling *handle);
/* Forgets it: the coupling is closed. */
void ckp_message_forget(const ck_coupling *handle);

/* For the host: this thread's last message, or what it was told last of a coupling, or that there was no error; each until it is asked for again. */
const char *ckp_message_shown(void);
const char *ckp_message_shown_of(const ck_coupling *handle);

#endif
