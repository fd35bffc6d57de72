package org.plenish.web.order;

import java.math.BigDecimal;

/** Both views of the list in numbers. */
public record OrderCounts(int now, int outlook, BigDecimal valueNow, BigDecimal valueOutlook) {}
