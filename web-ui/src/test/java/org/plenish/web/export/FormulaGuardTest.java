package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =cmd|'/c calc'!A0",
                "\u00A0=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'=1",
                "''-1",
                "' =1",
                "=1\n=2",
                "-"
            })
    void whatCouldBecomeAFormulaGetsOneApostropheThatCanBeTakenAwayAgain(String text) {
        String cell = FormulaGuard.guard(text);

        assertThat(cell).isEqualTo("'" + text);
        assertThat(FormulaGuard.undo(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mug", "a=1", "5 - 4", "'", "'quoted'", "''", "'tis", "#1", "e-mail", "ART-1001"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.undo(text)).isEqualTo(text);
    }

    @Test
    void longTextsAreJudgedByTheirBeginning() {
        assertThat(FormulaGuard.isDangerous(" ".repeat(100_000) + "=1")).isTrue();
        assertThat(FormulaGuard.isDangerous("'".repeat(100_000))).isFalse();
    }
}
