package org.plenish.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.rules.condition.Intervals.Kind;

class DomainTest {

    private static final Double[] NUMBERS = {
        Double.NEGATIVE_INFINITY, -3.0, -0.5, 0.0, 0.1, 1.0, 1.5, 2.0, 3.0, 4.0, 7.25, Double.POSITIVE_INFINITY, null
    };

    @Test
    void anIntervalHoldsItsBoundsAsWritten() {
        assertThat(Intervals.below(5, Kind.REAL).contains(5.0)).isFalse();
        assertThat(Intervals.below(5, Kind.REAL).contains(4.999999)).isTrue();
        assertThat(Intervals.atMost(5, Kind.REAL).contains(5.0)).isTrue();
        assertThat(Intervals.above(5, Kind.REAL).contains(5.0)).isFalse();
        assertThat(Intervals.atLeast(5, Kind.REAL).contains(Double.POSITIVE_INFINITY))
                .isTrue();
    }

    @Test
    void whatIsNotKnownIsInNoIntervalUnlessItIsSaid() {
        assertThat(Intervals.all(Kind.REAL).contains(Double.NaN)).isFalse();
        assertThat(Intervals.all(Kind.REAL).contains(null)).isFalse();
        assertThat(Intervals.all(Kind.REAL).orUnknown().contains(null)).isTrue();
    }

    @Test
    void betweenWholeNumbersThereIsNothing() {
        Intervals belowThree = Intervals.below(3, Kind.WHOLE);
        Intervals fromThree = Intervals.atLeast(3, Kind.WHOLE);

        assertThat(Intervals.all(Kind.WHOLE).minus(belowThree).minus(fromThree).isEmpty())
                .isTrue();
        assertThat(Intervals.between(2.1, 2.9, Kind.WHOLE).isEmpty()).isTrue();
    }

    @Test
    void isDescribedAsAPersonWouldWriteIt() {
        assertThat(Intervals.below(5, Kind.REAL).describe()).isEqualTo("below 5");
        assertThat(Intervals.atLeast(0.5, Kind.REAL)
                        .intersect(Intervals.below(0.95, Kind.REAL))
                        .describe())
                .isEqualTo("0.5 or more and below 0.95");
        assertThat(Intervals.above(2, Kind.WHOLE).describe()).isEqualTo("3 or more");
        assertThat(Intervals.between(4, 4, Kind.REAL).orUnknown().describe()).isEqualTo("4, or not known");
        assertThat(Intervals.atLeast(Domain.number(java.time.LocalDate.of(2026, 11, 23)), Kind.DAY)
                        .describe())
                .isEqualTo("2026-11-23 or more");
        assertThat(Domain.of(List.of("tea", "mugs")).describe()).isEqualTo("mugs or tea");
        assertThat(new Choices(Set.of("tea"), true, true).describe()).isEqualTo("other than tea or not known");
    }

    /** Every operation against membership, on many sets of intervals. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void setsOfNumbersFollowTheirMembers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Kind kind = random.nextBoolean() ? Kind.REAL : Kind.WHOLE;
            Intervals one = intervals(random, kind);
            Intervals two = intervals(random, kind);
            for (Double number : NUMBERS) {
                if (kind == Kind.WHOLE && number != null && number != Math.rint(number)) {
                    continue;
                }
                boolean inOne = one.contains(number);
                boolean inTwo = two.contains(number);
                assertThat(one.intersect(two).contains(number)).isEqualTo(inOne && inTwo);
                assertThat(one.minus(two).contains(number)).isEqualTo(inOne && !inTwo);
                assertThat(one.or(two).contains(number)).isEqualTo(inOne || inTwo);
            }
            assertThat(one.minus(two).intersect(two).isEmpty()).isTrue();
            assertThat(one.or(two).covers(one)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void setsOfWordsFollowTheirMembers(long seed) {
        Random random = new Random(seed);
        List<Object> words = List.of("a", "b", "c", "d");
        for (int i = 0; i < 500; i++) {
            Choices one = choices(random, words);
            Choices two = choices(random, words);
            List<Object> all = new ArrayList<>(words);
            all.add("anything else");
            all.add(null);
            for (Object word : all) {
                assertThat(one.intersect(two).contains(word)).isEqualTo(one.contains(word) && two.contains(word));
                assertThat(one.minus(two).contains(word)).isEqualTo(one.contains(word) && !two.contains(word));
            }
        }
    }

    @Test
    void aBoxWithoutAnotherIsCutIntoDisjointPieces() {
        Box box = Box.ANYTHING;
        Box taken = box.intersect(Box.of("x", Intervals.atLeast(3, Kind.REAL)))
                .get(0)
                .intersect(Box.of("y", Intervals.below(5, Kind.REAL)))
                .get(0);

        List<Box> left = box.minus(taken, term -> Intervals.all(Kind.REAL));

        assertThat(left).extracting(Box::describe).containsExactly("x below 3", "x 3 or more, y 5 or more");
        assertThat(left.get(0).meets(left.get(1))).isFalse();
    }

    private static Intervals intervals(Random random, Kind kind) {
        Intervals all = new Intervals(List.of(), random.nextBoolean(), kind);
        for (int i = random.nextInt(4); i > 0; i--) {
            double low = NUMBERS[random.nextInt(NUMBERS.length - 1)];
            double high = NUMBERS[random.nextInt(NUMBERS.length - 1)];
            all = all.or(Intervals.between(Math.min(low, high), Math.max(low, high), kind));
        }
        return all;
    }

    private static Choices choices(Random random, List<Object> words) {
        return new Choices(
                Set.copyOf(words.subList(0, random.nextInt(words.size() + 1))),
                random.nextBoolean(),
                random.nextBoolean());
    }
}
