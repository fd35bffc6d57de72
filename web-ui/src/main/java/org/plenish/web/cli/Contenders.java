package org.plenish.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.engine.simulate.backtest.Contender;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;

/** The rule books of a backtest, each under a name of its own. */
final class Contenders {

    /** The product's own rule book. */
    static final String CURRENT = "current";

    private static final String WHAT_IF = "what-if";

    private final int threads;
    private final List<Contender.RuleBook> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Contenders(int threads) {
        this.threads = threads;
    }

    /** @param folder that it was read from; null: the book that comes with the product */
    void add(@Nullable Path folder, RuleBook book) {
        Path last = folder == null ? null : folder.toAbsolutePath().normalize().getFileName();
        all.add(new Contender.RuleBook(
                unused(last == null ? CURRENT : last.toString()),
                folder == null ? "The rule book that comes with the product." : "The rule book in " + folder + ".",
                book.methodRules(),
                new DroolsPolicyEngine(book, threads)));
    }

    /** @param file of the scenario */
    void add(Path file, Scenario scenario, Dataset dataset, RuleBook book) {
        String name = String.valueOf(file.getFileName())
                .replaceFirst("[.]ya?ml$", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        all.add(scenario.inReplay(
                unused(name.isEmpty() ? WHAT_IF : name),
                dataset,
                book.methodRules(),
                new DroolsPolicyEngine(book, threads)));
    }

    private String unused(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    List<Contender.RuleBook> all() {
        return List.copyOf(all);
    }
}
