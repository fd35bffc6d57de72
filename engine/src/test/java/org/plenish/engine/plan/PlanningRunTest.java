package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.policy.ObsolescenceStatus;

class PlanningRunTest {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(7, 1, 1), 1);

    private static PlanningRun run(MethodRules methodRules) {
        return new PlanningRun(
                methodRules,
                profiles -> profiles.stream()
                        .map(profile -> TeaFixture.choice(profile.location(), ObsolescenceStatus.HEALTHY, false))
                        .toList(),
                new PlainExceptionRules(),
                (problem, settings, progress) -> TeaPlan.result());
    }

    private static MethodRules all(String methodId, String ruleId) {
        return profiles -> Collections.nCopies(profiles.size(), new MethodChoice(methodId, ruleId, "It is tea."));
    }

    @Test
    void forecastsOfAnotherRunServeIfTheMethodsAreTheSame() {
        DemandForecasts forecasts =
                run(MethodRules.AUTOMATIC).forecast(TeaFixture.dataset(), SETTINGS, RunListener.SILENT);
        assertThat(run(all(MethodChoice.AUTO, "FCM-010")).wouldForecastAs(forecasts))
                .isTrue();
        assertThat(run(all("naive", "FCM-010")).wouldForecastAs(forecasts)).isFalse();
    }

    @Test
    void aPlanFromForecastsMadeBeforeIsThePlanOfAWholeRun() {
        Dataset tea = TeaFixture.dataset();
        PlanningRun run = run(MethodRules.AUTOMATIC);
        ReplenishmentPlan whole = run.run(tea, SETTINGS, RunListener.SILENT);
        ReplenishmentPlan inParts =
                run.run(tea, run.forecast(tea, SETTINGS, RunListener.SILENT), SETTINGS, RunListener.SILENT);
        assertThat(PlanComparison.of(whole, inParts).movers()).isEmpty();
        assertThat(inParts.exceptions()).isEqualTo(whole.exceptions());
        assertThat(inParts.kpis()).isEqualTo(whole.kpis());
    }
}
