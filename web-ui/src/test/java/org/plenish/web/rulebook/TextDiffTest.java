package org.plenish.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    private static String shown(TextDiff diff) {
        return diff.lines().stream()
                .map(line -> switch (line.kind()) {
                    case SAME -> " " + line.before() + "/" + line.after() + " " + line.text();
                    case ADDED -> "+" + line.after() + " " + line.text();
                    case REMOVED -> "-" + line.before() + " " + line.text();
                    case GAP -> "...";
                })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void showsEachPlaceWithThreeLinesAroundItAndTheNumbersOfBothTexts() {
        String before = IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        String after = before.replace("line 6\n", "").replace("line 15", "line 15, changed\nand more");
        TextDiff diff = TextDiff.of(before, after);
        // line 6 is out, so line 15 stands at 14; one line became two.
        assertThat(diff.removed()).isEqualTo(2);
        assertThat(diff.added()).isEqualTo(2);
        assertThat(shown(diff)).isEqualTo("""
                ...
                 3/3 line 3
                 4/4 line 4
                 5/5 line 5
                -6 line 6
                 7/6 line 7
                 8/7 line 8
                 9/8 line 9
                ...
                 12/11 line 12
                 13/12 line 13
                 14/13 line 14
                -15 line 15
                +14 line 15, changed
                +15 and more
                 16/16 line 16
                 17/17 line 17
                 18/18 line 18""");
    }

    @Test
    void aNewFileIsAddedLineByLineAndTheSameHasNoDifference() {
        assertThat(shown(TextDiff.of("", "a\nb\n"))).isEqualTo("+1 a\n+2 b");
        assertThat(shown(TextDiff.of("a\nb\n", "a\nb\n"))).isEmpty();
    }

    @Test
    void twoLargeTextsWithNothingInCommonAreNotComparedForMinutes() {
        String before = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        TextDiff diff = TextDiff.of(before, after);
        assertThat(diff.added()).isEqualTo(20_000);
        assertThat(diff.cut()).isTrue();
        assertThat(diff.lines()).hasSizeLessThanOrEqualTo(600);
    }

    private static SortedMap<String, String> book(String... namesAndTexts) {
        SortedMap<String, String> book = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            book.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return book;
    }

    @Test
    void aMergeTakesWhatOnlyOthersChangedAndNamesWhatBothDid() {
        SortedMap<String, String> base = book("both", "1", "gone", "1", "mine", "1", "same", "1", "theirs", "1");
        SortedMap<String, String> mine =
                book("both", "2", "gone", "1", "mine", "2", "mine-new", "2", "same", "9", "theirs", "1");
        SortedMap<String, String> theirs =
                book("both", "3", "mine", "1", "same", "9", "theirs", "3", "theirs-new", "3");
        Merge merge = Merge.of(base, mine, theirs);
        assertThat(merge.conflicts()).containsExactly("both");
        assertThat(merge.taken())
                .containsEntry("theirs", "3")
                .containsEntry("theirs-new", "3")
                .containsEntry("gone", null)
                .hasSize(3);
        assertThat(merge.changes(theirs, List.of())).doesNotContainKey("both");
        assertThat(merge.changes(theirs, List.of("both", "mine")))
                .containsEntry("both", "3")
                .doesNotContainKey("mine");
    }
}
