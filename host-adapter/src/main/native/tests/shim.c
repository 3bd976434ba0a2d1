/* What a Java host with native physics has: a native method, here the C example host with another name for its main. */
#include <jni.h>
#include <stdio.h>

int host_main(int argc, char **argv);

JNIEXPORT jint JNICALL Java_ForeignHost_run(JNIEnv *env, jclass type) {
    char *argv[] = {(char *)"host", (char *)"--bits", NULL};
    (void)env, (void)type;
    int code = host_main(2, argv);
    fflush(stdout);
    return code;
}
