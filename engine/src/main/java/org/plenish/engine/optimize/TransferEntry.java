package org.plenish.engine.optimize;

import java.util.Comparator;

/**
 * A transfer of one SKU.
 *
 * @param lane index
 * @param period in which it leaves
 */
public record TransferEntry(int lane, int period, int units) {

    /** By lane, then period: the order in which a plan keeps them. */
    public static final Comparator<TransferEntry> ORDER =
            Comparator.comparingInt(TransferEntry::lane).thenComparingInt(TransferEntry::period);
}
