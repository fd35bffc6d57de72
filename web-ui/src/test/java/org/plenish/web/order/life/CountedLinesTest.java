package org.plenish.web.order.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.web.order.life.CountedLines.Counted;
import org.plenish.web.order.life.CountedLines.Line;

class CountedLinesTest {

    private static final LocalDate SOON = LocalDate.of(2026, 12, 7);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 4);

    @Test
    void ofTwoLinesOfAnItemThatOfTheSameDayAndQuantityIsMeant() {
        assertThat(CountedLines.find(
                        List.of(counted(LATER, 24)), List.of(line(1, SOON, 24, 0, true), line(2, LATER, 24, 0, false))))
                .containsExactly(2L);
    }

    @Test
    void aLineThatWasPartlyReceivedMeanwhileOrBeforeIsTheSame() {
        List<Line> lines = List.of(line(1, SOON, 24, 10, false), line(2, SOON, 99, 0, false));
        assertThat(CountedLines.find(List.of(counted(SOON, 24)), lines)).containsExactly(1L);
        assertThat(CountedLines.find(List.of(counted(SOON, 14)), lines)).containsExactly(1L);
    }

    @Test
    void aLineThatWasChangedMeanwhileStandsForWhatWasCountedAPinnedOneFirst() {
        assertThat(CountedLines.find(
                        List.of(counted(SOON, 24)), List.of(line(1, SOON, 36, 0, false), line(2, LATER, 24, 0, true))))
                .containsExactly(2L);
    }

    @Test
    void oneRowOfAnotherSystemMayBeSeveralLinesHere() {
        List<Line> lines =
                List.of(line(1, SOON, 24, 0, false), line(2, LATER, 24, 0, false), line(3, LATER, 12, 0, false));
        assertThat(CountedLines.find(List.of(counted(SOON, 48)), lines)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void linesOfOtherOrdersOrItemsAreNotMeant() {
        assertThat(CountedLines.find(
                        List.of(counted(SOON, 24)),
                        List.of(
                                new Line(1, "PO-2", "A", SOON, 24, 0, true),
                                new Line(2, "PO-1", "B", SOON, 24, 0, true))))
                .isEmpty();
    }

    private static Counted counted(LocalDate due, int units) {
        return new Counted("PO-1", "A", due, units);
    }

    private static Line line(long id, LocalDate due, int ordered, int received, boolean pinned) {
        return new Line(id, "PO-1", "A", due, ordered, received, pinned);
    }
}
