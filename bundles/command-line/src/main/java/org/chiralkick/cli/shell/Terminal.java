package org.chiralkick.cli.shell;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The two streams of a command: results on one, messages to the person on the other. */
public final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean unicode;
    private final boolean interactive;

    /**
     * @param out results
     * @param err messages
     * @param charset the terminal's character set
     * @param interactive whether a person watches, so that progress is worth showing
     */
    public Terminal(OutputStream out, OutputStream err, Charset charset, boolean interactive) {
        this.out = new PrintWriter(out, false, charset);
        this.err = new PrintWriter(err, true, charset);
        this.unicode = charset.canEncode() && charset.newEncoder().canEncode('\u2588');
        this.interactive = interactive;
    }

    /** Returns the character set of this process's terminal, UTF-8 where it is not known. */
    public static Charset systemCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /** Returns where results go. Flushed when the command ends. */
    public PrintWriter out() {
        return out;
    }

    /** Returns where messages go. */
    public PrintWriter err() {
        return err;
    }

    /** Returns whether a person watches. */
    public boolean interactive() {
        return interactive;
    }

    /** Returns a bar of a length, in the characters that the terminal has. */
    public String bar(int length) {
        return (unicode ? "\u2588" : "#").repeat(Math.max(0, length));
    }

    /** Writes out what is held back. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
