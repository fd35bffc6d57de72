package org.plenish.web.item;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.Explanation;
import org.plenish.web.run.LineExplanation;
import org.plenish.web.run.StoredConclusion;

/**
 * A proposed line and why it is proposed.
 *
 * @param order the order that it is now a line of; null where a person has another one instead
 * @param transfer whether it is moved; otherwise it is bought
 * @param partner the supplier or the sending warehouse, by name
 * @param release the day on which somebody has to act
 * @param rules every conclusion of the rule book for the SKU-location
 */
public record ExplainedLine(
        String number,
        int line,
        @Nullable String order,
        boolean transfer,
        String item,
        String description,
        String uom,
        String warehouse,
        String warehouseName,
        String partner,
        int quantityUnits,
        LocalDate release,
        LocalDate due,
        String reason,
        LineExplanation why,
        List<StoredConclusion> rules) {

    public ExplainedLine {
        rules = List.copyOf(rules);
    }

    /** What the steps add up to. */
    public double stepSum() {
        return why.derivation().stream().mapToDouble(Explanation.Step::units).sum();
    }
}
