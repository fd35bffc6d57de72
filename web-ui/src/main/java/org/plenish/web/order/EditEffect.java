package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.Finding;
import org.plenish.web.order.life.StockOutlook;

/**
 * What a change does.
 *
 * @param detail what is changed, in a sentence
 * @param stocks of the items concerned, where they are planned
 * @param valueBefore of all orders concerned together
 * @param targetVersion of the second order that it changes; null if there is none
 */
public record EditEffect(
        String detail,
        List<Finding> findings,
        List<StockChange> stocks,
        BigDecimal valueBefore,
        BigDecimal valueAfter,
        @Nullable Integer targetVersion) {

    public EditEffect {
        findings = List.copyOf(findings);
        stocks = List.copyOf(stocks);
    }

    /** Projected stock before and after. */
    public record StockChange(StockOutlook before, StockOutlook after) {}

    public boolean isRefused() {
        return findings.stream().anyMatch(Finding::isRefusal);
    }

    public List<Finding> refusals() {
        return findings.stream().filter(Finding::isRefusal).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isRefusal()).toList();
    }

    /** Such as −12.40: what the change saves or costs at the supplier. */
    public double valueChange() {
        return valueAfter.subtract(valueBefore).doubleValue();
    }
}
