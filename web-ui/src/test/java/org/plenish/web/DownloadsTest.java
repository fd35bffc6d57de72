package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class DownloadsTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/purchase-orders",
                "/purchase-orders/PO-0001",
                "/transfers",
                "/transfers/TR-0001",
                "/items?abc=A&sort=VALUE",
                "/exceptions",
                "/exceptions?kind=EXCESS",
                "/forecast-accuracy"
            })
    void everyTableOffersItselfAsAFileInBothFormats(String page) throws Exception {
        List<String> links = TestLogin.as(port, Role.AUDITOR)
                .get(page)
                .parse()
                .select("a[download]")
                .eachAttr("href");
        assertThat(links).anyMatch(link -> link.contains(".csv")).anyMatch(link -> link.contains(".xlsx"));
        for (String link : links) {
            HttpResponse<byte[]> file = get(link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .as(link)
                    .startsWith("attachment; filename=\"");
            assertThat(file.headers().firstValue("Cache-Control")).as(link).contains("no-store");
            assertThat(file.body().length).as(link).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/purchase-orders.csv, orders WHERE kind = 'PURCHASE' AND state = 'PROPOSED' AND plan_run",
        "/transfers.csv, orders WHERE kind = 'TRANSFER' AND state = 'PROPOSED' AND plan_run",
        "/items.csv, sku_location WHERE run_id",
        "/exceptions.csv, plan_exception WHERE run_id"
    })
    void aFileHoldsEveryRowThatIsStored(String path, String rows) throws Exception {
        String state = path.startsWith("/items") || path.startsWith("/exceptions") ? "" : "?state=PROPOSED";
        int stored = jdbc.sql("SELECT count(*) FROM " + rows + " = ?")
                .param(currentPlan.find().orElseThrow().runId())
                .query(Integer.class)
                .single();
        assertThat(csv(path + state)).hasSize(1 + stored);
    }

    @Test
    void aListIsFilteredAndSortedAsItsPageIs() throws Exception {
        List<String> lines = csv("/items.csv?abc=A&sort=ITEM&reverse=true");
        assertThat(lines).hasSize(1 + 48); // a third of 144
        assertThat(lines.get(0))
                .startsWith("\uFEFFitem,warehouse,description,abc,")
                .contains(",forecast_a_week,");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.contains(",A,"))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void anOrdersLinesAreThoseOfItsPage() throws Exception {
        List<String> lines = csv("/purchase-orders/PO-0001/lines.csv");
        assertThat(lines.get(0))
                .isEqualTo("\uFEFForder,supplier,warehouse,order_date,due_date,line,item,description,"
                        + "quantity,uom,order_multiple,unit_cost,line_value,currency,pinned,received,reason");
        assertThat(lines.get(1)).startsWith("PO-0001,S01,").contains(",GBP,");
    }

    @Test
    void anOrderOffersItselfInEveryFormatItsSupplierMayWant() throws Exception {
        setState("APPROVED");
        try {
            List<String> links = documents();
            assertThat(links)
                    .extracting(link -> link.substring(link.lastIndexOf('/') + 1))
                    .containsExactly("pdf", "csv", "xlsx", "ubl", "x12", "edifact");
            assertThat(csv(links.get(3)).get(0))
                    .contains("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"");
            assertThat(csv(links.get(4)).get(0)).startsWith("ISA*00*").contains("*P*>~");
            assertThat(csv(links.get(5)).get(0)).startsWith("UNA:+.? 'UNB+UNOC:3+PLENISH+S01+");
        } finally {
            setState("PROPOSED");
        }
    }

    @Test
    void aProposalOffersItselfInNoFormatThatAProgramWouldTakeForAnOrder() throws Exception {
        List<String> links = documents();
        assertThat(links)
                .extracting(link -> link.substring(link.lastIndexOf('/') + 1))
                .containsExactly("pdf", "csv", "xlsx");
        assertThat(new String(get(links.get(0)).body(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(csv(links.get(1)).get(1)).startsWith("PO-0001,1,proposed,").doesNotContain("runs out");
        assertThat(get("/purchase-orders/PO-0001/document/ubl").statusCode()).isEqualTo(422);
        assertThat(String.join("", csv("/purchase-orders/PO-0001/document/x12")))
                .contains("Order PO-0001 must be approved before it can be had as x12, but is proposed.");
    }

    @Test
    void aNameThatWouldBeAFormulaIsOneInNoFile() throws Exception {
        jdbc.sql("UPDATE item_list SET description = '=HYPERLINK(\"http://x\")' WHERE item = 'ART-1002'")
                .update();
        assertThat(csv("/items.csv?q=ART-1002")).anyMatch(line -> line.contains(",\"'=HYPERLINK(\"\"http://x\"\")\","));
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(get("/items.xlsx?q=ART-1002").body()))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("=HYPERLINK(\"http://x\")");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/purchase-orders.pdf, 404",
        "/purchase-orders/PO-9999/lines.csv, 404",
        "/purchase-orders/PO-9999/document/pdf, 404",
        "/purchase-orders/PO-0001/document/doc, 404",
        "/transfers/TR-9999/lines.xlsx, 404",
        "/items.csv?abc=D, 400",
        "/purchase-orders.csv?when=never, 400"
    })
    void saysSoWhereThereIsNothingToDownload(String path, int status) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    /** Where the order's page offers it. */
    private List<String> documents() throws Exception {
        return TestLogin.as(port, Role.BUYER)
                .get("/purchase-orders/PO-0001")
                .parse()
                .select(".menu-button a")
                .eachAttr("href");
    }

    private void setState(String state) {
        jdbc.sql("UPDATE orders SET state = ? WHERE number = 'PO-0001'")
                .param(state)
                .update();
    }

    /** Without quoted line breaks, which the fixture's tables have not. */
    private List<String> csv(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8).lines().toList();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header(
                                        "Cookie",
                                        TestLogin.as(port, Role.AUDITOR).cookieHeader())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
