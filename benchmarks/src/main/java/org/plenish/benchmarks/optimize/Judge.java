package org.plenish.benchmarks.optimize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that simulates a solution on its own and tells cost and violations: {@code python3 JUDGE INSTANCE SOLUTION}
 * prints {@code {"total": 1.0, "violations": []}}.
 */
record Judge(Path program) {

    /** @param violations how many limits and rules the solution breaks */
    record Verdict(double cost, int violations) {}

    /** @throws IOException if the program cannot be run or fails; what it printed is in the message */
    Verdict judge(Path instance, Path solution) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", program.toString(), instance.toString(), solution.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(program + " on " + instance + " ended with " + exit + ": " + output);
        }
        JsonNode verdict = JsonMapper.builder().build().readTree(output);
        return new Verdict(
                verdict.path("total").asDouble(Double.NaN),
                verdict.path("violations").size());
    }
}
