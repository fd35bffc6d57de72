package org.plenish.web.run.compare;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run with a plan, as far as it is held against another. Money is in currency units, shares are 0 to 1.
 *
 * @param datasetFiles SHA-256 by name; empty in runs of earlier versions, as the rule book's are
 * @param settings what the run was told, by name
 */
public record ComparedRun(
        long id,
        String source,
        LocalDate planDate,
        String currency,
        @Nullable String ruleBook,
        @Nullable String productVersion,
        Map<String, String> datasetFiles,
        Map<String, String> ruleFiles,
        Map<String, String> settings,
        Map<String, BigDecimal> figures) {

    public ComparedRun {
        datasetFiles = Map.copyOf(datasetFiles);
        ruleFiles = Map.copyOf(ruleFiles);
        settings = Map.copyOf(settings);
        figures = Map.copyOf(figures);
    }
}
