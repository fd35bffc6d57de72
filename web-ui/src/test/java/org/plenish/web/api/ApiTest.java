package org.plenish.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.api.OnApi.People.person;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnApi
class ApiTest {

    private static final Path SAMPLE = Path.of(System.getProperty("plenish.root", ".."), "scenarios", "data");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    OnApi.People.NotedReceipts receipts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Value("${plenish.data}")
    Path dataFolder;

    private String secret;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        secret = secret("anna PLANNER,BUYER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders",
                "/api/v1/orders/PO-0001",
                "/api/v1/transfers",
                "/api/v1/plan",
                "/api/v1/nowhere",
                "/api/v1/%6frders",
                "/%61pi/v1/orders"
            })
    void nobodyGetsInWithoutAToken(String path) throws Exception {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains("Authorization: Bearer plenish_...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1;x=1/orders", "/api;x=1/v1/orders", "/x/../api/v1/orders", "//api/v1/orders"})
    void anAddressThatHidesWhatItMeansIsRefused(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        assertThat(get("/items").headers().firstValue("Location")).contains("/login");
        assertThat(get("/api/v1/plan").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenThatIsNotGoodIsToldSo() throws Exception {
        secret = "plenish_made-up";
        HttpResponse<String> answer = get("/api/v1/plan");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void pagesOfOrdersFollowEachOtherWithoutGapOrRepetition() throws Exception {
        int stored = stored("purchase_order");
        List<String> numbers = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json.readTree(
                    get("/api/v1/orders?status=any&limit=2" + after).body());
            page.get("orders").forEach(order -> numbers.add(order.get("number").asString()));
            assertThat(page.get("orders").size()).isBetween(1, 2);
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asString();
        } while (after != null);
        assertThat(numbers).hasSize(stored).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void ordersAreFilteredByStatusSupplierAndChange() throws Exception {
        JsonNode all = json.readTree(get("/api/v1/orders?status=any").body()).get("orders");
        assertThat(all).isNotEmpty();
        assertThat(json.readTree(get("/api/v1/orders").body()).get("orders"))
                .as("nothing is approved")
                .isEmpty();
        assertThat(json.readTree(get("/api/v1/orders?status=sent").body()).get("orders"))
                .isEmpty();
        assertThat(json.readTree(get("/api/v1/orders?status=proposed").body()).get("orders"))
                .hasSameSizeAs(all);
        JsonNode ofOne = json.readTree(
                        get("/api/v1/orders?status=any&supplier=S01").body())
                .get("orders");
        assertThat(ofOne)
                .isNotEmpty()
                .allMatch(order -> order.get("supplier").asString().equals("S01"));
        String changed = all.get(0).get("changedAt").asString();
        assertThat(json.readTree(get("/api/v1/orders?status=any&changedSince=" + changed)
                                .body())
                        .get("orders"))
                .hasSameSizeAs(all);
        assertThat(json.readTree(get("/api/v1/orders?status=any&changedSince=2099-01-01T00:00:00Z")
                                .body())
                        .get("orders"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders?limit=0, 400, limit 0 must be between 1 and 500.",
        "/api/v1/orders?limit=x, 400, Failed to convert 'limit' with value: 'x'",
        "/api/v1/orders?after=xyz, 400, 'after xyz must be the \"next\" of an earlier answer.'",
        "/api/v1/orders?changedSince=yesterday, 400, Failed to convert 'changedSince' with value: 'yesterday'",
        "/api/v1/orders/PO-9999, 404, There is no purchase order PO-9999.",
        "/api/v1/orders/PO-0001?format=doc, 400, 'format doc must be one of json, pdf, csv, xlsx, ubl, x12, edifact.'",
        "/api/v1/transfers/TR-9999, 404, There is no transfer TR-9999.",
        "/api/v1/nowhere, 404, 'There is no GET /api/v1/nowhere. What there is, /api/v1/openapi.json tells.'",
        "/api/v2/orders, 404, 'There is no GET /api/v2/orders. What there is, /api/v1/openapi.json tells.'"
    })
    void whatIsWrongIsToldAsAProblem(String path, int status, String detail) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json, {\"",
        "*/*, application/json, {\"",
        "application/pdf, application/pdf, %PDF",
        "'text/html, application/xml;q=0.9', application/xml, <?xml",
        "text/csv, text/csv;charset=UTF-8, \uFEFForder",
        "application/edi-x12, application/edi-x12, ISA*",
        "application/edifact, application/edifact, UNA:"
    })
    void anOrderComesInTheFormatThatIsAccepted(String accept, String type, String beginning) throws Exception {
        setState("APPROVED");
        HttpResponse<String> answer;
        try {
            answer = HTTP.send(
                    request("/api/v1/orders/PO-0001").header("Accept", accept).build(),
                    HttpResponse.BodyHandlers.ofString());
        } finally {
            setState("PROPOSED");
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body()).startsWith(beginning);
        assertThat(HTTP.send(
                                request("/api/v1/orders/PO-0001")
                                        .header("Accept", "image/png")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubl", "x12", "edifact"})
    void whatProgramsActOnIsOnlyThereOfWhatIsApproved(String format) throws Exception {
        HttpResponse<String> answer = get("/api/v1/orders/PO-0001?format=" + format);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json.readTree(answer.body()).get("detail").asString())
                .isEqualTo("Order PO-0001 must be approved before it can be had as " + format
                        + ", but is proposed. Have it approved, or take the pdf, which says that it is no order.");
    }

    @Test
    void anOrderSaysAllThatItsSupplierGets() throws Exception {
        JsonNode order = json.readTree(get("/api/v1/orders/PO-0001?format=json").body());
        assertThat(order.get("binding").asBoolean()).isFalse();
        assertThat(order.get("supplier").get("name").asString()).isEqualTo("Harbour Ceramics");
        assertThat(order.get("lines").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "number",
                        "item",
                        "description",
                        "quantityUnits",
                        "unit",
                        "unitPrice",
                        "amount",
                        "dueDate",
                        "note");
    }

    @Test
    void thePlanAndItsTransfersAreThere() throws Exception {
        JsonNode plan = json.readTree(get("/api/v1/plan").body());
        assertThat(plan.get("planDate").asString()).isEqualTo("2026-11-23");
        assertThat(plan.get("purchaseOrders").asInt()).isEqualTo(stored("purchase_order"));
        JsonNode transfers = json.readTree(get("/api/v1/transfers").body()).get("transfers");
        assertThat(transfers.size()).isEqualTo(stored("transfer_order"));
        assertThat(json.readTree(get("/api/v1/transfers/TR-0001").body())).isEqualTo(transfers.get(0));
    }

    @Test
    void aReceiptIsBookedOnceHoweverOftenItIsSent() throws Exception {
        int before = receipts.booked().size();
        String body = "{\"order\":\"PO-0001\",\"line\":1,\"quantity\":12,\"date\":\"2026-12-14\"}";
        HttpResponse<String> first =
                post("/api/v1/receipts", "r-1", "application/json", body.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> again =
                post("/api/v1/receipts", "r-1", "application/json", body.getBytes(StandardCharsets.UTF_8));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(receipts.booked()).hasSize(before + 1);

        HttpResponse<String> other = post(
                "/api/v1/receipts",
                "r-1",
                "application/json",
                body.replace("12,", "13,").getBytes(StandardCharsets.UTF_8));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("was another request’s");
        assertThat(receipts.booked()).hasSize(before + 1);
    }

    @Test
    void manySendingTheSameAtOnceBookItOnce() {
        int before = receipts.booked().size();
        byte[] body = "{\"order\":\"PO-0002\",\"line\":1,\"quantity\":5,\"date\":\"2026-12-14\"}"
                .getBytes(StandardCharsets.UTF_8);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return post("/api/v1/receipts", "r-many", "application/json", body)
                                .statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(201));
        assertThat(receipts.booked()).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"order\":\"PO-0001\",\"line\":99,\"quantity\":1,\"date\":\"2026-12-14\"} | 422 | Order PO-0001 has no line 99.",
                "{\"order\":\"PO-0001\",\"line\":1,\"quantity\":0,\"date\":\"2026-12-14\"} | 400 | quantity (1 or more)",
                "{\"order\":\"PO-0001\",\"line\":1,\"quantity\":1} | 400 | A receipt must have",
                "{\"order\":\"PO-0001\",\"line\":1,\"quantity\":1,\"date\":\"2026-02-30\"} | 400 | Failed to read request",
                "not json | 400 | Failed to read request"
            })
    void aReceiptThatCannotBeBookedIsToldAsAProblem(String body, int status, String detail) throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/receipts",
                UUID.randomUUID().toString(),
                "application/json",
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains(detail);
    }

    @Test
    void aChangeNeedsItsRoleAndAKey() throws Exception {
        byte[] body = "{\"order\":\"PO-0001\",\"line\":1,\"quantity\":1,\"date\":\"2026-12-14\"}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(post("/api/v1/receipts", null, "application/json", body).body())
                .contains("Idempotency-Key");
        secret = secret("ada AUDITOR");
        assertThat(post("/api/v1/receipts", "k", "application/json", body).statusCode())
                .isEqualTo(403);
        assertThat(post("/api/v1/datasets", "k", "application/zip", new byte[0]).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void aDatasetIsTakenOverWholeAndRecordedAndKnownWhenItComesAgain() throws Exception {
        byte[] zip = zip(files(SAMPLE.resolve("sample")));
        HttpResponse<String> first = post("/api/v1/datasets", "d-1", "application/zip", zip);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        JsonNode pushed = json.readTree(first.body());
        long dataset = Long.parseLong(pushed.get("dataset").asString());
        assertThat(jdbc.sql("SELECT origin FROM dataset WHERE id = ?")
                        .param(dataset)
                        .query(String.class)
                        .single())
                .isEqualTo("API");
        assertThat(jdbc.sql("SELECT name FROM dataset_file WHERE dataset_id = ?")
                        .param(dataset)
                        .query(String.class)
                        .list())
                .contains("items.csv", "sales.csv", "dataset.yaml");
        assertThat(pushed.get("items").asInt()).isEqualTo(1200);
        assertThat(jdbc.sql("SELECT user_name FROM audit_entry WHERE subject_kind = 'dataset' AND subject = ?")
                        .param(pushed.get("dataset").asString())
                        .query(String.class)
                        .list())
                .containsExactly("anna");

        HttpResponse<String> again = post("/api/v1/datasets", "d-2", "application/zip", zip);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json.readTree(again.body()).get("isNew").asBoolean()).isFalse();
        assertThat(json.readTree(again.body()).get("dataset")).isEqualTo(pushed.get("dataset"));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aDatasetWithErrorsLeavesNothingAndTellsThemAll() throws Exception {
        Map<String, byte[]> files = files(SAMPLE.resolve("sample"));
        files.put("warehouses.csv", "warehouse,name,capacity_m3\nLEEDS,Leeds,-3\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = post("/api/v1/datasets", "d-3", "application/zip", zip(files));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("problems")).anyMatch(each -> each.asString().contains("warehouses.csv line 2"));
        assertThat(incoming()).isEmpty();
        // Nothing was done under the key, so it serves for the mended files.
        assertThat(post("/api/v1/datasets", "d-3", "application/zip", zip(files(SAMPLE.resolve("sample"))))
                        .statusCode())
                .isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.csv",
                "a/items.csv",
                "/etc/items.csv",
                "C:\\items.csv",
                "items.exe",
                ".hidden.csv",
                "items.csv/",
                "items.gz"
            })
    void aNameThatIsNoPlainFileIsRefused(String name) throws Exception {
        HttpResponse<String> answer = post(
                "/api/v1/datasets",
                UUID.randomUUID().toString(),
                "application/zip",
                zip(Map.of(name, "item\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at the top of the zip");
        assertThat(incoming()).isEmpty();
        assertThat(dataFolder.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void whatIsNoZipIsRefused() throws Exception {
        byte[] cut = zip(files(SAMPLE.resolve("sample")));
        for (byte[] body : List.of(
                new byte[0],
                "item,name\n".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(cut, cut.length / 2))) {
            HttpResponse<String> answer =
                    post("/api/v1/datasets", UUID.randomUUID().toString(), "application/zip", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(post("/api/v1/datasets", "k", "text/csv", new byte[0]).statusCode())
                .isEqualTo(415);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void theDescriptionNamesEveryOperationThereIsAndNoOther() throws Exception {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") && !pattern.equals("/api/**"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> mapped.add(verb + " " + pattern.substring("/api/v1".length())))));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(uri("/api/v1/openapi.json")).build(), HttpResponse.BodyHandlers.ofString());
        Set<String> described = new TreeSet<>();
        json.readTree(answer.body())
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(mapped).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders?status=any, OrderPage",
        "/api/v1/orders/PO-0001, Order",
        "/api/v1/transfers, TransferPage",
        "/api/v1/transfers/TR-0001, Transfer",
        "/api/v1/plan, Plan"
    })
    void anAnswerHasTheFieldsThatTheDescriptionNames(String path, String schema) throws Exception {
        JsonNode schemas = json.readTree(HTTP.send(
                                HttpRequest.newBuilder(uri("/api/v1/openapi.json"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .get("components")
                .get("schemas");
        assertFields(json.readTree(get(path).body()), schemas.get(schema), schemas);
    }

    private static void assertFields(JsonNode answer, JsonNode schema, JsonNode schemas) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString();
            assertFields(answer, schemas.get(name.substring(name.lastIndexOf('/') + 1)), schemas);
        } else if (schema.get("type").isArray()) {
            assertThat(answer.isNull() || answer.isString()).isTrue();
        } else if (schema.get("type").asString().equals("array")) {
            answer.forEach(each -> assertFields(each, schema.get("items"), schemas));
        } else if (schema.get("type").asString().equals("object")) {
            assertThat(answer.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            schema.get("properties").propertyNames());
            schema.get("properties")
                    .properties()
                    .forEach(field -> assertFields(answer.get(field.getKey()), field.getValue(), schemas));
        }
    }

    private String secret(String nameAndRoles) {
        var person = person(nameAndRoles);
        Set<Role> roles = person.roles();
        return tokens.create(person, "test", roles, tokens.today().plusDays(1)).secret();
    }

    private void setState(String state) {
        jdbc.sql("UPDATE orders SET state = ? WHERE number = 'PO-0001'")
                .param(state)
                .update();
    }

    private int stored(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE run_id = ?")
                .param(currentPlan.find().orElseThrow().runId())
                .query(Integer.class)
                .single();
    }

    private List<Path> incoming() throws IOException {
        Path folder = dataFolder.resolve("imports");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.filter(path -> !path.toString().endsWith(".md")).forEach(path -> {
                try {
                    files.put(path.getFileName().toString(), Files.readAllBytes(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + secret);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String key, String type, byte[] body) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return HTTP.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
