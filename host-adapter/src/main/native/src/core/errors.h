/* Codes and messages: each function that fails sets its thread's message and returns the code. */
#ifndef CHIRALKICK_ERRORS_H
#define CHIRALKICK_ERRORS_H

#include "chiralkick.h"

enum { CKP_MESSAGE = 1024 }; /* bytes of a message, with its end */

/* Sets this thread's message and returns the code. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
int ckp_fail(int code, const char *format, ...);

/* This thread's last message; empty where there was none. It changes with the next failure. */
const char *ckp_message(void);

/* Copies the message to where it outlives other failures, and back. */
void ckp_message_keep(char kept[CKP_MESSAGE]);
void ckp_message_restore(const char kept[CKP_MESSAGE]);

#endif
