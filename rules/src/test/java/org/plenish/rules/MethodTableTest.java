package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.DemandPattern;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;

class MethodTableTest {

    private static final String HEADER =
            "match,single\nrule,demand.pattern,demand.historyBuckets,then forecastMethod,explain\n";

    private static ParsedBook book(String text) {
        return ParsedBook.read(BookFiles.of(Map.of("methods.csv", text)), Vocabulary.standard());
    }

    private static List<Problem> problems(String text) {
        return book(text).problems();
    }

    private static MethodChoice choose(ParsedBook book, Map<String, Object> changes) {
        assertThat(book.problems()).isEmpty();
        return TableRules.chooseMethod(book.tables(Topic.FORECAST), Profiles.ordinarySeriesBut(changes));
    }

    @Test
    void choosesByTheRowThatMatches() {
        ParsedBook book = book(HEADER
                + "FCM-010 long,,>= 52,auto,Long enough.\n"
                + "FCM-020 short,,< 52,moving_average,{item} has {demand.historyBuckets} buckets.\n");
        assertThat(choose(book, Map.of()).isAutomatic()).isTrue();
        assertThat(choose(book, Map.of("demand.historyBuckets", 51)))
                .isEqualTo(new MethodChoice("moving_average", "FCM-020", "TEA has 51 buckets."));
    }

    @Test
    void leavesAllToTheHeldOutErrorsWithoutATable() {
        RuleBook book = RuleBook.compile(
                Map.of("classes.csv", "match,single\nrule,then abcClass,explain\nABC-010 all,A,Because.\n"));
        assertThat(book.methodRules().choose(List.of(Profiles.ordinarySeriesBut(Map.of()))))
                .containsExactly(MethodChoice.AUTOMATIC);
    }

    @Test
    void refusesAMethodThatThereIsNot() {
        assertThat(problems(HEADER + "FCM-010 all,,,crystal_ball,Because.\n"))
                .first()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.text())
                            .startsWith("column then forecastMethod: ")
                            .contains("crystal_ball must be one of ", "auto", "sba");
                });
    }

    @Test
    void refusesWhatIsNotKnownBeforeTheForecast() {
        assertThat(problems("match,single\nrule,abcClass,then forecastMethod,explain\nFCM-010 all,A,auto,Because.\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).isEqualTo("column abcClass is not known."));
    }

    @Test
    void namesTheRowsThatOverlapAndTheOneThatIsMissing() {
        ParsedBook book = book(
                HEADER + "FCM-010 smooth,SMOOTH,,auto,Smooth.\n" + "FCM-020 long,SMOOTH|ERRATIC,>= 100,ses,Long.\n");
        assertThatThrownBy(() -> choose(book, Map.of()))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("forecastMethod is answered 2 times")
                .hasMessageContaining("\"FCM-010 smooth\" (methods.csv line 3) and ses by \"FCM-020 long\"");
        assertThatThrownBy(() -> choose(book, Map.of("demand.pattern", DemandPattern.LUMPY)))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("no rule answers forecastMethod");
    }
}
