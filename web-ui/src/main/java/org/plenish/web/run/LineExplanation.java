package org.plenish.web.run;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.plan.Economics;
import org.plenish.engine.plan.Explanation;

/**
 * Why a line is proposed, as it is stored. The rules stand with the SKU-location and are not repeated for each line.
 *
 * @param policySteps how the policy's numbers were computed, in sentences
 * @param derivation what the quantity is the sum of
 * @param netBefore stock at the end of each bucket without this line, backorders negative (units)
 * @param netAfter the same with the whole plan
 * @param economics what the line is worth; null in plans of earlier versions
 */
public record LineExplanation(
        int quantityUnits,
        Explanation.ForecastUsed forecast,
        Explanation.Parameters parameters,
        List<String> policySteps,
        List<Explanation.Step> derivation,
        List<Integer> netBefore,
        List<Integer> netAfter,
        List<String> bindingLimits,
        List<String> whatWouldChangeIt,
        @Nullable Economics economics) {

    static LineExplanation of(Explanation explanation) {
        return new LineExplanation(
                explanation.quantityUnits(),
                explanation.forecast(),
                explanation.parameters(),
                explanation.policySteps(),
                explanation.derivation(),
                netUnits(explanation.before()),
                netUnits(explanation.after()),
                explanation.bindingLimits(),
                explanation.whatWouldChangeIt(),
                explanation.economics());
    }

    private static List<Integer> netUnits(InventoryProjection projection) {
        return Arrays.stream(NetStock.of(projection)).boxed().toList();
    }
}
