package org.plenish.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

class FactBuilderTest {

    private static Stream<Word> facts(Topic topic) {
        return Vocabulary.standard().words(topic).stream().filter(word -> word.question() == null);
    }

    private static @Nullable Object read(Word word, FactBuilder facts) {
        return word.of(Subject.of(facts.build()));
    }

    /** Two or more, so that one at least is not the ordinary one; "not known" where it may be. */
    private static List<@Nullable Object> valuesOf(Word word) {
        List<@Nullable Object> values = new ArrayList<>();
        switch (word.kind()) {
            case NUMBER -> values.addAll(List.of(0.625, 1.0, 7.25));
            case WHOLE_NUMBER -> values.addAll(List.of(1, 3));
            case DAY -> values.addAll(List.of(LocalDate.of(2025, 1, 31), LocalDate.of(2027, 2, 1)));
            case YES_NO -> values.addAll(List.of(true, false));
            case CONSTANT -> values.addAll(Arrays.asList(word.type().getEnumConstants()));
            case TEXT -> values.addAll(List.of("KETTLE", "A text, and more"));
        }
        values.removeIf(value -> !word.everything().contains(value));
        // Of a situation without an article all of it is unknown at once, which has a test of its own.
        if (word.mayBeUnknown() && !isOfArticle(word)) {
            values.add(null);
        }
        return values;
    }

    private static boolean isOfArticle(Word word) {
        return word.topic() == Topic.EXCEPTION
                && FactBuilder.groups(Topic.EXCEPTION).contains(word.path().split("\\.", -1)[0])
                && !word.path().startsWith("limit");
    }

    @TestFactory
    Stream<DynamicTest> setsEveryFactWordAndReadsItBack() {
        return Arrays.stream(Topic.values())
                .flatMap(FactBuilderTest::facts)
                .map(word -> DynamicTest.dynamicTest(word.topic().word() + " " + word.path(), () -> {
                    assertThat(valuesOf(word)).hasSizeGreaterThan(1);
                    for (Object value : valuesOf(word)) {
                        assertThat(read(word, new FactBuilder(word.topic()).set(word, value)))
                                .isEqualTo(value);
                    }
                }));
    }

    @ParameterizedTest
    @EnumSource
    void theOrdinarySubjectHasAPossibleValueOfEveryWord(Topic topic) {
        assertThat(facts(topic)).allSatisfy(word -> {
            assertThat(Ordinary.of(topic).values()).containsKey(FactBuilder.place(word));
            assertThat(word.everything().contains(Ordinary.of(topic).values().get(FactBuilder.place(word))))
                    .as(word.path())
                    .isTrue();
        });
    }

    @Test
    void theOrdinaryArticleIsConsistent() {
        SkuLocationProfile ordinary = (SkuLocationProfile) new FactBuilder(Topic.POLICY).build();

        double unitCost = ordinary.item().unitCost().toDouble();
        assertThat(ordinary.demand().annualValue()).isEqualTo(ordinary.demand().annualUnits() * unitCost); // 520 x 2.50
        assertThat(ordinary.demand().annualMargin()).isEqualTo(520 * (4.00 - 2.50));
        assertThat(ordinary.stock().onHandValue()).isEqualTo(40 * 2.50);
        assertThat(ordinary.plan().date().minusDays(ordinary.demand().daysOnSale()))
                .isEqualTo(ordinary.item().introducedOn());
        assertThat(ordinary.location()).hasToString("TEA at W1");
    }

    @Test
    void theMonthFollowsFromTheDateAndASuccessorFromItsNumber() {
        SkuLocationProfile profile = (SkuLocationProfile) new FactBuilder(Topic.POLICY)
                .set("plan.date", LocalDate.of(2026, 6, 30))
                .set("item.replacedBy", "NEXT")
                .build();

        assertThat(profile.plan().month()).isEqualTo(6);
        assertThat(profile.successor().exists()).isTrue();
        SkuLocationProfile told = (SkuLocationProfile) new FactBuilder(Topic.POLICY)
                .set("successor.exists", false)
                .set("item.replacedBy", "NEXT")
                .build();
        assertThat(told.successor().exists()).isFalse();
    }

    @Test
    void aSituationMayLackWhatIsOfASingleArticleAndHasALimitWhereItIsNamed() {
        SituationProfile shortage = (SituationProfile) new FactBuilder(Topic.EXCEPTION).build();
        SituationProfile tooFull = (SituationProfile) new FactBuilder(Topic.EXCEPTION)
                .without("item")
                .without("demand")
                .set("limit.ofStorageClass", true)
                .build();

        assertThat(shortage.limit()).isNull();
        assertThat(shortage.item()).isNotNull();
        assertThat(tooFull.item()).isNull();
        assertThat(tooFull.demand()).isNull();
        assertThat(tooFull.limit()).isEqualTo(new SituationProfile.LimitProfile(0.1, true));
        assertThat(FactBuilder.groups(Topic.EXCEPTION))
                .containsExactly("demand", "item", "limit", "stock", "supply", "warehouse");
        assertThat(FactBuilder.groups(Topic.POLICY)).isEmpty();
    }

    @Test
    void refusesAnswersAndWhatCanNeverBe() {
        FactBuilder facts = new FactBuilder(Topic.POLICY);

        assertThatThrownBy(() -> facts.set("abcClass", "A")).hasMessage("abcClass is an answer, and no fact.");
        assertThatThrownBy(() -> facts.set("demand.cumulativeValueShare", 1.01))
                .hasMessage("demand.cumulativeValueShare: 1.01 can never be, it is 0 or more and 1 or less.");
        assertThatThrownBy(() -> facts.set("item.lifecycle", null))
                .hasMessage("item.lifecycle is always known: it is one of NEW, ACTIVE, PHASE_OUT, DISCONTINUED.");
        assertThatThrownBy(() -> facts.without("demand")).hasMessageContaining("demand must be one of []");
        assertThatThrownBy(() -> new FactBuilder(Topic.POLICY)
                        .set("item.unitCost", Double.POSITIVE_INFINITY)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
