package org.plenish.web.transfer;

/** Both views of the list in numbers. */
public record TransferCounts(int now, int outlook, long unitsNow, long unitsOutlook) {}
