package org.plenish.engine.plan;

import java.util.List;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SuggestedAction;
import org.plenish.engine.policy.WrittenRule;

/** Everything matters, shortages most; for tests of what is found and how it is told. */
public final class PlainExceptionRules implements ExceptionRules {

    /** The one rule. */
    static final WrittenRule RULE =
            new WrittenRule("EXC-1", "EXC-1 all", "exceptions.csv", 2, List.of(), "It matters.");

    @Override
    public List<Judgement> judge(List<SituationProfile> situations) {
        return situations.stream()
                .map(situation -> new Judgement(
                        switch (situation.kind()) {
                            case STOCKOUT_NOW -> Severity.CRITICAL;
                            case EXCESS -> Severity.NOTICE;
                            default -> Severity.WARNING;
                        },
                        action(situation),
                        new Conclusion("severity", "", RULE, List.of())))
                .toList();
    }

    private static SuggestedAction action(SituationProfile situation) {
        return switch (situation.kind()) {
            case STOCKOUT_NOW, COMING_SHORTAGE -> SuggestedAction.EXPEDITE;
            case LATE_ORDER -> SuggestedAction.ASK_FOR_DATE;
            case SUPPLIER_MINIMUM_NOT_REACHED -> SuggestedAction.COMPLETE_ORDER;
            case EXCESS -> SuggestedAction.LET_IT_SELL;
            case DEAD_STOCK, DISCONTINUED_STOCK, EXPIRED -> SuggestedAction.WRITE_OFF;
            case EXPIRING -> SuggestedAction.MARK_DOWN;
            case FORECAST_OUT_OF_CONTROL -> SuggestedAction.REVIEW_FORECAST;
            case NEGATIVE_STOCK -> SuggestedAction.COUNT_STOCK;
            case OVER_SPACE -> SuggestedAction.MAKE_SPACE;
            case OVER_CASH -> SuggestedAction.RAISE_BUDGET;
            case LIMIT_NOT_KEPT -> SuggestedAction.RELAX_LIMIT;
            case OVERRIDE_EXPIRED -> SuggestedAction.RENEW_OVERRIDE;
            case OVERRIDE_WITHOUT_REASON -> SuggestedAction.GIVE_REASON;
        };
    }
}
