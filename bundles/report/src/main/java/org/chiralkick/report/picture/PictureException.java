package org.chiralkick.report.picture;

import org.jspecify.annotations.Nullable;

/** This Java cannot draw pictures; the message says what it lacks. */
public final class PictureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PictureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
