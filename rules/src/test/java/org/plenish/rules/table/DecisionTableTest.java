package org.plenish.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.DecisionTable.Match;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

class DecisionTableTest {

    private final List<Problem> problems = new ArrayList<>();

    private DecisionTable read(String text) {
        return DecisionTable.read(Sheet.ofCsv("t.csv", text, problems), Vocabulary.standard(), problems);
    }

    private static Word word(String path) {
        return Vocabulary.standard().find(Topic.POLICY, path).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "demand.annualUnits; 30; 30",
                "demand.annualUnits; 30..90; 30 or more and below 90",
                "demand.annualUnits; < 30; 0 or more and below 30",
                "demand.annualUnits; <=30; 0 or more and 30 or less",
                "demand.annualUnits; > 30; above 30",
                "demand.annualUnits; >= 30; 30 or more",
                "demand.annualUnits; 1|2|30..90; 1, or 2, or 30 or more and below 90",
                "demand.annualMargin; -5..5; -5 or more and below 5",
                "demand.daysOnSale; not 30..90; 0 or more and 29 or less, or 90 or more",
                "demand.forecastError; unknown; not known",
                "demand.forecastError; > 1|unknown; above 1, or not known",
                "plan.date; 2026-11-01..2026-12-01; 2026-11-01 or more and 2026-11-30 or less",
                "plan.date; >= 2026-11-01; 2026-11-01 or more",
                "abcClass; A|B; A or B",
                "abcClass; not A; B or C",
                "override.stopBuy; true; true",
                "item.category; tea|mugs; mugs or tea",
                "item.category; not tea; other than tea or not known",
                "item.category; unknown; not known",
            })
    void cellsHoldNumbersRangesListsDatesAndWords(String path, String cell, String meaning) {
        assertThat(Cell.parse(word(path), cell).describe()).isEqualTo(meaning);
    }

    @Test
    void anEmptyCellIsNoCondition() {
        DecisionTable table =
                read("match,first\nrule,demand.forecastError,then abcClass,explain\nABC-010 any,,A,why\n");
        assertThat(table.rows().get(0).tests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ABC-010 x,D,,why; 3; 2; column then abcClass: abcClass: D must be one of A, B, C.",
                "ABC-010 x,A,9..3,why; 3; 3; column demand.annualUnits: 9..3 must go from a smaller to a larger value.",
                "ABC-010 x,A,many,why; 3; 3; column demand.annualUnits: many must be a number, a range such as 30..90 (90 is outside), or < 30.",
                "ABC-010 x,A,< -3,why; 3; 3; column demand.annualUnits: < -3 can never be: demand.annualUnits is 0 or more.",
                "ABC-010 x,A,1) System.exit(1,why; 3; 3; column demand.annualUnits: 1) System.exit(1 must be a number, a range such as 30..90 (90 is outside), or < 30.",
                "x,A,,why; 3; 1; rule \"x\" must be named by an id and a sentence.",
                "ABC-010 x,,,why; 3; 0; the row concludes nothing.",
                "ABC-010 x,A,,; 3; 4; explain is empty.",
                "ABC-010 x,A,,{nonsense}; 3; 4; {nonsense} in the explanation is not known.",
                "ABC-010 x,A,; 3; 0; 3 cells, but the header has 4 columns.",
            })
    void cellsThatMakeNoSenseAreRefused(String row, int line, int column, String message) {
        read("match,single\nrule,then abcClass,demand.annualUnits,explain\n" + row + "\n");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).text()).isEqualTo(message);
        assertThat(problems.get(0).line()).isEqualTo(line);
        assertThat(problems.get(0).column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "match,first; rule,abcClas,then stopBuy,explain; 2; 2; column abcClas is not known.",
                "match,any; rule,then stopBuy,explain; 1; 1; the first row must be match,single or match,first, not: match,any.",
                "match,first; rule,then colour,explain; 2; 2; column then colour: no such question.",
                "match,first; rule,abcClass,explain; 2; 0; no column begins with then, so the table answers nothing.",
                "match,first; rule,abcClass,abcClass,then stopBuy,explain; 2; 3; column abcClass stands twice.",
                "match,first; rule,then stopBuy,then forecastMethod,explain; 2; 3; column then forecastMethod is of another topic than the column before.",
                "match,first; rule,then stopBuy; 2; 0; column explain is missing.",
                "match,first; rule,orderCoverDays,then stopBuy,explain; 2; 2; column orderCoverDays is answered only sometimes, so a table must not wait for it.",
                "match,first; rule,severity,then suggestedAction,explain; 2; 2; column severity is an answer of tables like this one, and cannot be asked for.",
                "match,first; rule,then stopBuy,then  stopBuy,explain; 2; 3; column then stopBuy stands twice.",
            })
    void headersThatMakeNoSenseAreRefused(String first, String header, int line, int column, String message) {
        read(first + "\n" + header + "\nSTB-010 x,true,why\n");

        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).text()).isEqualTo(message);
        assertThat(problems.get(0).line()).isEqualTo(line);
        assertThat(problems.get(0).column()).isEqualTo(column);
    }

    @Test
    void ofAFirstMatchTableTheUpperRowCounts() {
        DecisionTable table = read("""
                match,first
                rule,demand.annualUnits,then abcClass,explain
                ABC-010 much,> 10,A,why
                ABC-020 little,,C,why
                """);

        assertThat(problems).isEmpty();
        assertThat(table.match()).isEqualTo(Match.FIRST);
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void aTableIsTheSameAfterAWayThroughExcel() {
        String text = """
                match,first
                rule,demand.annualUnits,item.category,then serviceTarget,explain
                "SVC-010 much, of all",10..20,=cmd|' /C calc'!A0,0.80,why
                SVC-020 little,,,0.5,"why, {item}"
                """;
        Sheet sheet = Sheet.ofCsv("t.csv", text, problems);

        Sheet again = Workbook.read("t.xlsx", Workbook.write(sheet), problems);

        assertThat(problems).isEmpty();
        assertThat(again.rows().subList(1, 4)).isEqualTo(sheet.rows().subList(1, 4));
        assertThat(again.rows().get(0).cells()).startsWith("match", "first");
    }

    @Test
    void whatIsNoExcelFileIsRefused() {
        Workbook.read("t.xlsx", "match,first".getBytes(java.nio.charset.StandardCharsets.UTF_8), problems);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).text()).startsWith("is not an Excel file that can be read");
    }
}
