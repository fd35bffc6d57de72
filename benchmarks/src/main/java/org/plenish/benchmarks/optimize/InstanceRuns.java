package org.plenish.benchmarks.optimize;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.PlanInstanceFormat;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.TopUpTuning;

/** Instances with reference values, each solved, written and judged. */
final class InstanceRuns {

    private static final String REFERENCE = "reference.csv";
    private static final double JUDGED_COST_TOLERANCE = 1e-6;

    private final PlanInstanceFormat format = new PlanInstanceFormat();
    private final Path folder;
    private final Path solutions;
    private final @Nullable Judge judge;

    /** @param solutions where they are written */
    InstanceRuns(Path folder, Path solutions, @Nullable Judge judge) {
        this.folder = folder;
        this.solutions = solutions;
        this.judge = judge;
    }

    /** As text, for it is only shown. */
    private record Reference(String lowerBound, String annealingCost) {}

    /** @return whether no solution breaks a limit and no bound is above a cost */
    boolean run(OptimizerSettings settings, PrintWriter out) throws IOException, InterruptedException {
        Map<String, Reference> references = references();
        out.println(
                "instance: cost, bound, gap %, cost before the finish, reference bound, annealing cost, top-up cost,"
                        + " violations, seconds");
        boolean kept = true;
        for (Path file : instances()) {
            String name = file.getFileName().toString().replace(".json", "");
            ReplenishmentProblem problem = format.read(file);
            TimedRun run = TimedRun.of(new PlanOptimizer(), problem, settings);
            Path solution = solutions.resolve(name + ".json");
            format.write(run.result(), run.seconds(), solution);
            int violations = run.result().violations().size();
            String remark = run.boundHolds() ? "" : ", BOUND ABOVE COST";
            if (judge != null) {
                Judge.Verdict verdict = judge.judge(file, solution);
                violations = verdict.violations();
                if (!(Math.abs(verdict.cost() - run.cost()) <= JUDGED_COST_TOLERANCE * Math.max(1, run.cost()))) {
                    remark += String.format(Locale.ROOT, ", JUDGED TO COST %.2f", verdict.cost());
                }
            }
            kept &= violations == 0 && remark.isEmpty();
            ExactProblem exact = new ExactProblem(problem);
            Reference reference = references.getOrDefault(name, new Reference("", ""));
            out.printf(
                    Locale.ROOT,
                    "%s: %.2f, %.2f, %.2f, %.2f, %s, %s, %.2f, %d%s, %.1f (%s)%n",
                    name,
                    run.cost(),
                    run.result().lowerBound(),
                    run.gapPercent(),
                    run.result().assembledCost(),
                    shown(reference.lowerBound()),
                    shown(reference.annealingCost()),
                    TopUpTuning.best(exact, TopUpTuning.styles(exact))
                            .plan()
                            .cost()
                            .total(),
                    violations,
                    remark,
                    run.seconds(),
                    run.stages());
            out.flush();
        }
        return kept;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", Double.parseDouble(value));
    }

    private List<Path> instances() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, Reference> references() throws IOException {
        Map<String, Reference> references = new HashMap<>();
        Path file = folder.resolve(REFERENCE);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(",", -1);
                if (cells.length >= 3 && !cells[0].equals("instance")) {
                    references.put(cells[0], new Reference(cells[1], cells[2]));
                }
            }
        }
        return references;
    }
}
