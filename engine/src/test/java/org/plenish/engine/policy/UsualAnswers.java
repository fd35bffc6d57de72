package org.plenish.engine.policy;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SkuLocation;

/** What a rule book usually answers; a test changes what it is about: {@code choice(at, a -> a.reviewDays = 14)}. */
public final class UsualAnswers {

    public LifecycleStage lifecycleStage = LifecycleStage.REGULAR;
    public ObsolescenceStatus obsolescenceStatus = ObsolescenceStatus.HEALTHY;
    public boolean stopBuy;
    public double provisionRate;
    public int lastTimeBuyDays;
    public double serviceTarget = 0.95;
    public SafetyStockMethod safetyStockMethod = SafetyStockMethod.CYCLE_SERVICE;
    public @Nullable DemandDistribution demandDistribution = DemandDistribution.NORMAL;
    public int safetyStockCoverDays = 28;
    public int seasonalBuildDays;
    public PolicyType policyType = PolicyType.MIN_MAX;
    public int reviewDays = 7;
    public OrderSizing orderSizing = OrderSizing.MINIMUM;
    public int orderCoverDays = 30;
    public List<Conclusion> conclusions = List.of();

    private UsualAnswers() {}

    public static PolicyChoice choice(SkuLocation location, Consumer<UsualAnswers> changes) {
        UsualAnswers answers = new UsualAnswers();
        changes.accept(answers);
        return new PolicyChoice(
                location,
                AbcClass.A,
                MarginClass.A,
                XyzClass.X,
                DemandClass.SMOOTH,
                answers.lifecycleStage,
                answers.obsolescenceStatus,
                answers.stopBuy,
                LifecycleAction.NONE,
                answers.provisionRate,
                answers.lastTimeBuyDays,
                answers.serviceTarget,
                answers.safetyStockMethod,
                answers.demandDistribution,
                answers.safetyStockCoverDays,
                answers.seasonalBuildDays,
                answers.policyType,
                answers.reviewDays,
                answers.orderSizing,
                answers.orderCoverDays,
                answers.conclusions);
    }
}
