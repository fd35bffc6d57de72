package org.plenish.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;

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
                        choices[i] = decide(profiles.get(i));
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

    private PolicyChoice decide(SkuLocationProfile profile) {
        KieSession session = book.kieBase().newKieSession();
        try {
            Conclude conclude = new Conclude(profile, book.tables(), session::insert);
            session.setGlobal("conclude", conclude);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    conclude.nowFires(book.rule(event.getMatch().getRule().getName()));
                }
            });
            session.insert(profile);
            if (session.fireAllRules(MAX_FIRINGS) == MAX_FIRINGS) {
                throw new UndecidedException(profile.location() + ": more than " + MAX_FIRINGS
                        + " rules fired. Maybe rules conclude in a circle.");
            }
            return choice(profile, conclude);
        } finally {
            session.dispose();
        }
    }

    private static PolicyChoice choice(SkuLocationProfile profile, Conclude conclude) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (Question question : Question.values()) {
            List<Conclude.Answer> answers = conclude.answers(question);
            if (answers.size() > 1 || (answers.isEmpty() && isRequired(question, conclude))) {
                throw undecided(profile, question, answers);
            }
            for (Conclude.Answer answer : answers) {
                conclusions.add(answer.rule().conclusion(question, answer.value(), profile, conclude));
            }
        }
        return new PolicyChoice(
                profile.location(),
                (AbcClass) answer(conclude, Question.ABC_CLASS),
                (DemandClass) answer(conclude, Question.DEMAND_CLASS),
                (Double) answer(conclude, Question.SERVICE_TARGET),
                (SafetyStockMethod) answer(conclude, Question.SAFETY_STOCK_METHOD),
                days(conclude, Question.SAFETY_STOCK_COVER_DAYS),
                (PolicyType) answer(conclude, Question.POLICY_TYPE),
                (Integer) answer(conclude, Question.REVIEW_DAYS),
                (OrderSizing) answer(conclude, Question.ORDER_SIZING),
                days(conclude, Question.ORDER_COVER_DAYS),
                (ObsolescenceStatus) answer(conclude, Question.OBSOLESCENCE_STATUS),
                (LifecycleAction) answer(conclude, Question.LIFECYCLE_ACTION),
                (Boolean) answer(conclude, Question.STOP_BUY),
                conclusions);
    }

    private static boolean isRequired(Question question, Conclude conclude) {
        return switch (question) {
            case SAFETY_STOCK_COVER_DAYS ->
                conclude.answer(Question.SAFETY_STOCK_METHOD) == SafetyStockMethod.DAYS_OF_COVER;
            case ORDER_COVER_DAYS -> conclude.answer(Question.ORDER_SIZING) == OrderSizing.DAYS_OF_COVER;
            default -> true;
        };
    }

    private static Object answer(Conclude conclude, Question question) {
        return Objects.requireNonNull(conclude.answer(question));
    }

    private static int days(Conclude conclude, Question question) {
        Object answer = conclude.answer(question);
        return answer == null ? 0 : (Integer) answer;
    }

    private static UndecidedException undecided(
            SkuLocationProfile profile, Question question, List<Conclude.Answer> answers) {
        if (answers.isEmpty()) {
            return new UndecidedException(profile.location() + ": no rule answers " + question.word()
                    + ", but exactly one must. Add a rule for what this one is, or widen the condition of one.");
        }
        String rules = answers.stream()
                .map(answer -> answer.value() + " by \"" + answer.rule().info().name() + "\" ("
                        + answer.rule().info().file() + " line "
                        + answer.rule().info().line() + ")")
                .sorted()
                .collect(Collectors.joining(" and "));
        return new UndecidedException(profile.location() + ": " + question.word() + " is answered " + answers.size()
                + " times, but must be once: " + rules + ". Make their conditions exclude each other.");
    }
}
