package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.ParsedBook.WrittenRule;

/** What Drools fires is what the trees say: rules are written anew for it, and nothing may be lost on the way. */
class DroolsAgreesWithTreesTest {

    /** Everything that the grammar can say, in rules that answer one question each way. */
    private static final List<String> CONDITIONS = List.of(
            "SkuLocationProfile( demand.annualUnits > 100.5, demand.annualUnits <= 4000 )",
            "SkuLocationProfile( item.lifecycle == Lifecycle.NEW || demand.daysOnSale >= 90 )",
            "SkuLocationProfile( !( item.lifecycle == Lifecycle.NEW || demand.daysOnSale >= 90 ) )",
            "SkuLocationProfile( item.lifecycle not in ( Lifecycle.NEW, Lifecycle.DISCONTINUED ) )",
            "SkuLocationProfile( demand.daysOnSale in ( 0, 89, 1000 ) )",
            "SkuLocationProfile( demand.daysOnSale not in ( 0, 89, 1000 ) )",
            "SkuLocationProfile( item.replacedBy == null )",
            "SkuLocationProfile( item.replacedBy != null, item.replacedBy != \"OTHER\" )",
            "SkuLocationProfile( demand.forecastError == null || demand.forecastError < 0.5 )",
            "SkuLocationProfile( demand.forecastError != 1 )",
            "SkuLocationProfile( abs( demand.trackingSignal ) > 2 )",
            "SkuLocationProfile( item.unitCost > 1, item.unitPrice == null )",
            "SkuLocationProfile( stock.coverDays < demand.daysOnSale )",
            "SkuLocationProfile( demand.forecastError <= demand.trackingSignal )",
            "SkuLocationProfile( demand.forecastError != demand.trackingSignal )",
            "SkuLocationProfile( ratio( stock.onHandUnits, demand.annualUnits ) > 0.2 )",
            "SkuLocationProfile( max( stock.onHandUnits, 10 ) < min( demand.annualUnits, 500 ) )",
            "SkuLocationProfile( minus( plus( stock.onHandUnits, 1 ), times( stock.netUnits, 1 ) ) > 20 )",
            "SkuLocationProfile( startsWith( item.description, \"test\" ), contains( item, \"7\" ) )",
            "SkuLocationProfile( !endsWith( item, \"3\" ) )",
            "SkuLocationProfile( item.category == null )",
            "SkuLocationProfile( plan.date >= \"2026-11-01\", plan.month in ( 11, 12 ) )",
            "SkuLocationProfile( item.introducedOn == null )",
            "SkuLocationProfile( !override.stopBuy, supply.canBeBought )",
            "not SkuLocationProfile( demand.annualUnits > 0 )",
            "AbcClass( this == AbcClass.A )",
            "AbcClass( this != AbcClass.A ) StopBuy( value == true )",
            "ServiceTarget( value >= 0.9 )",
            "ReviewDays( value < 7 )",
            "( AbcClass( this == AbcClass.C ) or StopBuy( value == true ) ) SkuLocationProfile( demand.daysOnSale > 90 )",
            "( AbcClass( this == AbcClass.C ) or SkuLocationProfile( demand.daysOnSale > 90 ) )");

    @Test
    void everyConditionFiresWhereItsTreeHolds() {
        Map<String, String> files = new LinkedHashMap<>();
        BookFiles.standard()
                .bytesByName()
                .forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < CONDITIONS.size(); i++) {
            rules.append(
                    "rule \"TRY-%03d try\" @explain(\"x\")\nwhen\n%s\nthen\n  conclude.orderCoverDays( %d );\nend\n"
                            .formatted(i, CONDITIONS.get(i), i));
        }
        files.put("try.drl", rules.toString());
        RuleBook book = RuleBook.compile(files);
        DroolsPolicyEngine engine = new DroolsPolicyEngine(book, 1);
        Set<String> fired = new HashSet<>();
        Set<String> silent = new HashSet<>();

        for (SkuLocationProfile profile : Profiles.random(11, 2_000)) {
            Deliberation deliberation = engine.deliberate(profile);
            Set<BookRule> spoke = deliberation.spoke();
            for (WrittenRule rule : book.content().rules()) {
                boolean holds = rule.tree().condition().holds(deliberation)
                        && rule.tree().facts().stream().allMatch(fact -> deliberation.answer(fact) != null);
                assertThat(spoke.contains(rule.rule()))
                        .as("%s of %s", rule.tree(), profile)
                        .isEqualTo(holds);
                assertThat(rule.tree().condition().boxes().stream()
                                .anyMatch(box -> box.domains().entrySet().stream()
                                        .allMatch(entry -> entry.getValue()
                                                .contains(valueOf(rule, entry.getKey(), deliberation)))))
                        .as("boxes of %s", rule.tree())
                        .isEqualTo(rule.tree().condition().holds(deliberation));
                (holds ? fired : silent).add(rule.rule().id());
            }
        }

        assertThat(fired)
                .as("each was seen firing")
                .hasSizeGreaterThanOrEqualTo(book.content().rules().size() - 3);
        assertThat(silent)
                .as("each was seen silent")
                .hasSizeGreaterThanOrEqualTo(book.content().rules().size() - 4);
    }

    /** The value of a term that a box names; functions and relations are looked up in the tree. */
    private static Object valueOf(WrittenRule rule, String key, Deliberation subject) {
        return Terms.in(rule.tree().condition()).get(key).apply(subject);
    }
}
