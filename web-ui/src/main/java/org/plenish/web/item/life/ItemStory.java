package org.plenish.web.item.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.plan.Explanation;
import org.plenish.web.run.LineExplanation;
import org.plenish.web.run.StoredConclusion;
import org.plenish.web.shared.Figures;

/**
 * Why a quantity is proposed, or why none is, from forecast to order in plain sentences; and what would change it.
 *
 * @param orders whether something is bought or moved in
 */
public record ItemStory(boolean orders, List<Sentence> why, List<Sentence> whatWouldChangeIt) {

    public ItemStory {
        why = List.copyOf(why);
        whatWouldChangeIt = List.copyOf(whatWouldChangeIt);
    }

    /** The first of the lines that are proposed. */
    public record Proposed(
            boolean transfer,
            String partner,
            int quantityUnits,
            LocalDate release,
            LocalDate due,
            LineExplanation why,
            int furtherLines,
            long furtherUnits) {}

    /**
     * What the sentences are made of.
     *
     * @param netUnits on hand less expired, allocated and owed
     * @param netBefore stock at the end of each bucket without the proposals
     * @param conclusions of the rules
     */
    public record Facts(
            String uom,
            String methodName,
            double serviceTarget,
            int safetyStockUnits,
            int reorderPointUnits,
            int orderUpToUnits,
            int reviewDays,
            int leadTimeDays,
            String policyType,
            boolean stopBuy,
            int onHandUnits,
            int netUnits,
            int onOrderUnits,
            TimeBuckets future,
            List<Double> meanUnits,
            List<Integer> netBefore,
            List<Integer> safetyStock,
            List<StoredConclusion> conclusions) {

        int positionUnits() {
            return netUnits + onOrderUnits;
        }

        /** Days that an order has to last: until the one after it can come. */
        int protectionDays() {
            return leadTimeDays + reviewDays;
        }

        double protectionUnits() {
            return LotOutlook.demandUntil(future.start().plusDays(protectionDays()), future, meanUnits);
        }
    }

    public static ItemStory of(Facts facts, @Nullable Proposed proposed, Figures fmt) {
        Writing writing = new Writing(facts, fmt);
        return proposed == null
                ? new ItemStory(false, writing.whyNothing(), writing.whatWouldBringAnOrder())
                : new ItemStory(true, writing.whyThatMuch(proposed), writing.whatWouldChange(proposed));
    }

    /** The sentences of one item. */
    private record Writing(Facts facts, Figures fmt) {

        private static final String NOT_STOCKED = "DO_NOT_STOCK";

        List<Sentence> whyThatMuch(Proposed proposed) {
            LineExplanation why = proposed.why();
            List<Sentence> told = new ArrayList<>();
            told.add(Sentence.of(
                    "story.demand." + facts.future().size(),
                    fmt.quantity(why.forecast().meanPerBucketUnits()),
                    facts.uom(),
                    facts.methodName(),
                    fmt.days(why.forecast().protectionDays()),
                    fmt.quantity(why.forecast().meanOverProtectionUnits()),
                    fmt.quantity(why.forecast().sdOverProtectionUnits())));
            told.add(policy());
            told.add(stock());
            told.add(runsOut());
            told.add(Sentence.of(
                    proposed.transfer() ? "story.move" : "story.buy",
                    fmt.units(proposed.quantityUnits()),
                    proposed.partner(),
                    fmt.date(proposed.release()),
                    fmt.date(proposed.due())));
            told.add(Sentence.of("story.sum", sum(why.derivation()), fmt.units(proposed.quantityUnits())));
            told.add(
                    why.bindingLimits().isEmpty()
                            ? Sentence.of("story.noLimit")
                            : Sentence.of("story.limits", String.join(" ", why.bindingLimits())));
            if (proposed.furtherLines() > 0) {
                told.add(Sentence.of(
                        "story.further", proposed.furtherLines(), fmt.units(proposed.furtherUnits()), facts.uom()));
            }
            return told;
        }

        List<Sentence> whatWouldChange(Proposed proposed) {
            List<Sentence> told = new ArrayList<>();
            proposed.why().whatWouldChangeIt().forEach(change -> told.add(Sentence.of("story.asTold", change)));
            if (proposed.why().economics() != null) {
                told.add(Sentence.of("story.asTold", proposed.why().economics().margin()));
                told.add(Sentence.of("story.asTold", proposed.why().economics().runnerUpText()));
            }
            return told;
        }

        List<Sentence> whyNothing() {
            List<Sentence> told = new ArrayList<>();
            told.add(Sentence.of(
                    "story.demandOnly." + facts.future().size(),
                    fmt.quantity(facts.meanUnits().get(0)),
                    facts.uom(),
                    facts.methodName(),
                    fmt.days(facts.protectionDays()),
                    fmt.quantity(facts.protectionUnits())));
            told.add(policy());
            told.add(stock());
            told.add(runsOut());
            if (facts.stopBuy()) {
                told.add(rule("story.stopped", "stopBuy"));
            } else if (facts.policyType().equals(NOT_STOCKED)) {
                told.add(rule("story.notStocked", "policyType"));
            } else if (facts.positionUnits() > facts.reorderPointUnits()) {
                told.add(Sentence.of(
                        "story.enough",
                        fmt.units(facts.positionUnits()),
                        fmt.units(facts.reorderPointUnits()),
                        fmt.units(facts.positionUnits() - facts.reorderPointUnits())));
            } else {
                told.add(Sentence.of(
                        "story.held",
                        fmt.units(facts.positionUnits()),
                        fmt.units(facts.reorderPointUnits()),
                        fmt.date(facts.future().start().plusDays(facts.leadTimeDays()))));
            }
            told.add(lowest());
            return told;
        }

        List<Sentence> whatWouldBringAnOrder() {
            List<Sentence> told = new ArrayList<>();
            if (facts.stopBuy() || facts.policyType().equals(NOT_STOCKED)) {
                told.add(rule("story.change.rule", facts.stopBuy() ? "stopBuy" : "policyType"));
                return told;
            }
            int above = facts.positionUnits() - facts.reorderPointUnits();
            if (above > 0) {
                told.add(Sentence.of(
                        "story.change.stock",
                        fmt.units(above),
                        facts.uom(),
                        fmt.units(facts.reorderPointUnits()),
                        fmt.units(facts.orderUpToUnits())));
                double expected = facts.protectionUnits();
                double room = facts.positionUnits() - facts.safetyStockUnits();
                if (expected > 0 && room > expected) {
                    told.add(Sentence.of(
                            "story.change.demand",
                            fmt.percent(room / expected - 1),
                            fmt.days(facts.protectionDays()),
                            fmt.quantity(room),
                            fmt.quantity(expected)));
                }
            }
            told.add(whenReached(above));
            return told;
        }

        private Sentence policy() {
            return Sentence.of(
                    "story.policy",
                    fmt.percent(facts.serviceTarget()),
                    fmt.units(facts.safetyStockUnits()),
                    fmt.units(facts.reorderPointUnits()),
                    fmt.units(facts.orderUpToUnits()));
        }

        private Sentence stock() {
            return facts.netUnits() == facts.onHandUnits()
                    ? Sentence.of("story.stock", fmt.units(facts.onHandUnits()), fmt.units(facts.onOrderUnits()))
                    : Sentence.of(
                            "story.stockNet",
                            fmt.units(facts.onHandUnits()),
                            fmt.units(facts.onOrderUnits()),
                            fmt.units(facts.netUnits()));
        }

        private Sentence runsOut() {
            for (int t = 0; t < facts.netBefore().size(); t++) {
                if (facts.netBefore().get(t) < 0) {
                    return Sentence.of(
                            "story.runsOut",
                            bucketOf(t),
                            fmt.units(-facts.netBefore().get(t)));
                }
            }
            for (int t = 0; t < facts.netBefore().size(); t++) {
                if (facts.netBefore().get(t) < facts.safetyStock().get(t)) {
                    return Sentence.of(
                            "story.below",
                            bucketOf(t),
                            fmt.units(facts.netBefore().get(t)),
                            fmt.units(facts.safetyStock().get(t)));
                }
            }
            return Sentence.of("story.lasts", fmt.date(facts.future().end()));
        }

        private Sentence lowest() {
            int lowest = 0;
            for (int t = 1; t < facts.netBefore().size(); t++) {
                if (facts.netBefore().get(t) < facts.netBefore().get(lowest)) {
                    lowest = t;
                }
            }
            return Sentence.of("story.lowest", fmt.units(facts.netBefore().get(lowest)), bucketOf(lowest));
        }

        /** When stock and orders will have come down to the reorder point by the forecast alone. */
        private Sentence whenReached(int above) {
            double expected = 0;
            for (int t = 0; t < facts.meanUnits().size(); t++) {
                expected += facts.meanUnits().get(t);
                if (expected >= above) {
                    return Sentence.of(above <= 0 ? "story.change.reached" : "story.change.when", bucketOf(t));
                }
            }
            return Sentence.of("story.change.never", fmt.date(facts.future().end()));
        }

        private Sentence rule(String key, String question) {
            return facts.conclusions().stream()
                    .filter(conclusion -> conclusion.question().equals(question))
                    .findFirst()
                    .map(conclusion -> Sentence.of(
                            key,
                            conclusion.ruleId(),
                            conclusion.text(),
                            conclusion.saw().isEmpty()
                                    ? "–"
                                    : conclusion.saw().stream()
                                            .map(seen -> seen.word() + " = " + seen.value())
                                            .collect(Collectors.joining(", "))))
                    .orElseGet(() -> Sentence.of(key + ".unknown"));
        }

        private String sum(List<Explanation.Step> steps) {
            return steps.stream()
                    .map(step -> step.text() + " " + fmt.signedUnits(step.units()))
                    .collect(Collectors.joining("; "));
        }

        private String bucketOf(int index) {
            return fmt.date(facts.future().start(index));
        }
    }
}
