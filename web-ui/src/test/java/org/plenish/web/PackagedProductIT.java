package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started as a user starts it. */
class PackagedProductIT {

    private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();
    private static final String JAR = System.getProperty("plenish.jar");
    private static final int PATIENCE_SECONDS = 120;
    private static final Path SHARED = Path.of(System.getProperty("plenish.shared", "../shared"));
    private static final Path REAL_SALES = SHARED.resolve(Path.of("data", "online-retail"));

    /** What the contract names; the first line of each CSV file, in its order. */
    private static final Map<String, String> HEADER_BY_PLAN_FILE = Map.of(
            "purchase_orders.csv",
            "order,supplier,warehouse,order_date,due_date,line,item,quantity,order_multiple,unit_cost,line_value,reason",
            "transfers.csv",
            "transfer,from_warehouse,to_warehouse,ship_date,due_date,line,item,quantity,cost,reason",
            "policies.csv",
            "item,warehouse,abc,demand_class,service_target,safety_stock_method,safety_stock,reorder_point,"
                    + "order_up_to_level,order_quantity,policy,review_days,lifecycle_action,rules",
            "forecasts.csv",
            "item,warehouse,period_start,mean,sd,method",
            "projection.csv",
            "item,warehouse,period_start,opening,receipts,transfers_in,transfers_out,demand,closing,backorder,safety_stock",
            "exceptions.csv",
            "severity,kind,item,warehouse,date,quantity,value,message,action",
            "limits.csv",
            "kind,warehouse,period_start,limit,used,price");

    @TempDir
    Path folder;

    /** From three on, the JVM runs asynchronous tasks on pooled threads, which know only the system's class loader. */
    private int processors = 4;

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
    void makesADatasetFromSalesAndPlansItToTheSameBytesWithFourProcessorsAndWithOne() throws Exception {
        Ended imported = run("import", "--transactions", sales("quantity"), "--out", "dataset");
        assertThat(imported.exitCode()).as(imported.err()).isZero();

        for (String out : List.of("first", "second")) {
            Ended planned = run("plan", "dataset", "--out", out, "--moves", "500", "--seed", "7");
            assertThat(planned.exitCode()).as(planned.err()).isZero();
            assertThat(planned.out()).contains("written to " + out);
            processors = 1;
        }
        for (String file : files("first")) {
            assertThat(folder.resolve("second").resolve(file)).hasSameBinaryContentAs(folder.resolve("first/" + file));
        }
        assertThat(files("second")).isEqualTo(files("first"));
    }

    @Test
    void plansTheRealSalesWithinTwoGigabytes() throws Exception {
        assumeTrue(
                Files.isDirectory(REAL_SALES),
                "Skipped: the real sales are not at " + REAL_SALES + " (system property plenish.shared).");

        Ended imported = run(
                "import",
                "--transactions",
                REAL_SALES.resolve("sales_daily.csv.gz").toString(),
                "--items",
                REAL_SALES.resolve("items.csv").toString(),
                "--out",
                "dataset");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        Ended planned = run("plan", "dataset", "--out", "plan", "--seconds", "30");
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("14,893 SKU-locations planned").doesNotContain("limit not kept");

        List<String> contract = new ArrayList<>(HEADER_BY_PLAN_FILE.keySet());
        contract.addAll(List.of("explanations.jsonl", "summary.json"));
        assertThat(files("plan")).containsExactlyInAnyOrderElementsOf(contract);
        HEADER_BY_PLAN_FILE.forEach((file, header) -> {
            assertThat(lines("plan/" + file)).as(file).hasSizeGreaterThan(1);
            assertThat(lines("plan/" + file).get(0)).as(file).isEqualTo(header);
        });
        assertThat(lines("plan/explanations.jsonl")) // one a proposed line, without the two headers
                .hasSize(lines("plan/purchase_orders.csv").size()
                        + lines("plan/transfers.csv").size()
                        - 2);
        assertThat(Files.readString(folder.resolve("plan/summary.json"))).contains("\"hard_violations\" : 0,");
    }

    @Test
    void generatesADatasetThatItsOwnCheckAccepts() throws Exception {
        Ended generated =
                run("generate", "--items", "40", "--warehouses", "2", "--weeks", "60", "--seed", "5", "--out", "made");
        assertThat(generated.exitCode()).as(generated.err()).isZero();
        assertThat(generated.out()).contains("40 items, 2 warehouses").endsWith("written to made\n");

        Ended checked = run("import", "made");
        assertThat(checked.exitCode()).as(checked.err()).isZero();
        assertThat(checked.out()).contains("0 errors");
    }

    @Test
    void forecastsPlainSeriesToTheSameBytesWithFourProcessorsAndWithOne() throws Exception {
        StringBuilder csv = new StringBuilder("series,values\n");
        for (int series = 0; series < 300; series++) {
            csv.append('S').append(series).append(',').append(series);
            for (int week = 1; week < 40; week++) {
                csv.append(';').append(20 + series % 9 + week % 4 * (series % 3));
            }
            csv.append('\n');
        }
        Files.writeString(folder.resolve("series.csv"), csv);
        for (String out : List.of("first.csv", "second.csv")) {
            Ended forecast = run(
                    "forecast",
                    "--input",
                    "series.csv",
                    "--frequency",
                    "weekly",
                    "--horizon",
                    "4",
                    "--out",
                    out,
                    "--levels",
                    "80,95");
            assertThat(forecast.exitCode()).as(forecast.err()).isZero();
            assertThat(forecast.out()).startsWith("300 weekly series forecast 4 steps ahead: ");
            processors = 1;
        }
        assertThat(lines("first.csv")).hasSize(1_201).startsWith("series,step,mean,lo80,hi80,lo95,hi95,method");
        assertThat(folder.resolve("second.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));

        Files.writeString(folder.resolve("series.csv"), csv.append("S7,1;2\n"));
        Ended refused = run(
                "forecast", "--input", "series.csv", "--frequency", "weekly", "--horizon", "4", "--out", "third.csv");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains(
                        "series.csv line 302, column series: S7 must be given once, but a row above gives it already.");
        assertThat(folder.resolve("third.csv")).doesNotExist();
    }

    @Test
    void solvesAPlanningInstanceAsTheIndependentJudgeFindsIt() throws Exception {
        Path instance = SHARED.resolve(Path.of("golden", "plan_instances", "P02-micro-2w.json"));
        Path judge = SHARED.resolve(Path.of("bin", "check_plan_instance.py"));
        assumeTrue(Files.exists(instance), "Skipped: no planning instance at " + instance);
        assumeTrue(hasPython(), "Skipped: no python3 to run " + judge);

        Ended solved = run("optimize", "--instance", instance.toString(), "--seconds", "3", "--out", "solution.json");
        assertThat(solved.exitCode()).as(solved.err()).isZero();
        assertThat(solved.out()).contains("every limit is kept").endsWith("written to solution.json\n");

        Process judging = new ProcessBuilder("python3", judge.toString(), instance.toString(), "solution.json")
                .directory(folder.toFile())
                .start();
        String verdict = new String(judging.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(judging.waitFor()).isZero();
        Matcher total = Pattern.compile("\"total\": ([0-9.]+)").matcher(verdict);
        assertThat(verdict).contains("\"violations\": []");
        assertThat(total.find()).isTrue();
        assertThat(solved.out())
                .contains(String.format(Locale.ROOT, "cost %,.2f; ", Double.parseDouble(total.group(1))));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void badInputIsToldAndNothingIsWritten() throws Exception {
        Ended imported = run("import", "--transactions", sales("Qty"), "--out", "dataset");
        assertThat(imported.exitCode()).isEqualTo(3);
        assertThat(imported.err()).contains("sales.csv").contains("quantity");
        assertThat(folder.resolve("dataset")).doesNotExist();

        Path dataset = Files.createDirectory(folder.resolve("dataset"));
        Files.writeString(dataset.resolve("items.csv"), "item,unit_cost\nmug,1.50\nmug,1.60\n");
        Ended planned = run("plan", "dataset", "--out", "plan");
        assertThat(planned.exitCode()).isEqualTo(3);
        assertThat(planned.out()).isEmpty();
        assertThat(planned.err())
                .contains("items.csv line 3, column item: mug must be given once, but line 2 gives it already.")
                .contains("stock.csv: is missing");
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
            assertThat(answer.headers().firstValue("Location")).contains("/first-run");
            assertThat(data.resolve("postgres/cluster/postmaster.pid")).exists();

            product.destroy();
            assertThat(product.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
        } finally {
            product.destroyForcibly();
        }
    }

    @Test
    void recordsOfAProductKilledHardAreVerifiedBackedUpAndRestored() throws Exception {
        Process product = start("serve", "--port", "0", "--data", "data");
        try (BufferedReader out = product.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).as(this::saidOnStandardError).startsWith("Plenish is ready");
            Ended whileRunning = run("verify-audit", "--data", "data");
            assertThat(whileRunning.exitCode()).as(whileRunning.err()).isZero();
        } finally {
            product.destroyForcibly().waitFor();
        }
        Ended verified = run("verify-audit", "--data", "data");
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out())
                .startsWith("The audit log is whole: 1 entry.\nHead: entry 1, "); // the run was started

        Ended backedUp = run("backup", "--data", "data", "--out", "plenish.backup");
        assertThat(backedUp.exitCode()).as(backedUp.err()).isZero();
        Ended restored = run("restore", "--data", "restored", "plenish.backup");
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).endsWith(verified.out());
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

    private List<String> files(String path) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines(String path) {
        try {
            return Files.readAllLines(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process product = start(arguments);
        String out = new String(product.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(product.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(product.exitValue(), out, saidOnStandardError());
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-Xmx2g", "-XX:ActiveProcessorCount=" + processors, "-jar", JAR));
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
