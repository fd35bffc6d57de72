package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.rules.RuleBookException.Problem;

class MethodTableTest {

    private static final String HEADER = "rule,demand.pattern,demand.historyBuckets,then forecastMethod,explain\n";

    private static List<Problem> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        MethodTable.of(TableFile.open("methods.csv", text, problems), problems);
        return problems;
    }

    private static MethodRules rules(String text) {
        List<Problem> problems = new ArrayList<>();
        MethodTable table = MethodTable.of(TableFile.open("methods.csv", text, problems), problems);
        assertThat(problems).isEmpty();
        return MethodTable.rulesOf(List.of(table));
    }

    private static MethodChoice choose(MethodRules rules, Map<String, Object> changes) {
        return rules.choose(List.of(Profiles.ordinarySeriesBut(changes))).get(0);
    }

    @Test
    void choosesByTheRowThatMatches() {
        MethodRules rules = rules(HEADER
                + "FCM-010 long,,>= 52,auto,Long enough.\n"
                + "FCM-020 short,,< 52,moving_average,{item} has {demand.historyBuckets} buckets.\n");
        assertThat(choose(rules, Map.of()).isAutomatic()).isTrue();
        assertThat(choose(rules, Map.of("demand.historyBuckets", 51)))
                .isEqualTo(new MethodChoice("moving_average", "FCM-020", "TEA has 51 buckets."));
    }

    @Test
    void leavesAllToTheHeldOutErrorsWithoutATable() {
        assertThat(choose(MethodTable.rulesOf(List.of()), Map.of())).isEqualTo(MethodChoice.AUTOMATIC);
    }

    @Test
    void refusesAMethodThatThereIsNot() {
        assertThat(problems(HEADER + "FCM-010 all,,,crystal_ball,Because.\n"))
                .first()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.text())
                            .startsWith("column then forecastMethod: crystal_ball must be one of ")
                            .contains("auto", "sba");
                });
    }

    @Test
    void refusesWhatIsNotKnownBeforeTheForecast() {
        assertThat(problems("rule,abcClass,then forecastMethod,explain\nFCM-010 all,A,auto,Because.\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).isEqualTo("column abcClass is not known."));
    }

    @Test
    void namesTheRowsThatOverlapAndTheOneThatIsMissing() {
        MethodRules rules = rules(
                HEADER + "FCM-010 smooth,SMOOTH,,auto,Smooth.\n" + "FCM-020 long,SMOOTH|ERRATIC,>= 100,ses,Long.\n");
        assertThatThrownBy(() -> choose(rules, Map.of()))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("forecastMethod is answered 2 times")
                .hasMessageContaining("\"FCM-010 smooth\" (methods.csv line 2) and \"FCM-020 long\"");
        assertThatThrownBy(() -> choose(rules, Map.of("demand.pattern", "LUMPY")))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("no rule answers forecastMethod");
    }
}
