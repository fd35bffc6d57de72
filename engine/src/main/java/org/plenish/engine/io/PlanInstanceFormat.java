package org.plenish.engine.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.ScrapLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The planning instance and its solution as JSON: the optimizer's problem, exact and alone. */
public final class PlanInstanceFormat {

    private static final String DAMAGED = "it was cut short, edited by hand or is something else: make it again";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // to tell where they stand
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads an instance that keeps its contract.
     *
     * @throws IllegalArgumentException that lists all problems, if it does not
     * @throws IOException if the file is there but cannot be read
     */
    public ReplenishmentProblem read(Path file) throws IOException {
        ImportProblems problems = new ImportProblems();
        ReplenishmentProblem problem = read(file, problems);
        if (problem == null) {
            throw new IllegalArgumentException(problems.report().toString());
        }
        return problem;
    }

    /** @return null, with errors noted, if there is none */
    private @Nullable ReplenishmentProblem read(Path file, ImportProblems problems) throws IOException {
        if (!Files.isRegularFile(file)) {
            String requirement = Files.exists(file) ? "must be a file, but is a folder" : "is missing";
            problems.fileError(file.toString(), requirement, "the name or the folder is mistyped");
            return null;
        }
        String name = String.valueOf(file.getFileName());
        try {
            JsonNode root = json.readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return new PlanInstanceReader(root, name, problems).read();
            }
            problems.fileError(name, "must be a JSON object with T, warehouses, suppliers, lanes and skus", DAMAGED);
            return null;
        } catch (JacksonException e) {
            @Nullable TokenStreamLocation place = e.getLocation();
            long line = place == null ? 0 : Math.max(0, place.getLineNr());
            String requirement = "must be JSON (" + e.getOriginalMessage() + ")";
            problems.add(Severity.ERROR, name, line, null, null, requirement, DAMAGED);
            return null;
        }
    }

    /** @param seconds that the optimizer took */
    public void write(OptimizationResult result, double seconds, Path file) throws IOException {
        try (Writer text = Files.newBufferedWriter(file)) {
            write(result, seconds, text);
        }
    }

    /** @param seconds that the optimizer took */
    public void write(OptimizationResult result, double seconds, Writer text) throws IOException {
        ObjectNode root = json.createObjectNode();
        ArrayNode orders = root.putArray("orders");
        for (OrderLine line : result.orders()) {
            orders.addObject()
                    .put("sku", line.sku())
                    .put("source", line.source())
                    .put("warehouse", line.warehouse())
                    .put("period", line.period())
                    .put("qty", line.quantityUnits());
        }
        ArrayNode transfers = root.putArray("transfers");
        for (TransferLine line : result.transfers()) {
            transfers
                    .addObject()
                    .put("sku", line.sku())
                    .put("lane", line.lane())
                    .put("period", line.period())
                    .put("qty", line.quantityUnits());
        }
        ArrayNode scraps = root.putArray("scrap");
        for (ScrapLine line : result.scraps()) {
            scraps.addObject()
                    .put("sku", line.sku())
                    .put("warehouse", line.warehouse())
                    .put("period", line.period())
                    .put("qty", line.quantityUnits());
        }
        root.put("status", result.status().name().toLowerCase(Locale.ROOT))
                .put("total_cost", result.cost().total())
                .put("lower_bound", result.lowerBound())
                .put("gap", Double.isNaN(result.gap()) ? null : result.gap())
                .put("seconds", seconds)
                .put("score_calculations", result.scoreCalculations());
        ObjectNode prices = root.putObject("prices");
        ArrayNode space = prices.putArray("space");
        for (double[] warehouse : result.spacePrice()) {
            ArrayNode row = space.addArray();
            Arrays.stream(warehouse).forEach(row::add);
        }
        ArrayNode cash = prices.putArray("cash");
        Arrays.stream(result.cashPrice()).forEach(cash::add);
        text.write(root.toString());
    }
}
