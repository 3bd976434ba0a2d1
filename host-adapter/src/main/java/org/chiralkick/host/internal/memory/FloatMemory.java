package org.chiralkick.host.internal.memory;

import java.nio.FloatBuffer;

/** Memory in a buffer of floats, direct or on the heap. */
public final class FloatMemory extends Memory {
    private final FloatBuffer buffer;

    /** Wraps what remains of the host's buffer; element 0 is at its position. */
    public FloatMemory(FloatBuffer buffer) {
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
        for (int i = 0; i < count; i++) {
            into[at + i] = buffer.get(index + i * stride) * factor;
        }
    }

    @Override
    int write(int index, int stride, int count, double divisor, double[] from, int at) {
        float overflow = 0;
        for (int i = 0; i < count; i++) {
            float number = (float) (from[at + i] / divisor);
            overflow += number * 0;
            buffer.put(index + i * stride, number);
        }
        return overflow == 0 ? ALL_FIT : Floats.firstMisfit(count, divisor, from, at);
    }
}
