package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;

class MethodNamesTest {

    @Test
    void everyForecastMethodHasAName() {
        ResourceBundle names = ResourceBundle.getBundle("messages");
        Stream<String> ids = IntStream.of(1, 7, 12, 24, 52)
                .mapToObj(ForecastMethods::all)
                .flatMap(List::stream)
                .map(ForecastMethod::id);
        Stream<String> ofPlans = Stream.of(
                "no_demand",
                "given",
                "profile",
                "averaged_negative_binomial",
                "seasonal_averaged_negative_binomial",
                "seasonal_dotm");
        assertThat(Stream.concat(ids, ofPlans).distinct())
                .allSatisfy(id ->
                        assertThat(names.containsKey("method." + id)).as(id).isTrue());
    }
}
