package org.plenish.web.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Gives up reading what turns out to be longer than it may be, whatever it said of its length. */
public final class BoundedInput extends FilterInputStream {

    private final Supplier<? extends RuntimeException> tooLong;
    private long leftBytes;

    /** @param tooLong thrown by the read that comes to more than so many bytes */
    public BoundedInput(InputStream in, long mostBytes, Supplier<? extends RuntimeException> tooLong) {
        super(in);
        this.leftBytes = mostBytes;
        this.tooLong = tooLong;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(read);
        return read;
    }

    private void count(int read) {
        leftBytes -= Math.max(0, read);
        if (leftBytes < 0) {
            throw tooLong.get();
        }
    }
}
