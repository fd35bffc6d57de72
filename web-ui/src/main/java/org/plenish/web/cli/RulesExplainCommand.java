package org.plenish.web.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ProfileBuilder;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.plenish.rules.UndecidedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rules' answers for one SKU-location, and the policy that follows. */
@Command(
        name = "explain",
        description =
                "Tells which rules decide for one article in one warehouse, and why, and the policy that follows.")
final class RulesExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The rule book's folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path rules;

    @Parameters(index = "1", paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Parameters(index = "2", paramLabel = "ITEM", description = "The article's number.")
    @SuppressWarnings("NullAway.Init") // required
    private String item;

    @Parameters(index = "3", paramLabel = "WAREHOUSE", description = "The warehouse's number.")
    @SuppressWarnings("NullAway.Init") // required
    private String warehouse;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private @Nullable Integer threads;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    private record Explained(
            SkuLocationProfile profile, Forecast forecast, PolicyChoice choice, PolicyCalculation calculation) {}

    @Override
    public Integer call() {
        int usedThreads = new Usage(spec).threads(threads);
        Explained explained;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            CompletableFuture<RuleBook> ruleBook = RuleBooks.compile("DIR", rules);
            Dataset dataset = Datasets.read(datasetFolder, progress).dataset();
            requireKnown("item", item, dataset.items().keySet(), "items.csv");
            requireKnown("warehouse", warehouse, dataset.warehouses().keySet(), "warehouses.csv");
            explained = explain(dataset, RuleBooks.result(ruleBook), usedThreads, progress);
        } catch (UndecidedException e) {
            throw new BadInputException(e);
        }
        print(explained);
        return ExitCodes.SUCCESS;
    }

    private void requireKnown(String what, String given, Collection<?> keys, String file) {
        List<String> known = keys.stream().map(Object::toString).toList();
        if (!known.contains(given)) {
            throw new BadInputException(what + " " + given + " must be in " + datasetFolder.resolve(file)
                    + ", but is not." + System.lineSeparator() + "Maybe "
                    + String.join(", ", NearKeys.to(given, known)) + "?");
        }
    }

    /** All is forecast: what an article is worth among the others is a question of rules. */
    private Explained explain(Dataset dataset, RuleBook book, int usedThreads, ProgressDisplay progress) {
        SkuLocation location = SkuLocation.of(item, warehouse);
        DemandForecasts demand = DemandForecasts.of(
                dataset, book.methodRules(), usedThreads, share -> progress.at(Stage.FORECAST, share, ""));
        Forecast forecast = demand.forecasts().get(location);
        DemandHistory history = demand.histories().get(location);
        if (forecast == null || history == null) {
            List<String> planned = demand.forecasts().keySet().stream()
                    .filter(each -> each.item().equals(location.item()))
                    .map(each -> each.warehouse().value())
                    .toList();
            throw new BadInputException(location + " is not planned: it has no stock, sales or supply there."
                    + System.lineSeparator()
                    + (planned.isEmpty()
                            ? item + " is planned nowhere."
                            : item + " is planned at " + String.join(", ", planned) + "."));
        }
        List<SkuLocationProfile> profiles = ProfileBuilder.build(dataset, demand.histories(), demand.forecasts());
        SkuLocationProfile profile = profiles.stream()
                .filter(each -> each.location().equals(location))
                .findFirst()
                .orElseThrow();
        PolicyChoice choice =
                new DroolsPolicyEngine(book, 1).decide(List.of(profile)).get(0);
        return new Explained(
                profile,
                forecast,
                choice,
                new PolicyCalculator(dataset, profiles).calculate(profile, history, forecast, choice));
    }

    private void print(Explained explained) {
        PrintWriter text = spec.commandLine().getOut();
        PlannerWords words = new PlannerWords();
        SkuLocationProfile profile = explained.profile();
        text.printf(
                "%s: %s; %s%n",
                profile.location(),
                profile.item().description(),
                profile.warehouse().name());
        text.println();
        text.println("What the rules decided");
        for (Conclusion conclusion : explained.choice().conclusions()) {
            text.printf("  %s: %s%n", words.question(conclusion.question()), words.answer(conclusion.answer()));
            text.printf("    %s%n", conclusion.text());
            text.printf("    %s (%s line %d)%n", conclusion.ruleName(), conclusion.file(), conclusion.line());
        }
        text.println();
        text.println("Forecast");
        text.printf(
                Locale.ROOT,
                "  %.2f units a %s on average, by %s. %s%n",
                explained.forecast().meanUnits().stream().average().orElse(0),
                explained.forecast().buckets().size().name().toLowerCase(Locale.ROOT),
                words.method(explained.forecast().method()),
                explained.forecast().why());
        text.println();
        text.println("Policy in units");
        ReplenishmentPolicy policy = explained.calculation().policy();
        text.printf(
                Locale.ROOT,
                "  safety stock %d, reorder point %d, order up to %d, usual order %d, looked at every %d days%n",
                policy.safetyStockUnits(),
                policy.reorderPointUnits(),
                policy.orderUpToLevelUnits(),
                policy.orderQuantityUnits(),
                policy.reviewDays());
        explained.calculation().steps().forEach(step -> text.println("  " + step));
        text.flush();
    }
}
