package org.chiralkick.table.format;

import java.io.IOException;
import java.nio.file.Path;
import org.chiralkick.table.TableException;

/** A file format of a code or a catalogue. */
public interface FileFormat {
    /** Returns what the format is called: "MESA profile". */
    String name();

    /**
     * Returns whether a file is of this format.
     *
     * @param file the file, for its name; it need not be opened
     * @param head its first 65,536 bytes, or all of them where there are fewer
     */
    boolean recognises(Path file, byte[] head);

    /**
     * Reads a file.
     *
     * @param file the file
     * @param selection what the user chose of it, where a file has several tables: a time, a checkpoint; empty for the last
     * @throws TableException if the file is not as the format wants it; the message names file and line or dataset
     */
    RawTable read(Path file, String selection) throws IOException;
}
