package org.plenish.web.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.scenario.Measure;

/**
 * What a draft would change, as it is stored.
 *
 * @param locations SKU-locations that were planned
 * @param cutShort whether the clock ended the search for one of both plans
 * @param answers that become different, by question
 * @param space and cash, each limit where it is used most
 * @param lines that move most, the farthest first
 * @param moved how many lines move
 */
public record ImpactResult(
        String currency,
        LocalDate planDate,
        int locations,
        boolean cutShort,
        List<Figure> figures,
        List<Answers> answers,
        List<Space> space,
        List<Line> lines,
        int moved) {

    public ImpactResult {
        figures = List.copyOf(figures);
        answers = List.copyOf(answers);
        space = List.copyOf(space);
        lines = List.copyOf(lines);
    }

    /** One figure of both plans; null: it means nothing for that plan. */
    public record Figure(
            String id,
            String label,
            Measure.Unit unit,
            @Nullable Double before,
            @Nullable Double after) {}

    /** How many SKU-locations get another answer to a question. */
    public record Answers(String question, String from, String to, int locations) {}

    /**
     * A limit.
     *
     * @param warehouse blank for cash
     * @param storageClass blank for cash and a warehouse's whole space
     * @param shareBefore the fullest bucket's use of the limit, 0 to 1 or more
     * @param bucketsOverBefore in how many buckets the limit is not kept
     */
    public record Space(
            LimitUse.Kind kind,
            String warehouse,
            String storageClass,
            double shareBefore,
            double shareAfter,
            int bucketsOverBefore,
            int bucketsOverAfter) {}

    /**
     * A SKU-location of which average stock or purchases change; amounts in currency units.
     *
     * @param causes each in a sentence; none: shared limits or the search moved it
     */
    public record Line(
            String item,
            String description,
            String warehouse,
            BigDecimal stockBefore,
            BigDecimal stockAfter,
            BigDecimal ordersBefore,
            BigDecimal ordersAfter,
            List<Cause> causes) {

        public Line {
            causes = List.copyOf(causes);
        }

        public BigDecimal stockChange() {
            return stockAfter.subtract(stockBefore);
        }

        public BigDecimal ordersChange() {
            return ordersAfter.subtract(ordersBefore);
        }
    }

    /**
     * A question that is answered otherwise.
     *
     * @param ruleBefore id of the rule that answered; blank if none did or it is the forecast's method
     */
    public record Cause(String question, String from, String to, String ruleBefore, String ruleAfter) {}
}
