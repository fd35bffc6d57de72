package org.plenish.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void aPersonsOwnWildcardsStandForThemselves() {
        assertThat(LikePattern.containing(" 50%_a\\b ")).isEqualTo("%50\\%\\_a\\\\b%");
        assertThat(LikePattern.startingWith("A_1")).isEqualTo("A\\_1%");
    }

    @Test
    void nothingTypedIsAll() {
        assertThat(LikePattern.containing(null)).isNull();
        assertThat(LikePattern.containing("  ")).isNull();
        assertThat(LikePattern.containing("\0")).isNull(); // PostgreSQL keeps no zero character
        assertThat(LikePattern.startingWith(null)).isEqualTo("%");
    }
}
