package org.plenish.web.rulebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.Visit;
import org.plenish.web.dataset.DatasetsAtHand;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An analyst in Chromium on the pages of the rule book. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class RuleBookBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    private Visit visit;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
    }

    @Test
    void anAnalystFindsARuleBeginsADraftAndSeesWhatItWouldChange() throws Exception {
        new DatasetsAtHand(jdbc, batches).store("Looked at in the browser");
        Page page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/rule-book"));
        page.getByRole(AriaRole.SEARCHBOX).fill("A and regular");
        page.getByRole(AriaRole.BUTTON, named("Find")).click();
        page.getByRole(AriaRole.LINK, named("SVC-040")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("What it decides in the current plan")))
                .isVisible();
        page.navigate(visit.address("/rule-book"));
        page.getByRole(AriaRole.LINK, named("New draft")).click();
        page.getByLabel("Draft").fill("More service for class C, in the browser");
        page.getByRole(AriaRole.BUTTON, named("Begin the draft")).click();
        long draft = Long.parseLong(page.url().replaceAll(".*/", ""));
        RuleDrafts drafts = new RuleDrafts(jdbc, TestLogin.as(port, Role.ANALYST));
        String changed = drafts.text(draft, "service-targets.csv")
                .replace(",C,0.92,", ",C,0.99,")
                .replace(",C,0.80,", ",C,0.95,");
        page.getByLabel("Files, or a zip of the folder")
                .setInputFiles(
                        new FilePayload("service-targets.csv", "text/csv", changed.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, named("Upload")).click();
        page.getByRole(AriaRole.BUTTON, named("Work out the impact")).click();
        assertThat(page.getByRole(AriaRole.LINK, named("All figures and lines")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(180_000));
        assertThat(page.locator("#tests"))
                .containsText("none fails", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        String impact =
                page.getByRole(AriaRole.LINK, named("All figures and lines")).getAttribute("href");
        look(draft, impact);
        judge(draft);
    }

    /** EveryPageTest looks at the others. */
    private void look(long draft, String impact) throws IOException {
        Page page = visit.openForLooking(Role.ANALYST);
        visit.isForEverybodyInAnyWindow("draft", "/rule-book/drafts/" + draft);
        visit.isForEverybodyInAnyWindow("draft-changes", "/rule-book/drafts/" + draft + "/changes");
        visit.isForEverybodyInAnyWindow("rule-compare", "/rule-book/compare");
        visit.isForEverybodyInAnyWindow("impact", impact);
        // Of EveryPageTest's the rule is a row of a table; this one is a text.
        visit.isForEverybody("rule-text", "/rule-book/rules?id=ABC-010");
        page.navigate(visit.address("/rule-book/drafts/" + draft));
        page.getByRole(AriaRole.BUTTON, named("Submit")).click();
        assertThat(page.getByText("You have worked on it")).isVisible();
    }

    /** As the other person, who judges it. */
    private void judge(long draft) throws IOException {
        Page page = visit.openForLooking(Role.PLANNER);
        visit.isForEverybody("draft-submitted", "/rule-book/drafts/" + draft);
        page.getByLabel("Reason").fill("Not before the stocktaking");
        page.getByRole(AriaRole.BUTTON, named("Send back")).click();
        assertThat(page.getByText("sent it back: Not before the stocktaking")).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
