package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.plenish.web.run.PlanInputs;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnFixturePlan
class AuditPagesTest {

    private static final String HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script>";

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void showsTheHeadForSafeKeeping() throws Exception {
        append("rosa", "PO-0001", "approve", null, Map.of("state", "APPROVED"), "");
        String head = jdbc.sql("SELECT hash FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(get("/audit")
                        .parse()
                        .select("section[aria-labelledby=head-title]")
                        .text())
                .contains(head)
                .contains("plenish verify-audit --head HASH");
    }

    @Test
    void filtersByPersonKindSubjectActionDayAndText() throws Exception {
        append("rosa", "PO-0101", "edit", Map.of("units", 5), Map.of("units", 81_723), "rounded 50%_up");
        append("otto", "PO-0102", "submit", null, null, "");
        for (String filter : List.of(
                "person=rosa&subject=PO-0101",
                "subject=PO-0101&kind=order",
                "subject=PO-0101&action=edit",
                "q=81723",
                "q=50%25_up",
                "subject=PO-0101&from=2026-01-01",
                "subject=PO-0101&to=2999-12-31",
                "subject=PO-0101%00&from=-9999-01-01&to=%2B999999999-12-31")) {
            assertThat(rows("/audit?" + filter))
                    .as(filter)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("PO-0101");
        }
        for (String filter : List.of(
                "person=otto&subject=PO-0101",
                "subject=PO-0101&kind=account",
                "subject=PO-0101&action=submit",
                "subject=PO-0101&from=2999-01-01",
                "subject=PO-0101&to=2001-01-01",
                "q=50%25up")) {
            assertThat(rows("/audit?" + filter)).as(filter).isEmpty();
        }
        assertThat(get("/audit?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/audit?before=x").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesForwardAndBackMeetEveryEntryOnce() throws Exception {
        for (int i = 0; i < 230; i++) {
            append("rosa", "PO-0200", "comment " + i, null, null, "paging");
        }
        List<String> seen = new ArrayList<>();
        String path = "/audit?subject=PO-0200&person=rosa";
        List<String> pages = new ArrayList<>();
        while (!path.isEmpty()) {
            pages.add(path);
            Document page = get(path).parse();
            seen.addAll(page.select("tbody th").eachText());
            path = page.select("a[rel=next]").attr("href");
        }
        assertThat(pages).hasSize(3);
        assertThat(seen).hasSize(230).doesNotHaveDuplicates();
        String newer = get(pages.get(2)).parse().select("a[rel=prev]").attr("href");
        assertThat(newer).contains("subject=PO-0200").contains("person=rosa");
        assertThat(rows(newer)).isEqualTo(rows(pages.get(1)));
    }

    @Test
    void showsWhatDiffersBetweenBeforeAndAfter() throws Exception {
        append(
                "rosa",
                "PO-0300",
                "edit",
                Map.of("state", "PROPOSED", "lines", List.of(Map.of("item", "A", "units", 5), Map.of("item", "B"))),
                Map.of("state", "EDITED", "lines", List.of(Map.of("item", "A", "units", 8))),
                HOSTILE);
        Document list = get("/audit?subject=PO-0300").parse();
        String link = list.select("tbody th a").attr("href");
        Connection.Response answer = get(link);
        assertThat(answer.body()).doesNotContain("<script>alert");
        Document page = answer.parse();
        assertThat(page.select(".table-changes tbody tr").eachText())
                .containsExactly("lines[1].units 5 8", "lines[2].item B not there", "state PROPOSED EDITED");
        assertThat(page.select("h1").text()).isEqualTo("order PO-0300: edit");
        assertThat(page.text())
                .contains(HOSTILE)
                .contains("rosa")
                .contains("192.0.2.7")
                .contains("APPROVER, BUYER");
    }

    @Test
    void writesTheFilteredEntriesAsAFileWithoutFormulas() throws Exception {
        append("rosa", "PO-0400", "edit", Map.of("units", 5), null, HOSTILE + "\n\"quoted\"");
        append("rosa", "PO-0401", "edit", null, null, "'quoted");
        String csv = get("/audit.csv?subject=PO-0400").body();
        assertThat(csv)
                .startsWith("\uFEFFnumber,form,at,user_name,roles,")
                .contains(",PO-0400,edit,\"{\"\"units\"\":5}\",,\"'=cmd|' /C calc'!A0 <script>alert(1)</script>\n"
                        + "\"\"quoted\"\"\",")
                .doesNotContain("PO-0401");
        assertThat(get("/audit.csv?subject=PO-0401").body()).contains(",'quoted,");
        assertThat(get("/audit.csv").header("Content-Disposition")).contains("attachment");
    }

    @Test
    void writesTheFilteredEntriesForProgramsAndSpreadsheetsToo() throws Exception {
        append("rosa", "PO-0410", "edit", Map.of("units", 5), null, HOSTILE + "\n\"quoted\"");
        append("rosa", "PO-0410", "approve", null, null, "");
        append("rosa", "PO-0411", "edit", null, null, "");
        Connection.Response lines = get("/audit.jsonl?subject=PO-0410");
        assertThat(lines.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit.jsonl\"");
        List<JsonNode> entries =
                lines.body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(entries).extracting(entry -> entry.get("action").asString()).containsExactly("approve", "edit");
        assertThat(entries.get(1).get("reason").asString()).isEqualTo(HOSTILE + "\n\"quoted\"");
        assertThat(entries.get(1).get("before").asString())
                .as("as it was hashed")
                .isEqualTo("{\"units\":5}");
        assertThat(entries.get(1).get("after").isNull()).isTrue();
        assertThat(entries.get(0).get("previous_hash")).isEqualTo(entries.get(1).get("hash"));

        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(get("/audit.xlsx?subject=PO-0410").bodyAsBytes()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(11).getStringCellValue())
                    .startsWith(HOSTILE);
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(11).getCellType())
                    .isEqualTo(CellType.STRING);
        }
        assertThat(get("/audit.pdf").statusCode()).isEqualTo(404);
        assertThat(TestLogin.as(port, Role.BUYER).get("/audit.jsonl").statusCode())
                .isEqualTo(403);
        assertThat(get("/audit?subject=PO-0410").parse().select("a[download]").eachAttr("href"))
                .containsExactly(
                        "/audit.csv?subject=PO-0410", "/audit.xlsx?subject=PO-0410", "/audit.jsonl?subject=PO-0410");
    }

    /** By the program that {@code docs/audit.md} gives to auditors. */
    @Test
    void anExportCanBeCheckedWithoutPlenish() throws Exception {
        String document = Files.readString(Path.of(System.getProperty("plenish.root"), "docs", "audit.md"));
        Path program = Files.writeString(
                folder.resolve("check.py"),
                document.substring(document.indexOf("import csv"), document.lastIndexOf("```")));
        append("rosa", "PO-0450", "edit", Map.of("units", 5), Map.of("name", "Größe 8½"), HOSTILE + "\r\n\"quoted\"");
        append("rosa", "PO-0450", "edit", null, null, "'quoted");
        String csv = get("/audit.csv").body();
        String head = jdbc.sql(
                        "SELECT number || ' entries, head ' || hash FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(String.class)
                .single();

        assertThat(python(program, csv)).isEqualTo(head);
        assertThat(python(program, csv.replace("Größe 8½", "Größe 9")))
                .matches("Entry \\d+ is not as it was written\\.");
    }

    private String python(Path program, String csv) throws Exception {
        Path export = Files.writeString(folder.resolve("audit.csv"), csv);
        Process checking;
        try {
            checking = new ProcessBuilder("python3", program.toString(), export.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("Skipped: no python3 on this machine.", e);
        }
        return new String(checking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void tellsWhoApprovedAnOrderKnowingWhat() throws Exception {
        PlanInputs inputs = PlanFixture.planned().inputs();
        append("olga", "PO-0002", "edit", Map.of("units", 5), Map.of("units", 6), "rounded up");
        append("rosa", "PO-0002", "approve", null, Map.of("state", "APPROVED"), "");
        Document story = get("/audit/orders/PO-0002").parse();
        assertThat(story.select("section[aria-labelledby=approvals-title] li").eachText())
                .filteredOn(approval -> approval.startsWith("rosa (APPROVER, BUYER) from 192.0.2.7, on "))
                .singleElement()
                .asString()
                .endsWith("when the plan of run "
                        + currentPlan.find().orElseThrow().runId() + " was shown");
        assertThat(get("/audit/runs/" + currentPlan.find().orElseThrow().runId())
                        .parse()
                        .text())
                .contains(inputs.dataset().fingerprint())
                .contains(inputs.rules().fingerprint());
        assertThat(story.select(".table-audit tbody td:nth-child(5)").eachText())
                .containsSubsequence("edit", "approve");
        assertThat(story.select("section[aria-labelledby=run-title]").text())
                .contains("Dataset Hand-made, 2026-11-23")
                .contains(inputs.dataset().fingerprint())
                .contains(inputs.dataset().sha256ByName().get("items.csv"))
                .contains(inputs.rules().fingerprint())
                .contains(inputs.rules().sha256ByName().get("stop-buy.drl"))
                .contains("Settings: optimizer.moves ")
                .contains("Settings: optimizer.seed 1");
    }

    @Test
    void anOrderThatNobodyTouchedTellsTheRunThatProposedIt() throws Exception {
        Document story = get("/audit/orders/TR-0001").parse();
        assertThat(story.text())
                .contains("Nobody has approved it.")
                .contains("nobody has touched it since it was proposed")
                .contains("Dataset Hand-made");
    }

    @Test
    void everyPageIsWholeAndSaysWhatIsNotThere() throws Exception {
        append("rosa", "PO-0500", "edit", "one", "two", "");
        for (String path : List.of("/audit", "/audit?q=nothing+fits+this", "/audit/1", "/audit/orders/PO-0500")) {
            Document page = get(path).parse();
            assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("table th:not([scope])")).as(path).isEmpty();
            assertThat(page.text()).as(path).doesNotContain("??");
            for (String link : page.select("main a[href^=/]").eachAttr("href")) {
                assertThat(get(link).statusCode()).as(link).isEqualTo(200);
            }
        }
        assertThat(get("/audit/999999999").statusCode()).isEqualTo(404);
        assertThat(get("/audit/orders/PO-77777").parse().text())
                .contains("Neither the audit log nor any plan has an order PO-77777.");
        assertThat(get("/audit/runs/9999").parse().text()).contains("No plan of a run 9999 is kept.");
        assertThat(get("/audit/first").statusCode()).isEqualTo(400);
    }

    private List<String> rows(String path) throws Exception {
        Connection.Response answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.parse().select(".table-audit tbody tr").eachText();
    }

    private void append(String person, String order, String action, Object before, Object after, String reason) {
        Actor actor = new Actor(person, Set.of(Role.BUYER, Role.APPROVER), "192.0.2.7");
        transaction.executeWithoutResult(
                status -> trail.append(new AuditEntry(actor, "order", order, action, before, after, reason)));
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
