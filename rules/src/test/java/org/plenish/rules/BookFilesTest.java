package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BookFilesTest {

    private static final byte[] OTHER = {'x'};

    @Test
    void otherFilesTakeThePlaceOfThoseOfTheSameNamesOrAreAdded() {
        BookFiles standard = BookFiles.standard();

        BookFiles changed = standard.with(Map.of("review.csv", OTHER, "tests/more.yaml", OTHER));

        assertThat(changed.bytesByName())
                .hasSize(standard.bytesByName().size() + 1)
                .containsEntry("review.csv", OTHER)
                .containsEntry("tests/more.yaml", OTHER)
                .containsEntry("service-targets.csv", standard.bytesByName().get("service-targets.csv"));
        assertThat(standard.bytesByName().get("review.csv")).isNotEqualTo(OTHER);
    }

    @Test
    void aNameThatNoBookMayHaveIsAProblem() {
        BookFiles changed = BookFiles.standard().with(Map.of("../review.csv", OTHER));

        assertThat(changed.bytesByName()).doesNotContainKey("../review.csv");
        assertThat(changed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("../review.csv: is no name for a file of a rule book."));
    }
}
