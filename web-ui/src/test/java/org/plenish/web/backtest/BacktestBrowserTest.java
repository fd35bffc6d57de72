package org.plenish.web.backtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An analyst in Chromium on the pages of backtests. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnBacktests
@ExtendWith(InChromium.class)
class BacktestBrowserTest {

    private static final int[] WIDTHS = {1400, 420};

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    BacktestsAtHand backtests;

    private Page page;

    @Test
    void anAnalystTriesAChangedBookAndEveryScreenShowsWhatItWouldHaveDone(Visit visit) throws Exception {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        backtests.store("Seen in the browser");
        page = visit.open(Role.ANALYST, 1400, ColorScheme.LIGHT);
        page.navigate(visit.address("/plan"));
        page.getByRole(AriaRole.LINK, named("Backtests")).click();
        fill("More service, and a name that is rather long, for the spring of 2027");
        send(
                "service-targets.csv",
                BacktestsAtHand.standing("service-targets.csv").replace(",A,0.98,", ",A,1.2,"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("has errors");
        assertThat(page.locator("#found")).containsText("service-targets.csv line 11");
        visit.forgive(complaint -> complaint.contains("422"));
        visit.isForEverybody("backtest-refused");

        send("service-targets.csv", new String(BacktestsAtHand.moreService(), StandardCharsets.UTF_8));
        assertThat(page.locator("#verdict"))
                .containsText(
                        "the changed rule book would have",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
        assertThat(page.locator(".chart svg")).hasCount(3);
        String report = page.url();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                page = visit.open(Role.ANALYST, width, scheme);
                page.navigate(visit.address("/backtests"));
                visit.isForEverybody("backtests");
                page.navigate(report);
                visit.isForEverybody("backtest");
            }
        }
    }

    private void fill(String name) {
        page.getByLabel("History of").selectOption(new String[] {"Seen in the browser"});
        page.getByLabel("First day").fill(BacktestsAtHand.FROM.toString());
        page.getByLabel("Name").fill(name);
    }

    private void send(String file, String content) {
        page.getByLabel("Files of a changed rule book")
                .setInputFiles(new FilePayload(file, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, named("Start the backtest")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
