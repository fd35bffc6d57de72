package org.plenish.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.plenish.web.rulebook.RuleDrafts.refused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files come into a draft and out of it as they are; what is hostile is refused, recorded and never run. */
@OnFixturePlan
class RuleBookFilesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Drafts drafts;

    private TestLogin.Session analyst;
    private RuleDrafts at;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        analyst = TestLogin.as(port, Role.ANALYST);
        at = new RuleDrafts(jdbc, analyst);
    }

    @Test
    void twoPeopleAtOnceAreToldAndBadFilesAreRefusedAndRecorded() throws Exception {
        long draft = at.begin("Attacked");
        Actor rosa = new Actor("rosa", Set.of(Role.ANALYST), "test");
        int version = at.version(draft);
        assertThat(drafts.saveFile(rosa, draft, version, "review.csv", "a\r\nb"))
                .isEqualTo(version + 1);
        assertThat(at.text(draft, "review.csv")).isEqualTo("a\nb");
        assertThat(catchThrowable(() -> drafts.saveFile(rosa, draft, version, "review.csv", "c")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("rulebook.refused.version");
        assertThat(drafts.get(draft).authors()).containsExactly("rosa", "test-analyst");
        assertThat(drafts.deleteFile(rosa, draft, version + 1, "review.csv")).isEqualTo(version + 2);

        for (String name :
                List.of("../../x.csv", "a\\..\\b.csv", "CON.csv", "x.exe", "/etc/x.csv", "tests.yaml", "a\nb.csv")) {
            assertThat(catchThrowable(() -> drafts.saveFile(rosa, draft, version + 2, name, "x")))
                    .as(name)
                    .hasMessage("rulebook.refused.fileName");
        }
        refused(at.post(analyst, draft, "new-file", "name", "../../x.csv"), 400, "“../../x.csv” is no name");
        assertThat(at.lastDenied("new file")).contains("../../x.csv");
        refused(at.upload(draft, "large.csv", new byte[10_000_000]), 400, "at most 1,000,000 bytes");
        assertThat(at.lastDenied("upload")).contains("large.csv");
        assertThat(drafts.get(draft).files()).doesNotContainKey("large.csv");
    }

    @Test
    void codeInRulesAndTablesIsRefusedWithItsLineAndNeverRun() throws Exception {
        long draft = at.begin("Hostile");
        String drl = """
                rule "EVL-010 \\u0052untime"
                    @explain("x")
                when
                    SkuLocationProfile( demand.annualUnits >= 0 )
                then
                    while (true) { java.lang.\\u0052untime.getRuntime().exec("id"); }
                end
                """;
        String table = """
                match,first
                rule,then serviceTarget,explain
                EVL-020 x,"0.9); System.exit(0); conclude.serviceTarget(0.9",y
                """;
        at.change(draft, "evil.drl", drl.getBytes(StandardCharsets.UTF_8));
        // The same in plain letters, so that it is the loop that is refused.
        String loop = drl.replace("\\u0052", "R").replace("EVL-010", "EVL-011");
        at.change(draft, "loop.drl", loop.getBytes(StandardCharsets.UTF_8));
        at.change(draft, "evil.csv", table.getBytes(StandardCharsets.UTF_8));
        at.awaitCheck(draft);
        List<String> errors = at.page(draft).select("#check .findings li").eachText();
        assertThat(errors).anyMatch(error -> error.matches("evil\\.drl line [16].*"));
        assertThat(errors).anyMatch(error -> error.startsWith("loop.drl line 6"));
        assertThat(errors).anyMatch(error -> error.startsWith("evil.csv line 3, column 2"));
        refused(at.post(analyst, draft, "submit"), 409, "errors");
        refused(at.post(analyst, draft, "impact"), 409, "no plan can be made by it");
        assertThat(jdbc.sql("""
                        SELECT after FROM audit_entry
                        WHERE subject_kind = 'rule draft' AND subject = :draft AND action = 'check'
                        ORDER BY number DESC LIMIT 1""")
                        .param("draft", String.valueOf(draft))
                        .query(String.class)
                        .single())
                .contains("evil.drl line", "evil.csv line 3");
        assertThat(at.post(analyst, draft, "discard", "reason", "Only a test").statusCode())
                .isEqualTo(302);
        assertThat(at.state(draft)).isEqualTo("DISCARDED");
    }

    @Test
    void aFolderGoesOutAndComesBackTheSame() throws Exception {
        long draft = at.begin("Out and back");
        byte[] zip = analyst.get("/rule-book/drafts/" + draft + "/files.zip").bodyAsBytes();
        SortedMap<String, String> unpacked = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpacked.put(
                        entry.getName().replace("rule-book-draft-" + draft + "/", ""),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(unpacked).isEqualTo(drafts.get(draft).files());
        int version = at.version(draft);
        at.change(draft, "book.zip", zip);
        assertThat(at.version(draft)).isEqualTo(version);

        // File by file too: of a book of many files the form still arrives, and is refused for its version only.
        Map<String, byte[]> many = IntStream.range(0, 60)
                .boxed()
                .collect(Collectors.toMap(number -> "extra-" + number + ".csv", number -> new byte[] {'x'}));
        refused(
                analyst.postFiles(
                        "/rule-book/uploads",
                        Map.of("draft", String.valueOf(draft), "version", String.valueOf(version + 1)),
                        "files",
                        many),
                409,
                "changed");
    }
}
