package org.plenish.web.item;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Something to look at on this page; no rule is named in plans of earlier versions. */
public record ItemException(
        String severity,
        String kind,
        LocalDate date,
        BigDecimal value,
        String message,
        String action,
        String ruleId,
        String why) {}
