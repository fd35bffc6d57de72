package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started as a user starts it. */
class PackagedProductIT {

    private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();
    private static final String JAR = System.getProperty("plenish.jar");
    private static final int PATIENCE_SECONDS = 120;
    private static final List<String> PLAN_FILES = List.of(
            "purchase_orders.csv",
            "transfers.csv",
            "policies.csv",
            "forecasts.csv",
            "projection.csv",
            "exceptions.csv",
            "limits.csv",
            "explanations.jsonl",
            "summary.json");

    @TempDir
    Path folder;

    @Test
    void tellsItsVersionAndRefusesBadUsage() throws Exception {
        Ended version = run("--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("plenish 0.");

        Ended mistyped = run("plam");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err()).contains("plam");
    }

    @Test
    void makesADatasetFromSalesAndPlansItTwiceToTheByte() throws Exception {
        Ended imported = run("import", "--transactions", sales("quantity"), "--out", "dataset");
        assertThat(imported.exitCode()).as(imported.err()).isZero();

        for (String out : List.of("first", "second")) {
            Ended planned = run("plan", "dataset", "--out", out, "--moves", "500", "--seed", "7");
            assertThat(planned.exitCode()).as(planned.err()).isZero();
            assertThat(planned.out()).contains("written to " + out);
        }
        for (String file : PLAN_FILES) {
            assertThat(folder.resolve("second").resolve(file)).hasSameBinaryContentAs(folder.resolve("first/" + file));
        }
    }

    @Test
    void badInputIsToldAndNothingIsWritten() throws Exception {
        Ended imported = run("import", "--transactions", sales("Qty"), "--out", "dataset");
        assertThat(imported.exitCode()).isEqualTo(3);
        assertThat(imported.err()).contains("sales.csv").contains("quantity");
        assertThat(folder.resolve("dataset")).doesNotExist();

        Ended planned = run("plan", "dataset", "--out", "plan");
        assertThat(planned.exitCode()).isEqualTo(3);
        assertThat(folder.resolve("plan")).doesNotExist();
    }

    @Test
    void servesAPageAndStopsCleanly() throws Exception {
        Path data = folder.resolve("data");
        Process product = start("serve", "--port", "0", "--data", data.toString());
        try (BufferedReader out = product.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            assertThat(ready).as(this::saidOnStandardError).startsWith("Plenish is ready: http://localhost:");
            URI address = URI.create(ready.substring(ready.indexOf("http")) + "/");

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(data.resolve("postgres/cluster/postmaster.pid")).exists();

            product.destroy();
            assertThat(product.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
        } finally {
            product.destroyForcibly();
        }
    }

    @Test
    void aBusyPortIsToldInOneSentence() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            Ended refused = run("serve", "--port", String.valueOf(busy.getLocalPort()), "--data", folder.toString());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .isEqualTo("Port " + busy.getLocalPort() + " is in use by another program.\n"
                            + "Stop that one, or name another port with --port N.\n");
        }
    }

    /** Three articles of different rhythm at two warehouses, for sixty weeks. */
    private String sales(String quantityColumn) throws IOException {
        StringBuilder csv = new StringBuilder("date,item,warehouse," + quantityColumn + ",unit_price\n");
        for (int week = 0; week < 60; week++) {
            LocalDate date = LocalDate.of(2025, 9, 1).plusWeeks(week);
            for (String warehouse : List.of("north", "south")) {
                csv.append(date)
                        .append(",mug,")
                        .append(warehouse)
                        .append(',')
                        .append(40 + 7 * (week % 3))
                        .append(",4.50\n");
                csv.append(date)
                        .append(",plate,")
                        .append(warehouse)
                        .append(',')
                        .append(12 + week % 5)
                        .append(",7.25\n");
                if (week % 4 == 0) {
                    csv.append(date).append(",teapot,").append(warehouse).append(",3,24.00\n");
                }
            }
        }
        return Files.writeString(folder.resolve("sales.csv"), csv).toString();
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process product = start(arguments);
        String out = new String(product.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(product.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(product.exitValue(), out, saidOnStandardError());
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx1g", "-jar", JAR));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(standardError().toFile())
                .start();
    }

    private Path standardError() {
        return folder.resolve("standard-error.txt");
    }

    private String saidOnStandardError() {
        try {
            return Files.readString(standardError());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
