package org.plenish.engine.policy;

import java.util.List;
import org.plenish.engine.model.SkuLocation;

/**
 * What the rule book concluded for one SKU-location: exactly one answer to each question.
 *
 * @param serviceTarget cycle service level, 0.5 to below 1
 * @param safetyStockCoverDays used where the method is days of cover
 * @param reviewDays days between looks at the position
 * @param orderCoverDays used where sizing is days of cover
 * @param stopBuy nothing more is bought
 * @param conclusions all that was concluded, in the order of the questions
 */
public record PolicyChoice(
        SkuLocation location,
        AbcClass abcClass,
        DemandClass demandClass,
        double serviceTarget,
        SafetyStockMethod safetyStockMethod,
        int safetyStockCoverDays,
        PolicyType policyType,
        int reviewDays,
        OrderSizing orderSizing,
        int orderCoverDays,
        ObsolescenceStatus obsolescenceStatus,
        LifecycleAction lifecycleAction,
        boolean stopBuy,
        List<Conclusion> conclusions) {

    public PolicyChoice {
        if (!(serviceTarget >= 0.5 && serviceTarget < 1)) {
            throw new IllegalArgumentException("service target: " + serviceTarget + " must be in [0.5, 1).");
        }
        conclusions = List.copyOf(conclusions);
    }
}
