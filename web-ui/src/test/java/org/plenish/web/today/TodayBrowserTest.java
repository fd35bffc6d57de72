package org.plenish.web.today;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

@OnFixturePlan
@ExtendWith(InChromium.class)
class TodayBrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void aBuyerWorksThroughTheDay(Visit visit) throws Exception {
        Page page = visit.open(Role.BUYER, 1440, ColorScheme.LIGHT);
        visit.isForEverybody("today", "/");
        assertThat(page.locator(".chart svg").first()).isVisible();
        Locator first = page.locator("#panel-excess .alert-row").first();
        String name = first.locator(".alert-title a").innerText();
        int toDo = Integer.parseInt(page.locator("#to-do").innerText());
        first.locator("summary").click();
        first.getByLabel("Why, or what was done").fill("It sells in spring");
        visit.isForEverybody("today-snoozing");
        first.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Snooze").setExact(true))
                .click();
        assertThat(page.locator("#to-do")).hasText(String.valueOf(toDo - 1));
        page.locator("#panel-excess").getByText("1 snoozed").click();
        assertThat(page.locator(".alert-row")).containsText("It sells in spring");
        visit.isForEverybody("alerts-aside");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back: " + name))
                .click();
        visit.isForEverybody("alerts", "/alerts?panel=SOON_OUT");

        visit.open(Role.APPROVER, 1024, ColorScheme.DARK);
        visit.isForEverybody("today", "/");
        visit.fits("alerts", "/alerts?panel=EXCESS");
        visit.open(Role.BUYER, 390, ColorScheme.LIGHT);
        visit.isForEverybody("today", "/");
        visit.fits("alerts", "/alerts?panel=SOON_OUT");
    }
}
