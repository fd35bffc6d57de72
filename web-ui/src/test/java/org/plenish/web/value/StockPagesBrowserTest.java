package org.plenish.web.value;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.plenish.web.supplier.PastDeliveries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An analyst in Chromium on the pages of warehouses, suppliers and value. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class StockPagesBrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private Visit visit;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
        long run = currentPlan.find().orElseThrow().runId();
        PastPoints.keep(jdbc, run);
        PastDeliveries.book(jdbc, run);
    }

    @AfterEach
    void forget() {
        PastPoints.forget(jdbc);
        PastDeliveries.forget(jdbc);
    }

    @Test
    void anAnalystFindsTheWayFromTheMenuToEachOfThem() {
        Page page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/"));
        page.getByRole(AriaRole.LINK, named("Warehouses")).click();
        page.getByRole(AriaRole.LINK, named("Leeds central LEEDS")).click();
        assertThat(page.locator("#space svg").first()).isVisible();
        page.getByRole(AriaRole.LINK, named("What if it had a tenth more space?"))
                .click();
        // The fixture's dataset cannot be read anew, so what the form holds is for ScenarioBrowserTest.
        assertThat(page).hasURL(Pattern.compile(".*/scenarios/new\\?kind=space&.*warehouses=LEEDS&factor=1\\.1"));
        page.getByRole(AriaRole.LINK, named("Suppliers")).click();
        page.getByRole(AriaRole.LINK, named("Nordlicht Textil S02")).click();
        assertThat(page.getByText("50.0% (2 of 4)")).isVisible();
        page.getByRole(AriaRole.LINK, named("Value")).click();
        page.getByLabel("Compared with").selectOption("-2");
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("2026-11-09"))).isVisible();
        page.getByRole(AriaRole.LINK, named("Leeds central")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Stock by category"))).isVisible();
    }

    /** With what EveryPageTest does not find on them: plans of the past, and deliveries. */
    @Test
    void theyAreForEverybodyWithHistoryToo() throws Exception {
        visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        visit.fits("warehouse", "/warehouses?warehouse=LEEDS");
        visit.fits("supplier", "/suppliers?supplier=S02");
        visit.fits("value", "/value");
        visit.open(Role.PLANNER, 390, ColorScheme.DARK);
        visit.fits("warehouses", "/warehouses");
        visit.fits("suppliers", "/suppliers");
        visit.isForEverybody("supplier", "/suppliers?supplier=S02");
        visit.isForEverybody("value", "/value");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
