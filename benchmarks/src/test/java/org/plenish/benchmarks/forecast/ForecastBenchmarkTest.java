package org.plenish.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.benchmarks.BenchmarkCommand;

class ForecastBenchmarkTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTwoSets() throws IOException {
        Files.writeString(folder.resolve("meta.csv"), """
                dataset,series,m,horizon,count_data
                m3_yearly,2,1,2,false
                pieces_weekly,1,1,3,true
                elsewhere,9,12,6,false
                """);
        Files.writeString(folder.resolve("m3_yearly_train.csv"), "A,10,12,14,13,16,18,17,20\nB,5,5,5,5,5,5,5,5\n");
        Files.writeString(folder.resolve("m3_yearly_test.csv"), "A,22,24\nB,5,5\n");
        Files.writeString(folder.resolve("pieces_weekly_train.csv"), "P,0,2,0,0,1,0,3,0,0,0,1,0\n");
        Files.writeString(folder.resolve("pieces_weekly_test.csv"), "P,0,1,0\n");
        Files.createDirectory(folder.resolve("peer_r"));
        Files.writeString(folder.resolve("peer_r/m3_yearly.csv"), """
                dataset,id,method,smape,mase,rmsse,sme,cov80,cov95,pl90,pl975,cpu_s
                m3_yearly,A,naive,13.852813,1.5,1.479020,0.2,NA,1,0.5,0.25,0.002
                m3_yearly,B,naive,0,Inf,Inf,0,NA,1,Inf,Inf,0.004
                """);
    }

    @Test
    void printsPlenishBesideThePeerAndTheTargets() {
        assertThat(run("--methods", "naive,seasonal_naive", "--threads", "2")).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("m3_yearly: 2 series, yearly, 2 values ahead, MASE by a season of 1")
                // A: errors 2 and 4 of changes of 2 in the mean, √(32/7) in the root mean square; B scales nothing;
                // sMAPE of A: (200·2/42 + 200·4/44) / 2
                .containsPattern("plenish naive +6\\.93 +1\\.500 +1\\.479 ")
                .containsPattern(
                        "R naive +6\\.93 +1\\.500 +1\\.479 +-0\\.100 +- +0\\.500 +0\\.250 +- +1\\.000 +333\\.3")
                .contains("MASE at most 2.650")
                .contains("pieces_weekly: 1 series, weekly, 3 values ahead")
                .containsPattern("pinball below (naive|seasonal_naive)'s")
                .doesNotContain("elsewhere");
    }

    @Test
    void writesTheSameForecastsForAnyNumberOfThreads() throws IOException {
        assertThat(run("--threads", "1", "--dump", folder.resolve("one.csv").toString()))
                .isZero();
        assertThat(run("--threads", "3", "--dump", folder.resolve("three.csv").toString()))
                .isZero();

        assertThat(folder.resolve("three.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
        assertThat(Files.readAllLines(folder.resolve("one.csv")))
                .startsWith("set,id,label,method,step,actual,mean,q0.025,q0.1,q0.5,q0.8,q0.9,q0.95,q0.975,q0.99")
                .anyMatch(row -> row.startsWith("m3_yearly,A,naive,naive,2,24.0,20.000000,"));
    }

    @Test
    void writesItsScoresAsJson() throws IOException {
        assertThat(run(
                        "--sets",
                        "m3_yearly",
                        "--limit",
                        "1",
                        "--methods",
                        "all",
                        "--json",
                        folder.resolve("s.json").toString()))
                .isZero();

        assertThat(Files.readString(folder.resolve("s.json")))
                .contains(
                        "\"set\" : \"m3_yearly\"",
                        "\"automatic\" : {",
                        "\"croston\" : {",
                        "\"MASE\" : 1.5,",
                        "\"met\" : ");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(run("--sets", "m5")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--sets: m5 must be one of m3_yearly, pieces_weekly.");
        assertThat(run("--methods", "oracle")).isEqualTo(2);
        assertThat(err.toString()).contains("oracle must be one of all, ");
    }

    @Test
    void tellsHowTimeGrowsWithTheSizes() {
        String[] arguments = {
            "forecast-speed", "--seconds", "0.02", "--method", "naive", "--lengths", "25,50", "--counts", "10,20"
        };
        assertThat(BenchmarkCommand.create().setOut(new PrintWriter(out, true)).execute(arguments))
                .isZero();
        assertThat(out.toString())
                .containsPattern("(?m)^ +50 +[0-9.]+ +[0-9.]+$")
                .containsPattern("(?m)^ +20 +[0-9.]+ ");
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "forecast";
        arguments[1] = folder.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return BenchmarkCommand.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
