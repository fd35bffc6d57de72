package org.plenish.web.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of imports, as a browser without JavaScript asks for them. */
@OnFixturePlan
class ImportPagesTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----plenish-test";

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    ImportJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void plannerBringsADatasetIn() throws Exception {
        Map<String, String> files = dataset();
        files.put("Artikel.csv", "SKU;Cost;Shade\nP-1;1,5;red\nP-2;2,25;blue\n");
        files.remove("items.csv");
        String page = upload(Role.PLANNER, files, "From pages", "NOTHING");
        Document mapping = get(page);
        assertThat(mapping.select("h2").eachText()).contains("Artikel.csv");
        int number = number(mapping, "Artikel.csv");
        assertThat(selected(mapping, "target-" + number)).isEqualTo("items"); // by its columns
        Map<String, String> form = form(mapping);
        form.put("target-" + number, "");
        post(page + "/check", form);
        assertThat(get(page).select("select[name=column-" + number + "-item]")).isEmpty();
        form.put("target-" + number, "items");
        post(page + "/check", form); // not checked yet: which file it is was another before
        Document again = get(page);
        assertThat(selected(again, "column-" + number + "-item")).isEqualTo("SKU");
        assertThat(selected(again, "column-" + number + "-unit_cost")).isEqualTo("Cost");
        assertThat(again.text()).contains("Left aside, as nothing above takes them: Shade.");
        Map<String, String> chosen = form(again);
        chosen.put("column-" + number + "-unit_cost", "");
        post(page + "/check", chosen);
        Document missing = get(page);
        Element field = missing.selectFirst("select[name=column-" + number + "-unit_cost]");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(missing.getElementById(field.attr("aria-describedby")).text())
                .contains("Choose the column that has it");
        chosen.put("column-" + number + "-unit_cost", "Cost");
        post(page + "/check", chosen);
        Element mark = get(page).selectFirst("select[name=decimal-" + number + "]");
        assertThat(mark.attr("aria-invalid")).isEqualTo("true");
        assertThat(mark.select("option[selected]")).isEmpty(); // a semicolon does not tell
        chosen.put("decimal-" + number, "POINT");
        post(page + "/check", chosen);
        long id = id(page);
        assertThat(jobs.await(id).errors()).isEqualTo(2); // 1,5 and 2,25
        Document bad = get(page);
        assertThat(bad.text())
                .contains("2 errors", "1,5", "must be a number of 0 or more", "Artikel.csv", "Cost")
                .doesNotContain("Import Change");
        post(page + "/remap", Map.of());
        chosen.put("decimal-" + number, "COMMA");
        post(page + "/check", chosen);
        assertThat(jobs.await(id).errors()).isZero();
        Document good = get(page);
        assertThat(good.text()).contains("It can be imported", "Nothing is stored yet.");
        post(page + "/commit", Map.of());
        ImportJob job = jobs.await(id);
        assertThat(job.state()).isEqualTo(State.IMPORTED);
        assertThat(get(page).select("a[href=/datasets/" + job.dataset() + "]")).isNotEmpty();
        assertThat(get("/import").text()).contains("From pages", "Imported");
    }

    @Test
    void aFileIsTakenForNoneButThoseOfADataset() throws Exception {
        String page = upload(Role.PLANNER, dataset("elsewhere"), "Elsewhere", "NOTHING");
        int number = number(get(page), "items.csv");
        for (String elsewhere : new String[] {"../../../x", "/tmp/x", "items.csv"}) {
            Map<String, String> form = form(get(page));
            form.put("target-" + number, elsewhere);
            post(page + "/check", form);
            Document refused = get(page);
            assertThat(refused.select("[role=alert]").text())
                    .isEqualTo(elsewhere + " is no file of a dataset. Choose one that is listed.");
            assertThat(selected(refused, "target-" + number)).isEqualTo("items");
        }
        assertThat(jobs.get(id(page)).state()).isEqualTo(State.MAPPING);
    }

    @Test
    void theSameFilesAreRecognised() throws Exception {
        String first = upload(Role.PLANNER, dataset("twice"), "Once", "NOTHING");
        post(first + "/check", form(get(first)));
        jobs.await(id(first));
        post(first + "/commit", Map.of());
        long dataset = jobs.await(id(first)).dataset();
        String second = upload(Role.PLANNER, dataset("twice"), "Twice", "NOTHING");
        assertThat(get(second).text())
                .contains("These files are dataset " + dataset + ", imported by test-planner on ");
        post(second + "/check", form(get(second)));
        jobs.await(id(second));
        assertThat(get(second).text()).contains("Of these files there is a dataset already: dataset " + dataset + ".");
        post(second + "/discard", Map.of());
        assertThat(get(second).text()).contains("It was discarded");
    }

    @Test
    void problemsAreShownAndDownloadedHarmlessly() throws Exception {
        Map<String, String> files = dataset("hostile");
        files.put(
                "sales.csv",
                files.get("sales.csv") + "2026-11-05,<script>alert(1)</script>,LEEDS,1\n2026-11-05,=1+1,LEEDS,1\n");
        String page = upload(Role.PLANNER, files, "<b>Hostile</b>", "NOTHING");
        post(page + "/check", form(get(page)));
        jobs.await(id(page));
        Document shown = get(page);
        assertThat(shown.select("td").eachText()).contains("<script>alert(1)</script>", "=1+1");
        assertThat(shown.select("script:not([src]), h1 b")).isEmpty();
        Connection.Response csv = TestLogin.as(port, Role.AUDITOR).get(page + "/problems.csv");
        assertThat(csv.header("Content-Disposition")).contains("attachment");
        assertThat(csv.body()).contains("'=1+1").contains("sales.csv");
        assertThat(TestLogin.as(port, Role.AUDITOR).get(page + "/problems.xlsx").bodyAsBytes())
                .startsWith('P', 'K');
    }

    @Test
    void whatCannotBeReadIsToldOnThePage() throws Exception {
        HttpResponse<String> answer = send(Role.PLANNER, Map.of("items.csv", ""), "X", "NOTHING", true);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/import"));
        assertThat(get("/import").text()).contains("items.csv: is empty, but must have a header row.");
    }

    @Test
    void aWorkbookIsReadAsItIsStored() throws Exception {
        byte[] workbook;
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            var date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            String[] header = {"date", "item", "warehouse", "quantity", "unit_price"};
            for (int i = 0; i < header.length; i++) {
                (i == 0 ? sheet.createRow(0) : sheet.getRow(0)).createCell(i).setCellValue(header[i]);
            }
            var row = sheet.createRow(2); // the second is empty
            row.createCell(0).setCellValue(java.time.LocalDate.of(2026, 11, 3));
            row.getCell(0).setCellStyle(date);
            row.createCell(1).setCellValue("P-1");
            row.createCell(2).setCellValue("LEEDS");
            row.createCell(3).setCellValue(3);
            row.createCell(4).setCellValue(0.1 + 0.2);
            book.write(out);
            workbook = out.toByteArray();
        }
        Map<String, byte[]> files = bytes(dataset("workbook"));
        files.remove("sales.csv");
        files.put("sales.xlsx", workbook);
        String page = location(sendBytes(Role.PLANNER, files, "Workbook", "NOTHING", true));
        post(page + "/check", form(get(page)));
        assertThat(jobs.await(id(page)).errors()).as(get(page).text()).isZero();
        post(page + "/commit", Map.of());
        long dataset = jobs.await(id(page)).dataset();
        assertThat(jdbc.sql("""
            SELECT date::text || ' ' || item || ' ' || quantity || ' ' || unit_price FROM sales_row
            JOIN dataset_file USING (content_id) WHERE dataset_id = ?\
            """).param(dataset).query(String.class).list())
                .containsExactly("2026-11-03 P-1 3 0.30000000000000004");
    }

    @Test
    void onlyPlannersImportAndOnlyWithTheToken() throws Exception {
        for (Role role : Role.values()) {
            assertThat(send(role, dataset("role " + role), "X", "NOTHING", true).statusCode())
                    .as("%s", role)
                    .isEqualTo(role == Role.PLANNER ? 302 : 403);
        }
        assertThat(send(Role.PLANNER, dataset("no token"), "X", "NOTHING", false)
                        .statusCode())
                .isEqualTo(403);
        String page = upload(Role.PLANNER, dataset("seen"), "Seen", "NOTHING");
        assertThat(TestLogin.as(port, Role.AUDITOR).get(page).statusCode()).isEqualTo(200);
        assertThat(TestLogin.as(port, Role.AUDITOR).get(page).parse().select("main button"))
                .isEmpty();
        assertThat(TestLogin.as(port, Role.BUYER).get(page).statusCode()).isEqualTo(403);
        for (String step : new String[] {"map", "check", "commit", "cancel", "remap", "discard"}) {
            assertThat(TestLogin.as(port, Role.BUYER)
                            .post(page + "/" + step, Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(TestLogin.as(port, Role.PLANNER)
                            .postWithoutToken(page + "/" + step, Map.of())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(jobs.get(id(page)).state()).isEqualTo(State.MAPPING);
    }

    private static Map<String, String> dataset() {
        return dataset("");
    }

    /** @param mark tells its dataset from others */
    private static Map<String, String> dataset(String mark) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("items.csv", "item,unit_cost,description\nP-1,1.5," + mark + "\nP-2,2.25,\n");
        files.put("warehouses.csv", "warehouse\nLEEDS\n");
        files.put("suppliers.csv", "supplier,lead_time_days\nS1,14\n");
        files.put("item_suppliers.csv", "item,supplier\nP-1,S1\nP-2,S1\n");
        files.put("stock.csv", "item,warehouse,on_hand\nP-1,LEEDS,5\n");
        files.put("sales.csv", "date,item,warehouse,quantity\n2026-11-02,P-1,LEEDS,3\n");
        return files;
    }

    private String upload(Role role, Map<String, String> files, String name, String base) throws Exception {
        return location(send(role, files, name, base, true));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).contains("/import/");
        return location.substring(location.indexOf("/import/"));
    }

    private HttpResponse<String> send(Role role, Map<String, String> files, String name, String base, boolean token)
            throws Exception {
        return sendBytes(role, bytes(files), name, base, token);
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private HttpResponse<String> sendBytes(
            Role role, Map<String, byte[]> files, String name, String base, boolean token) throws Exception {
        TestLogin.Session session = TestLogin.as(port, role);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (token) {
            part(
                    body,
                    "name=\"_csrf\"",
                    session.get("/password")
                            .parse()
                            .select("input[name=_csrf]")
                            .val()
                            .getBytes(StandardCharsets.UTF_8));
        }
        part(body, "name=\"name\"", name.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"base\"", base.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            part(body, "name=\"files\"; filename=\"" + file.getKey() + "\"\r\nContent-Type: text/csv", file.getValue());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/import"))
                        .header("Cookie", session.cookieHeader())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, String what, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Document get(String path) throws IOException {
        Connection.Response answer = TestLogin.as(port, Role.PLANNER).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.parse();
    }

    private void post(String path, Map<String, String> form) {
        assertThat(TestLogin.as(port, Role.PLANNER).post(path, form).statusCode())
                .as(path)
                .isEqualTo(302);
    }

    private static int number(Document page, String file) {
        String id = page.select("h2").stream()
                .filter(h2 -> h2.text().equals(file))
                .findFirst()
                .orElseThrow()
                .id();
        return Integer.parseInt(id.substring("file-".length()));
    }

    private static Map<String, String> form(Document page) {
        Map<String, String> form = new HashMap<>();
        page.select("main select")
                .forEach(select -> form.put(select.attr("name"), selected(page, select.attr("name"))));
        return form;
    }

    private static String selected(Document page, String name) {
        Element chosen = page.selectFirst("select[name=" + name + "] option[selected]");
        return chosen == null
                ? page.selectFirst("select[name=" + name + "] option").val()
                : chosen.val();
    }

    private static long id(String page) {
        return Long.parseLong(page.substring("/import/".length()));
    }
}
