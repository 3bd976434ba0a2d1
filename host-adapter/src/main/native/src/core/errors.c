/* Codes and messages: see errors.h. */
#include "errors.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static _Thread_local char message[CKP_MESSAGE];

int ckp_fail(int code, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return code;
}

const char *ckp_message(void) { return message; }

void ckp_message_keep(char kept[CKP_MESSAGE]) { memcpy(kept, message, CKP_MESSAGE); }

void ckp_message_restore(const char kept[CKP_MESSAGE]) { memcpy(message, kept, CKP_MESSAGE); }

const char *ck_error_name(int code) {
    switch (code) {
        case CK_OK: return "CK_OK";
        case CK_RETRY: return "CK_RETRY";
        case CK_EARG: return "CK_EARG";
        case CK_ESTATE: return "CK_ESTATE";
        case CK_EFIELD: return "CK_EFIELD";
        case CK_ESOURCE: return "CK_ESOURCE";
        case CK_EINTERNAL: return "CK_EINTERNAL";
        default: return "unknown code";
    }
}
