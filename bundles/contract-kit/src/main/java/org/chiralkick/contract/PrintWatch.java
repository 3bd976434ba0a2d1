package org.chiralkick.contract;

import java.io.PrintStream;

/** Stands for a standard stream: passes everything on, and counts what the thread that made it prints. */
final class PrintWatch extends PrintStream {
    private final Thread watched = Thread.currentThread();
    private long bytes;

    PrintWatch(PrintStream stream) {
        super(stream, true);
    }

    /** Returns the bytes that the watched thread printed. */
    long bytes() {
        return bytes;
    }

    @Override
    public void write(int b) {
        count(1);
        super.write(b);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        count(length);
        super.write(buffer, offset, length);
    }

    @Override
    public void print(String text) {
        count(text == null ? 4 : text.length());
        super.print(text);
    }

    @Override
    public void println(String text) {
        count(1);
        super.println(text);
    }

    @Override
    public void println(Object value) {
        count(1);
        super.println(value);
    }

    private void count(int length) {
        if (Thread.currentThread() == watched) {
            bytes += length;
        }
    }
}
