/* The archive of loaded classes that makes a start shorter. */
#ifndef CHIRALKICK_ARCHIVE_H
#define CHIRALKICK_ARCHIVE_H

#include <jni.h>

typedef enum {
    CKP_ARCHIVE_NONE,
    CKP_ARCHIVE_USED,  /* give it to the VM */
    CKP_ARCHIVE_WANTED /* CHIRALKICK_CDS names a file that is not there: the VM records, ckp_archive_make writes it */
} ckp_archive;

/* Looks for an archive for this VM and these jars: the file CHIRALKICK_CDS, or native/lib/chiralkick.jsa of the installed tree. */
ckp_archive ckp_archive_find(const char *home, const char *libjvm, const char *class_path);
const char *ckp_archive_path(void);

/* Makes the wanted archive of the classes loaded so far; takes a second or two. No exception is pending afterwards. */
void ckp_archive_make(JNIEnv *env);

/* What there is to tell the host about the archive, or NULL. */
const char *ckp_archive_note(void);

#endif
