package org.plenish.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;

class BookCheckTest {

    private static List<Problem> check(Map<String, String> files) {
        ParsedBook book = ParsedBook.read(BookFiles.of(files), Vocabulary.standard());
        assertThat(book.problems()).isEmpty();
        return BookCheck.check(book, Vocabulary.standard());
    }

    private static Map<String, String> standard() {
        Map<String, String> files = new LinkedHashMap<>();
        BookFiles.standard()
                .bytesByName()
                .forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return files;
    }

    private static List<Problem> afterChange(String file, String from, String to) {
        Map<String, String> files = standard();
        String text = files.get(file);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
        return check(files);
    }

    @Test
    void theStandardBookAnswersEveryQuestionOnceWhateverTheArticleIs() {
        assertThat(check(standard())).isEmpty();
    }

    @Test
    void twoRowsThatHoldAtOnceAreFound() {
        List<Problem> found =
                afterChange("review.csv", "is looked at weekly,true,5..12,", "is looked at weekly,true,3..12,");

        assertThat(found).hasSize(1).allMatch(Problem::isError);
        assertThat(found.get(0)).hasToString("""
                        review.csv line 6: "REV-040 what is worth an order a week is looked at weekly" and "REV-030 where an order costs little it is looked at twice a week" (review.csv line 5) both answer reviewDays, and differently, for supply.canBeBought true, supply.jointOrderCycleDays 3 or more and below 5.
                        Make their conditions exclude each other.""");
    }

    @Test
    void anArticleWithoutAnswerIsFound() {
        List<Problem> found = afterChange("order-sizing.csv", "LUMPY,,MINIMUM", "LUMPY,A|B,MINIMUM");

        assertThat(found)
                .extracting(Problem::text)
                .containsExactly("no rule answers orderSizing for abcClass C, demandClass LUMPY.");
        assertThat(found.get(0).file()).isEqualTo("order-sizing.csv");
    }

    @Test
    void aRowThatNeverCountsIsFound() {
        List<Problem> found =
                afterChange("service-targets.csv", "SVC-090", "SVC-085 again,< 0.5,,,,SMOOTH,C,0.9,why\nSVC-090");

        assertThat(found)
                .extracting(Problem::text)
                .containsExactly("\"SVC-085 again\" never counts: the rows above take everything it asks for.");
        assertThat(found.get(0).line()).isEqualTo(16);
    }

    @Test
    void aRowThatAsksTheSameIsFound() {
        List<Problem> found = afterChange(
                "lifecycle-actions.csv", "LCA-025 expired", "LCA-024 twice,EXPIRED,,,,,,NONE,why\nLCA-025 expired");

        assertThat(found)
                .extracting(Problem::text)
                .containsExactly("\"LCA-025 expired stock is written off\" asks the same as line 8.");
    }

    @Test
    void aRuleAndARowThatContradictEachOtherAreFound() {
        List<Problem> found =
                afterChange("service-targets.csv", "SVC-040 A and regular,< 0.5", "SVC-040 A and regular,");

        assertThat(found)
                .extracting(Problem::text)
                .anyMatch(
                        text -> text.startsWith(
                                "\"SVC-040 A and regular\" and \"SVC-900 a person set the service level\" (service-override.drl line 3) both answer serviceTarget, and differently, for"));
    }

    @Test
    void aRuleThatNoArticleCanMeetIsFound() {
        Map<String, String> files = standard();
        files.put("more.drl", """
                rule "LCA-900 dead stock that is bought is a wonder"
                    @explain("Never.")
                when
                    ObsolescenceStatus( this == ObsolescenceStatus.DEAD )
                    StopBuy( value == false )
                    LifecycleStage( this == LifecycleStage.REGULAR )
                then
                    conclude.reviewDays( 1 );
                end
                """);

        List<Problem> found = check(files);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(found.get(0).text()).contains("can never fire: no article meets its conditions");
    }

    @Test
    void aQuestionThatNobodyAnswersIsNamed() {
        Map<String, String> files = standard();
        files.remove("review.csv");

        assertThat(check(files)).extracting(Problem::text).containsExactly("no rule answers reviewDays.");
    }

    @Test
    void answersThatWaitForEachOtherAreFound() {
        Map<String, String> files = standard();
        files.put("circle.csv", "match,single\nrule,serviceTarget,then abcClass,explain\nABC-900 again,> 0.9,A,why\n");

        assertThat(check(files))
                .extracting(Problem::text)
                .contains(
                        "\"ABC-900 again\" answers abcClass and asks for serviceTarget, which itself waits for abcClass.");
    }

    @Test
    void aRowThatIsHeardButLeavesAnAnswerOutLeavesAGap() {
        Map<String, String> files = standard();
        files.remove("seasonal-build.csv");
        files.put("review.csv", """
                match,first
                rule,abcClass,then reviewDays,then seasonalBuildDays,explain
                REV-010 A,A,7,,x
                REV-020 rest,,14,0,y
                """);

        assertThat(check(files))
                .extracting(Problem::text)
                .containsExactly("no rule answers seasonalBuildDays for abcClass A.");
    }

    /** The table is asked when all its columns are there, whatever a row leaves empty. */
    @Test
    void aTableThatWaitsForItselfThroughAnotherIsFound() {
        Map<String, String> files = standard();
        files.put(
                "classification.drl",
                files.get("classification.drl").replaceAll("(?s)rule \"XYZ-010.*?(?=rule \"DMD)", ""));
        files.put("xyz.csv", """
                match,first
                rule,seasonalBuildDays,then xyzClass,explain
                XYZ-010 all,,Z,x
                """);
        files.put("seasonal-build.csv", """
                match,first
                rule,xyzClass,then seasonalBuildDays,explain
                SEA-010 all,Z,0,x
                SEA-020 rest,,0,x
                """);

        assertThat(check(files))
                .extracting(Problem::text)
                .anyMatch(text -> text.contains("which itself waits for xyzClass"));
    }

    @Test
    void answersToAQuestionThatIsNotAskedAreNoOverlap() {
        Map<String, String> files = standard();
        files.put("more.csv", """
                match,single
                rule,orderSizing,then orderCoverDays,explain
                SIZ-900 one,ECONOMIC,1,x
                """);
        files.put("most.csv", """
                match,single
                rule,orderSizing,then orderCoverDays,explain
                SIZ-910 two,ECONOMIC,2,x
                """);

        assertThat(check(files)).isEmpty();
    }

    /** Thresholds moved apart leave a gap, moved together an overlap; each is told with the values between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "demand.cumulativeValueShare < 0.80; demand.cumulativeValueShare < 0.75; no rule answers abcClass for demand.cumulativeValueShare 0.75 or more and below 0.8.",
                "demand.annualUnits <= 0; demand.annualUnits < 0.5; both answer demandClass, and differently, for demand.annualUnits above 0 and below 0.5",
                "demand.coefficientOfVariation == null; demand.coefficientOfVariation > 2; no rule answers xyzClass for demand.coefficientOfVariation not known.",
            })
    void thresholdsThatDoNotMeetAreFound(String from, String to, String text) {
        assertThat(afterChange("classification.drl", from, to))
                .extracting(Problem::text)
                .anyMatch(found -> found.contains(text));
    }
}
