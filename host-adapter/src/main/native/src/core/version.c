/* Versions of the library and of its interface. */
#include "chiralkick.h"

#ifndef CKP_VERSION
#error "CKP_VERSION is set by the build"
#endif

const char *ck_version(void) { return CKP_VERSION; }

int ck_abi_version(void) { return CK_ABI_VERSION; }
