package org.chiralkick.table;

/** A table that cannot be used as it is; the message names the file, the line and the column. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }
}
