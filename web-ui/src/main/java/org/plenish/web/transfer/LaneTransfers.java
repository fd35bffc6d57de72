package org.plenish.web.transfer;

import java.math.BigDecimal;
import java.util.List;

/** The transfers on one lane. */
public record LaneTransfers(String fromName, String toName, List<TransferRow> transfers) {

    public LaneTransfers {
        transfers = List.copyOf(transfers);
    }

    public BigDecimal cost() {
        return transfers.stream().map(TransferRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long quantityUnits() {
        return transfers.stream().mapToLong(TransferRow::quantityUnits).sum();
    }

    public int lineCount() {
        return transfers.stream().mapToInt(TransferRow::lineCount).sum();
    }
}
