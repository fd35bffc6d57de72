package org.plenish.web.item.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.policy.Conclusion;
import org.plenish.web.run.StoredConclusion;
import org.plenish.web.shared.Figures;

class ItemStoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Figures FIGURES = new Figures("GBP");

    @Test
    void saysAtWhichStockAndDemandAnOrderWouldCome() {
        // position 100 + 20 = 120; lead time and review 14 days at 20 a week: 40; safety stock 30
        ItemStory story = ItemStory.of(facts(100, 20, 70, false, "MIN_MAX"), null, FIGURES);
        assertThat(story.orders()).isFalse();
        assertThat(sentence(story.why(), "story.enough").values()).containsExactly("120", "70", "50");
        assertThat(sentence(story.whatWouldChangeIt(), "story.change.stock").values())
                .containsExactly("50", "piece", "70", "150");
        assertThat(sentence(story.whatWouldChangeIt(), "story.change.demand").values())
                .containsExactly("125.0%", "14 days", "90", "40"); // (120 - 30) / 40 - 1
        assertThat(sentence(story.whatWouldChangeIt(), "story.change.when").values())
                .containsExactly("2026-12-07"); // 50 are sold in the third week
        assertThat(sentence(story.why(), "story.below").values()).containsExactly("2026-12-14", "20", "30");
        assertThat(sentence(story.why(), "story.lowest").values()).containsExactly("20", "2026-12-14");
    }

    @Test
    void saysThatARuleStopsBuyingAndWhatItLookedAt() {
        ItemStory story = ItemStory.of(facts(100, 0, 70, true, "MIN_MAX"), null, FIGURES);
        assertThat(sentence(story.why(), "story.stopped").values())
                .containsExactly("OBS-010", "No demand for a year.", "demand.annualUnits = 0");
        assertThat(story.whatWouldChangeIt()).extracting(Sentence::key).containsExactly("story.change.rule");
        assertThat(ItemStory.of(facts(100, 0, 70, false, "DO_NOT_STOCK"), null, FIGURES)
                        .why())
                .extracting(Sentence::key)
                .contains("story.notStocked.unknown");
    }

    @Test
    void saysThatNoOrderPaysWhereTheReorderPointIsReached() {
        ItemStory story = ItemStory.of(facts(60, 5, 70, false, "MIN_MAX"), null, FIGURES);
        assertThat(sentence(story.why(), "story.held").values())
                .containsExactly("65", "70", "2026-11-30"); // a week of lead time
        assertThat(story.whatWouldChangeIt()).extracting(Sentence::key).containsExactly("story.change.reached");
    }

    private static ItemStory.Facts facts(
            int onHand, int onOrder, int reorderPoint, boolean stopBuy, String policyType) {
        return new ItemStory.Facts(
                "piece",
                "Simple exponential smoothing",
                0.95,
                30,
                reorderPoint,
                150,
                7,
                7,
                policyType,
                stopBuy,
                onHand,
                onHand,
                onOrder,
                new TimeBuckets(MONDAY, BucketSize.WEEK, 4),
                List.of(20.0, 20.0, 20.0, 20.0),
                List.of(100, 80, 60, 20),
                List.of(30, 30, 30, 30),
                List.of(new StoredConclusion(
                        "stopBuy",
                        "true",
                        "OBS-010",
                        "OBS-010 no demand for a year stops purchasing",
                        "obsolescence.drl",
                        7,
                        "No demand for a year.",
                        List.of(new Conclusion.Seen("demand.annualUnits", "0")))));
    }

    private static Sentence sentence(List<Sentence> story, String key) {
        return story.stream()
                .filter(sentence -> sentence.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + story));
    }
}
