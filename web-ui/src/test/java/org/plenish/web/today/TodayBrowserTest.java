package org.plenish.web.today;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
@ExtendWith(InChromium.class)
class TodayBrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private AlertsAtHand alerts;
    private AlertsAtHand.Place surplus;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        alerts = new AlertsAtHand(jdbc, currentPlan.find().orElseThrow().runId());
        jdbc.sql("DELETE FROM alert_mark").update();
        surplus = alerts.place(Panel.SURPLUS_ORDER, 1);
    }

    @AfterEach
    void leave() {
        alerts.leave(surplus);
    }

    @Test
    void aBuyerWorksThroughTheDay(Visit visit) throws Exception {
        Page page = visit.open(Role.BUYER, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/"));
        assertThat(page.locator(".chart svg").first()).isVisible();
        Locator first = page.locator("#panel-excess .alert-row").first();
        String name = first.locator(".alert-title a").innerText();
        int toDo = Integer.parseInt(page.locator("#to-do").innerText());
        first.getByText("Snooze or done").click();
        first.getByLabel("Why, or what was done").fill("It sells in spring");
        visit.isForEverybody("today-snoozing");
        first.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Snooze").setExact(true))
                .click();
        assertThat(page.locator("#to-do")).hasText(String.valueOf(toDo - 1));
        page.locator("#panel-excess").getByText("1 snoozed").click();
        assertThat(page.locator(".alert-row")).containsText("It sells in spring");
        visit.fits("alerts-aside");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back: " + name))
                .click();
        assertThat(page.locator(".alert-row").first()).not().containsText("It sells in spring");
    }

    @Test
    void aPlannerDecidesWhereTheAlertsStand(Visit visit) throws Exception {
        Page page = visit.open(Role.PLANNER, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/"));
        int toDo = Integer.parseInt(page.locator("#to-do").innerText());
        Locator surplus = page.locator("#panel-surplus-order-1");
        surplus.locator("form[action='/alerts/decide'] button").click();
        // Where the person is, and in what a screen reader says.
        assertThat(surplus).isFocused();
        assertThat(surplus.locator(".alert-told")).containsText("Noted: the supplier is asked to cancel");
        assertThat(page.locator("#told")).containsText("Noted: the supplier is asked to cancel");
        assertThat(page.locator("#to-do")).hasText(String.valueOf(toDo - 1));
        assertThat(page.locator("#panel-surplus-order")).containsText("1 done or ordered");
        visit.isForEverybody("today-asked");

        // Without JavaScript the same, by another page each time.
        page = visit.open(Role.PLANNER, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(visit.address("/"));
        Locator excess = page.locator("#panel-excess-1");
        excess.locator("summary", new Locator.LocatorOptions().setHasText("Mark down"))
                .click();
        excess.getByLabel("Lower the price by, %").fill("30");
        excess.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mark it down"))
                .click();
        assertThat(excess.locator(".alert-told")).containsText("is marked down");
        assertThat(excess).containsText("marked it down by 30 % until");
        assertThat(page.locator("#to-do")).hasText(String.valueOf(toDo - 2));
        excess.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .press("Enter");
        assertThat(page.locator("#panel-excess-1")).not().containsText("marked it down");
        assertThat(page.locator("#to-do")).hasText(String.valueOf(toDo - 1));
    }

    @Test
    void aBuyerSubmitsAnOrderAndWithdrawsIt(Visit visit) throws Exception {
        AlertsAtHand.Place place = alerts.place(Panel.SOON_OUT, 1);
        String number = alerts.purchase("S02", place, 48, "PROPOSED");
        Page page = visit.open(Role.BUYER, 390, ColorScheme.DARK);
        page.navigate(visit.address("/"));
        int toDo = Integer.parseInt(page.locator("#to-do").innerText());
        Locator row = page.locator("#panel-soon-out-1");
        row.getByText("Submit " + number + " to Nordlicht Textil, £480").click();
        assertThat(row).isFocused();
        assertThat(page.locator("#told")).hasText(number + " is submitted.");
        assertThat(row).containsText("waits for approval");
        assertThat(page.locator("#to-do")).hasText(String.valueOf(toDo - 1));
        visit.isForEverybody("today-submitted");
        page.navigate(visit.address("/alerts?panel=SOON_OUT"));
        row.getByText("Withdraw " + number).click();
        assertThat(page.locator("#told")).hasText(number + " is withdrawn: it can be changed, or submitted again.");
        assertThat(row.getByText("Submit " + number)).isVisible();
        visit.isForEverybody("alerts-withdrawn");
    }

    @Test
    void aPlannerLooksAtDataRunsAndSchedules(Visit visit) throws Exception {
        Page page = visit.open(Role.PLANNER, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/data-quality"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What to count"))
                .click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Counted")))
                .isVisible();
        page.navigate(visit.address("/runs"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Schedules"))
                .click();
        page.getByLabel("Time").fill("23:59");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the schedule"))
                .click();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Mon, Tue, Wed, Thu, Fri 23:59");
        visit.isForEverybody("schedules");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(page.getByText("No run starts by itself.")).isVisible();
        page.navigate(visit.address("/runs"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare runs"))
                .click();
        assertThat(page.getByLabel("Later run")).isVisible();
    }
}
