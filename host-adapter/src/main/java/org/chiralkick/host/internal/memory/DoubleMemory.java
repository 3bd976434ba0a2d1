package org.chiralkick.host.internal.memory;

import java.nio.DoubleBuffer;

/** Memory in a buffer of doubles, direct or on the heap. */
public final class DoubleMemory extends Memory {
    private final DoubleBuffer buffer;

    /** Wraps what remains of the host's buffer; element 0 is at its position. */
    public DoubleMemory(DoubleBuffer buffer) {
        this.buffer = buffer.slice();
    }

    @Override
    public long length() {
        return buffer.limit();
    }

    @Override
    public boolean writable() {
        return !buffer.isReadOnly();
    }

    @Override
    void read(int index, int stride, int count, double factor, double[] into, int at) {
        if (stride == 1) {
            buffer.get(index, into, at, count);
            if (factor != 1) {
                for (int i = at; i < at + count; i++) {
                    into[i] *= factor;
                }
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[at + i] = buffer.get(index + i * stride) * factor;
            }
        }
    }

    @Override
    int write(int index, int stride, int count, double divisor, double[] from, int at) {
        if (stride == 1 && divisor == 1) {
            buffer.put(index, from, at, count);
        } else {
            for (int i = 0; i < count; i++) {
                buffer.put(index + i * stride, from[at + i] / divisor);
            }
        }
        return ALL_FIT;
    }
}
