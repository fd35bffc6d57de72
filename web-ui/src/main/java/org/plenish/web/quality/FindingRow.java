package org.plenish.web.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that looks wrong, as the list shows it. */
public record FindingRow(
        String kind,
        int rank,
        String item,
        String description,
        String warehouse,
        @Nullable LocalDate date,
        BigDecimal value,
        String found,
        String advice) {}
