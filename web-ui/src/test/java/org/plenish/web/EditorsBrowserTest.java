package org.plenish.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A planner in Chromium who sets policy values and changes forecasts. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class EditorsBrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    private Visit visit;
    private Page page;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
    }

    @Test
    void aPlannerSetsASafetyStockAfterSeeingWhatItDoes() throws Exception {
        page = visit.open(Role.PLANNER, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/overrides/edit?item=ART-1021&warehouse=LEEDS"));
        page.getByLabel("Set Safety stock (units) to").fill("a lot");
        page.getByRole(AriaRole.BUTTON, named("See what it does")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("a lot: units must be a whole number");
        page.getByLabel("Set Safety stock (units) to").fill("60");
        page.getByRole(AriaRole.BUTTON, named("See what it does")).click();
        assertThat(page.locator(".override-effect svg")).isVisible();
        assertThat(page.locator(".override-effect")).containsText("Average stock (units)");
        visit.isForEverybody("override-effect");
        page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill("The supplier moves house");
        page.getByRole(AriaRole.BUTTON, named("Keep it")).click();
        assertThat(page.getByText("One value is changed.")).isVisible();
        page.getByRole(AriaRole.LINK, named("Overrides")).first().click();
        assertThat(page.locator("#override-list")).containsText("The supplier moves house");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1024, 390}) {
                page = visit.open(Role.PLANNER, width, scheme);
                visit.isForEverybody("override", "/overrides/edit?item=ART-1021&warehouse=LEEDS");
                visit.isForEverybody("overrides", "/overrides");
            }
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End Safety stock of"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("is left to the rules again");
    }

    @Test
    void aPlannerTypesOverAForecast() throws Exception {
        page = visit.open(Role.PLANNER, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/"));
        page.getByRole(AriaRole.LINK, named("Forecast editor")).click();
        page.getByLabel("Category").selectOption("candle");
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        assertThat(page.locator("figure svg").first()).isVisible();
        page.getByLabel("Forecast from 2026-11-30: units, +units or +percent").fill("2000");
        page.getByLabel("Amount", new Page.GetByLabelOptions().setExact(true)).fill("+10%");
        page.getByRole(AriaRole.BUTTON, named("See what it does")).click();
        assertThat(page.getByText("How the changed buckets are spread down (units)")
                        .first())
                .isVisible();
        visit.isForEverybody("forecast-effect");
        page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("Candles are in fashion");
        page.getByRole(AriaRole.BUTTON, named("Keep it")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The next plan takes it up");
        assertThat(page.locator("section[aria-labelledby=changes-title]")).containsText("Candles are in fashion");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1024, 390}) {
                page = visit.open(Role.PLANNER, width, scheme);
                visit.isForEverybody("forecast", "/forecast?category=candle");
                visit.isForEverybody("forecast-changes", "/forecast/changes");
            }
        }
        while (page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Candles are in fashion"))
                        .count()
                > 0) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Candles are in fashion"))
                    .first()
                    .click();
            page.waitForLoadState();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
