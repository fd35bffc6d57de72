package org.plenish.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.DemandDistribution;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.LifecycleStage;
import org.plenish.engine.policy.MarginClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.XyzClass;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;

/** Decides by a rule book: one session a SKU-location, and exactly one answer to each question or an error. */
public final class DroolsPolicyEngine implements PolicyEngine {

    /** Far above what one SKU-location needs; a book that needs more does not end. */
    private static final int MAX_FIRINGS = 1_000;

    private final RuleBook book;
    private final int threads;

    /** @param threads 1 or more; the answers do not depend on it */
    public DroolsPolicyEngine(RuleBook book, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " must be 1 or more.");
        }
        this.book = book;
        this.threads = threads;
    }

    /** @throws UndecidedException if a question has no answer or two */
    @Override
    public List<PolicyChoice> decide(List<SkuLocationProfile> profiles) {
        PolicyChoice[] choices = new PolicyChoice[profiles.size()];
        int parts = Math.min(threads, Math.max(1, profiles.size()));
        ExecutorService executor = Executors.newFixedThreadPool(parts);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) profiles.size() * part / parts);
                int to = (int) ((long) profiles.size() * (part + 1) / parts);
                futures.add(executor.submit(() -> {
                    for (int i = from; i < to; i++) {
                        choices[i] = choice(deliberate(profiles.get(i)));
                    }
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The decision was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UndecidedException undecided
                    ? undecided
                    : new IllegalStateException("The rule book failed: " + e.getCause(), e.getCause());
        } finally {
            executor.shutdownNow();
        }
        return List.of(choices);
    }

    /** Every rule that speaks is heard, even if the answers are not one each. */
    Deliberation deliberate(SkuLocationProfile profile) {
        Deliberation deliberation = new Deliberation(profile, profile.location().toString());
        KieSessionsPool sessions = book.sessions();
        if (sessions == null) {
            return deliberation;
        }
        KieSession session = sessions.newKieSession();
        try {
            session.setGlobal(
                    "conclude",
                    new Conclude(number -> book.speaking(number, deliberation)
                            .forEach(rule -> answer(deliberation, rule, session::insert))));
            session.insert(profile);
            if (session.fireAllRules(MAX_FIRINGS) == MAX_FIRINGS) {
                throw new UndecidedException(profile.location() + ": more than " + MAX_FIRINGS
                        + " rules fired. Maybe rules conclude in a circle.");
            }
            return deliberation;
        } finally {
            session.dispose();
        }
    }

    private void answer(Deliberation deliberation, BookRule rule, Consumer<Object> facts) {
        for (Question question : rule.answers().keySet()) {
            Object value = rule.answerFor(question, deliberation);
            // A second answer is an error already; without its fact rules cannot conclude in a circle.
            if (deliberation.add(question, value, rule) && book.isAskedFor(question)) {
                facts.accept(fact(question, value));
            }
        }
    }

    private static Object fact(Question question, Object value) {
        return switch (question) {
            case STOP_BUY -> new Conclude.StopBuy((Boolean) value);
            case LAST_TIME_BUY_DAYS -> new Conclude.LastTimeBuyDays((Integer) value);
            case PROVISION_RATE -> new Conclude.ProvisionRate((Double) value);
            case SERVICE_TARGET -> new Conclude.ServiceTarget((Double) value);
            case SAFETY_STOCK_COVER_DAYS -> new Conclude.SafetyStockCoverDays((Integer) value);
            case SEASONAL_BUILD_DAYS -> new Conclude.SeasonalBuildDays((Integer) value);
            case REVIEW_DAYS -> new Conclude.ReviewDays((Integer) value);
            case ORDER_COVER_DAYS -> new Conclude.OrderCoverDays((Integer) value);
            default -> value;
        };
    }

    private static PolicyChoice choice(Deliberation decided) {
        List<Conclusion> conclusions = decided.conclusions(Topic.POLICY);
        return new PolicyChoice(
                ((SkuLocationProfile) decided.fact()).location(),
                (AbcClass) decided.required(Question.ABC_CLASS),
                (MarginClass) decided.required(Question.MARGIN_CLASS),
                (XyzClass) decided.required(Question.XYZ_CLASS),
                (DemandClass) decided.required(Question.DEMAND_CLASS),
                (LifecycleStage) decided.required(Question.LIFECYCLE_STAGE),
                (ObsolescenceStatus) decided.required(Question.OBSOLESCENCE_STATUS),
                (Boolean) decided.required(Question.STOP_BUY),
                (LifecycleAction) decided.required(Question.LIFECYCLE_ACTION),
                (Double) decided.required(Question.PROVISION_RATE),
                days(decided, Question.LAST_TIME_BUY_DAYS),
                (Double) decided.required(Question.SERVICE_TARGET),
                (SafetyStockMethod) decided.required(Question.SAFETY_STOCK_METHOD),
                (DemandDistribution) decided.ifAsked(Question.DEMAND_DISTRIBUTION),
                days(decided, Question.SAFETY_STOCK_COVER_DAYS),
                (Integer) decided.required(Question.SEASONAL_BUILD_DAYS),
                (PolicyType) decided.required(Question.POLICY_TYPE),
                (Integer) decided.required(Question.REVIEW_DAYS),
                (OrderSizing) decided.required(Question.ORDER_SIZING),
                days(decided, Question.ORDER_COVER_DAYS),
                conclusions);
    }

    private static int days(Deliberation decided, Question question) {
        Object answer = decided.ifAsked(question);
        return answer == null ? 0 : (Integer) answer;
    }
}
