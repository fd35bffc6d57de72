package org.plenish.web.quality;

import java.math.BigDecimal;

/** All findings of one kind. */
public record QualityTotal(String kind, int findingCount, BigDecimal value) {}
