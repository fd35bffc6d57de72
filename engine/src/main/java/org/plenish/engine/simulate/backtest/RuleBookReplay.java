package org.plenish.engine.simulate.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ProfileBuilder;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.simulate.backtest.LocationReplay.Standing;

/**
 * A rule book's decisions at the start of a bucket.
 *
 * @param dataset on which it is replayed: its own if a what-if changes it
 */
record RuleBookReplay(Contender.RuleBook book, Dataset dataset, Replay replay, InParallel parallel) {

    /** What it was asked, what it answered, and what follows. */
    record Decisions(
            List<SkuLocationProfile> profiles, List<PolicyChoice> choices, Map<SkuLocation, Standing> standings) {}

    /** @param known without stock; the book sees what lies there in its own replay */
    Decisions decide(
            Dataset known,
            SortedMap<SkuLocation, DemandHistory> histories,
            SortedMap<SkuLocation, Forecast> forecasts,
            Map<SkuLocation, SupplyTerms> terms) {
        Dataset seen = replay.seenBy(known);
        List<SkuLocationProfile> profiles = ProfileBuilder.build(seen, histories, forecasts);
        List<PolicyChoice> choices = book.policyEngine().decide(profiles);
        PolicyCalculator calculator = new PolicyCalculator(seen, profiles);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            SkuLocation location = profiles.get(i).location();
            DemandHistory history = histories.get(location);
            Forecast forecast = forecasts.get(location);
            SupplyTerms own = terms.get(location);
            if (history != null && forecast != null && own != null) {
                questions.add(new Question(profiles.get(i), choices.get(i), history, forecast, own));
            }
        }
        List<ReplenishmentPolicy> policies = parallel.map(questions, one -> one.policy(calculator));
        Map<SkuLocation, Standing> standings = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            standings.put(
                    questions.get(i).profile().location(),
                    new Standing(policies.get(i), questions.get(i).terms()));
        }
        return new Decisions(profiles, choices, standings);
    }

    /** All that one policy is computed from. */
    private record Question(
            SkuLocationProfile profile,
            PolicyChoice choice,
            DemandHistory history,
            Forecast forecast,
            SupplyTerms terms) {

        ReplenishmentPolicy policy(PolicyCalculator calculator) {
            return choice.stopBuy()
                    ? new DoNotStock()
                    : calculator.calculate(profile, history, forecast, choice).policy();
        }
    }
}
