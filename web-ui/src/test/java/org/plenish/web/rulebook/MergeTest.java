package org.plenish.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final Map<String, String> BASE =
            Map.of("mine", "1", "theirs", "1", "gone", "1", "alike", "1", "both", "1", "same", "1");
    private static final Map<String, String> MINE =
            Map.of("mine", "2", "theirs", "1", "gone", "1", "alike", "2", "both", "2", "same", "1", "own", "1");
    private static final Map<String, String> THEIRS =
            Map.of("mine", "1", "theirs", "3", "alike", "2", "both", "3", "same", "1", "new", "1");

    private static final Merge MERGE = Merge.of(new TreeMap<>(BASE), new TreeMap<>(MINE), new TreeMap<>(THEIRS));

    @Test
    void takesWhatOnlyOthersHaveChangedAndAsksForWhatBothHave() {
        TreeMap<String, String> taken = new TreeMap<>(Map.of("theirs", "3", "new", "1"));
        taken.put("gone", null);
        assertThat(MERGE.taken()).isEqualTo(taken);
        assertThat(MERGE.conflicts()).containsExactly("both");
    }

    @Test
    void keepsTheDraftsOwnUnlessTheOthersIsNamed() {
        assertThat(MERGE.changes(new TreeMap<>(THEIRS), List.of())).doesNotContainKey("both");
        assertThat(MERGE.changes(new TreeMap<>(THEIRS), List.of("both", "mine")))
                .containsEntry("both", "3")
                .doesNotContainKey("mine");
    }
}
