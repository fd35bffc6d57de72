package org.plenish.web.shared;

/** Books files that tell what has come in. */
public interface ReceiptFileSink {

    /** Of a file, unpacked. */
    int MOST_BYTES = 4 << 20;

    /**
     * What was booked.
     *
     * @param receipts rows of the file
     */
    record Booked(String file, int receipts, int orders, long units) {}

    /**
     * Books all of a file or nothing, and records it, within the transaction of its caller.
     *
     * @param again why a file that was booked before is to be booked once more; blank: it is then refused
     * @throws ReceiptFileRefusedException if it cannot be booked
     */
    Booked book(String name, byte[] csv, String again, Actor actor);
}
