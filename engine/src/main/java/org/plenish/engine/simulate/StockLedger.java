package org.plenish.engine.simulate;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stock of one SKU-location in whole units, kept bucket by bucket: what is due comes at the bucket's start and serves
 * those who wait, then the bucket's demand takes what is left. Decisions come before {@link #step}: {@code if
 * (ledger.positionUnits() <= s) ledger.order(Q, ledger.nextBucket() + leadTimeBuckets)}. Not safe to share between
 * threads.
 *
 * <p>Example: 5 on hand, 10 due in bucket 1, demand of 8 in both: bucket 0 serves 5 and is 3 short; where customers wait,
 * bucket 1 hands 3 of the 10 to them, serves 7 and is 1 short.
 */
public final class StockLedger {

    private final ShortageMode mode;
    private final SortedMap<Integer, Long> dueUnits = new TreeMap<>();
    private long onHandUnits;
    private long backorderedUnits;
    private long onOrderUnits;
    private int nextBucket;

    /**
     * @param onHandUnits at the start of bucket 0, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public StockLedger(long onHandUnits, ShortageMode mode) {
        this(onHandUnits, 0, mode);
    }

    /**
     * @param onHandUnits at the start of bucket 0, 0 or more
     * @param backorderedUnits owed to customers at the start of bucket 0, 0 or more
     * @throws IllegalArgumentException if one is negative, or something is owed where sales are lost
     */
    public StockLedger(long onHandUnits, long backorderedUnits, ShortageMode mode) {
        requireAtLeast(0, onHandUnits, "on hand (units)");
        requireAtLeast(0, backorderedUnits, "backordered (units)");
        if (mode == ShortageMode.LOST && backorderedUnits > 0) {
            throw new IllegalArgumentException("backordered (units): " + backorderedUnits
                    + " must be 0 where sales are lost: nobody waits there.\n"
                    + "Maybe it was taken from stock on hand already.");
        }
        this.mode = mode;
        this.onHandUnits = onHandUnits;
        this.backorderedUnits = backorderedUnits;
    }

    /**
     * Something more is on its way.
     *
     * @param units 1 or more
     * @param dueBucket at whose start it comes; {@link #nextBucket} at the earliest
     * @throws IllegalArgumentException if there is nothing to come or it came in the past
     */
    public void order(long units, int dueBucket) {
        requireAtLeast(1, units, "order (units)");
        requireAtLeast(nextBucket, dueBucket, "bucket in which the order comes");
        dueUnits.merge(dueBucket, units, Math::addExact);
        onOrderUnits = Math.addExact(onOrderUnits, units);
    }

    /**
     * The next bucket goes by.
     *
     * @param demandUnits what customers ask for in it, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public BucketOutcome step(long demandUnits) {
        requireAtLeast(0, demandUnits, "demand (units)");
        long opening = onHandUnits;
        Long due = dueUnits.remove(nextBucket);
        long received = due == null ? 0 : due;
        onOrderUnits -= received;
        long available = Math.addExact(opening, received);
        long backlogServed = Math.min(backorderedUnits, available);
        available -= backlogServed;
        long served = Math.min(demandUnits, available);
        long shortUnits = demandUnits - served;
        onHandUnits = available - served;
        backorderedUnits -= backlogServed;
        if (mode == ShortageMode.BACKORDERED) {
            backorderedUnits = Math.addExact(backorderedUnits, shortUnits);
        }
        return new BucketOutcome(
                nextBucket++,
                opening,
                received,
                backlogServed,
                demandUnits,
                served,
                shortUnits,
                onHandUnits,
                backorderedUnits);
    }

    /** What a policy looks at: on hand, less what is owed, plus what is on its way. */
    public long positionUnits() {
        return onHandUnits - backorderedUnits + onOrderUnits;
    }

    public long onHandUnits() {
        return onHandUnits;
    }

    public long backorderedUnits() {
        return backorderedUnits;
    }

    /** On its way, whenever it is due. */
    public long onOrderUnits() {
        return onOrderUnits;
    }

    /** The bucket that the next {@link #step} is about. */
    public int nextBucket() {
        return nextBucket;
    }

    private static void requireAtLeast(long minimum, long value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + ": " + value + " must be " + minimum + " or more.");
        }
    }
}
