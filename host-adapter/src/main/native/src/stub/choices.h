/* What a configuration chooses by a word. The stub has no JSON parser and needs none for this. */
#ifndef CHIRALKICK_CHOICES_H
#define CHIRALKICK_CHOICES_H

enum { CKP_CHOICE = 16 };

/* Copies the text that follows a key, such as "form", or the default where the configuration, which may be NULL, does not have it. */
void ckp_choice(const char *config, const char *key, const char *by_default, char choice[CKP_CHOICE]);

#endif
