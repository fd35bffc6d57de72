package org.plenish.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.plenish.web.uncertainty.UncertaintyAtHand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks the pages as a planner does, in Chromium, and fails on any message in the console, any error of a page, any
 * failed answer and any request to another host. Needs Chromium and Node.js on the machine; without them it is skipped
 * unless {@code PLENISH_REQUIRE_BROWSER=true}.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class BrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Visit visit;
    private Page page;

    @BeforeEach
    void openPage(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        UncertaintyAtHand.awaitEnd(jdbc);
        visit = given;
        page = visit.open(Role.AUDITOR, new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    @Test
    void plannerReviewsThePlan() {
        page.navigate(visit.address("/plan"));
        assertThat(heading("What to buy and move this week")).isVisible();
        assertThat(page.getByText("Service level", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(heading("Limits that the plan cannot keep")).isVisible();
        assertThat(page.getByText("over by 3.2 m³.")).isVisible();
        assertThat(page.getByText("moving them out would lift it")).isVisible();
        assertThat(page.locator(".chart svg").first()).isVisible();
        assertThat(page.locator(".chart svg")).hasCount(7); // prices of three limits, use of four
        page.getByText("View as table").first().click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("One more would save"))
                        .first())
                .isVisible();
        link("Out of stock now").first().click();
        assertThat(heading("Exceptions")).isVisible();
        assertThat(heading("Out of stock now")).isVisible();
        page.locator(".exception-title a").first().click();
        assertThat(heading("Demand and forecast")).isVisible();
    }

    @Test
    void plannerAsksWhatMoreOfALimitWouldBuy() {
        page.navigate(visit.address("/plan"));
        assertThat(heading("What limits this plan")).isVisible();
        assertThat(page.getByText("Used up at times: cash, space in Bristol")).isVisible();
        Locator raises = page.getByRole(AriaRole.TABLE, named("What more of each limit would buy"));
        assertThat(raises.getByRole(AriaRole.ROW)).hasCount(4); // the head, cash and two warehouses
        Locator cash = raises.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("Cash, from today on"));
        assertThat(cash).containsText("£10,000");
        assertThat(cash).containsText("£315.25"); // 19,896.50 - 19,581.25
        page.getByText("What £10,000 more cash would buy more of, or sooner: 2 of 14 lines, by value")
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Units more")).first())
                .isVisible();
        assertThat(page.getByText("Harbour Ceramics").first()).isVisible();
        assertThat(heading("Price of space in Bristol")).isVisible();
    }

    @Test
    void plannerReviewsAnOrderAndAsksWhy() {
        page.navigate(visit.address("/plan"));
        link("Purchase orders").first().click();
        assertThat(heading("Purchase orders")).isVisible();
        page.getByRole(AriaRole.LINK, named("Outlook")).click();
        page.getByRole(AriaRole.LINK, named("To place today")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^PO-")))
                .first()
                .click();
        Locator why = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Why ")))
                .first();
        why.click();
        assertThat(heading("How the quantity comes about")).isVisible();
        assertThat(heading("What the line is worth")).isVisible();
        Locator worth = page.getByRole(
                AriaRole.TABLE, named("What changing the line would cost, all else of the plan staying as it is"));
        assertThat(worth.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("One pack more")))
                .containsText("space at BRISTOL is used up in the week of 2026-12-14 (0.40 m³ missing)");
        assertThat(page.getByText(Pattern.compile("^Runner-up: buy \\d+ from S03 on 2026-12-14; 12.40 GBP more\\.$"))
                        .first())
                .isVisible();
        assertThat(why).hasAttribute("aria-expanded", "true");
        why.click();
        assertThat(heading("How the quantity comes about")).hasCount(0);
        assertThat(why).hasAttribute("aria-expanded", "false");
    }

    @Test
    void buyerWorksThroughTheInboxByKeyboardAlone() {
        visit.become(Role.BUYER);
        page.navigate(visit.address("/purchase-orders?when=OUTLOOK"));
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        Locator first = page.locator("[data-order]").first();
        assertThat(first.getByRole(AriaRole.LINK)).isFocused();
        page.keyboard().press("x");
        assertThat(first.getByRole(AriaRole.CHECKBOX)).isChecked();
        assertThat(page.getByText(Pattern.compile("^1 chosen, worth £"))).isVisible();
        page.keyboard().press("?");
        assertThat(heading("Keyboard")).isVisible();
        page.keyboard().press("?");
        assertThat(heading("Keyboard")).isHidden();
        page.getByLabel("Keyboard shortcuts (press ? for a list)").uncheck();
        page.keyboard().press("?");
        assertThat(heading("Keyboard")).isHidden();
        page.getByLabel("Keyboard shortcuts (press ? for a list)").check();
        page.keyboard().press("s");
        confirm("Submit");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^PO-")))
                .first()
                .click();
        assertThat(page.locator(".pills").getByText("Submitted")).isVisible();
    }

    @Test
    void anOrderGoesFromTheInboxToItsSupplierByKeyboardAlone() {
        visit.become(Role.BUYER);
        page.navigate(visit.address("/purchase-orders?when=OUTLOOK"));
        // A cheap one needs no second approver.
        String number =
                page.locator("[data-order]").filter(new Locator.FilterOptions().setHasText("Proposed")).all().stream()
                        .min(Comparator.comparing(order ->
                                pounds(order.locator("td:last-child").first().innerText())))
                        .orElseThrow()
                        .getByRole(AriaRole.LINK)
                        .innerText();
        goByKeyTo(number);
        page.keyboard().press("x");
        page.keyboard().press("s");
        confirm("Submit");

        visit.become(Role.APPROVER);
        page.navigate(visit.address("/purchase-orders?when=OUTLOOK"));
        goByKeyTo(number);
        page.keyboard().press("a");
        confirm("Approve");

        visit.become(Role.BUYER);
        page.navigate(visit.address("/purchase-orders?when=OUTLOOK"));
        goByKeyTo(number);
        page.keyboard().press("Enter");
        assertThat(page.locator(".pills").getByText("Approved")).isVisible();
        goByTabTo(page.getByRole(AriaRole.BUTTON, named("Mark as sent")));
        page.keyboard().press("Enter");
        assertThat(page.locator(".pills").getByText("Sent")).isVisible();
        assertThat(page.getByText(number + " is sent.")).isVisible();
    }

    /** Looks at what is to be expected of one order, and does it. */
    private void confirm(String action) {
        assertThat(heading(action + ": one order?")).isVisible();
        assertThat(page.getByText("Will be done", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        goByTabTo(page.getByRole(AriaRole.BUTTON, named(action + ": yes, do it")));
        page.keyboard().press("Enter");
        assertThat(heading("1 of 1 done")).isVisible();
    }

    private static double pounds(String amount) {
        return Double.parseDouble(amount.replaceAll("[^0-9.]", ""));
    }

    /** Down the inbox. */
    private void goByKeyTo(String number) {
        Locator order = page.getByRole(AriaRole.LINK, named(number).setExact(true));
        for (int pressed = 0; pressed < 50 && !isFocused(order); pressed++) {
            page.keyboard().press("j");
        }
        assertThat(order).isFocused();
    }

    private void goByTabTo(Locator target) {
        for (int pressed = 0; pressed < 100 && !isFocused(target); pressed++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    @Test
    void buyerSeesWhatAChangeDoesBeforeMakingIt() {
        visit.become(Role.BUYER);
        page.navigate(visit.address("/purchase-orders/PO-0001"));
        link("Change Oak serving board").first().click();
        page.getByLabel("Quantity, to so many units").check();
        Locator units = page.getByLabel("Units", new Page.GetByLabelOptions().setExact(true));
        units.fill("241");
        page.getByRole(AriaRole.BUTTON, named("See what it does")).click();
        assertThat(heading("It cannot be done so")).isVisible();
        assertThat(page.getByText("241 must be a multiple of 12. Order 240 or 252."))
                .isVisible();
        units.fill("240");
        page.getByRole(AriaRole.BUTTON, named("See what it does")).click();
        assertThat(heading("What it does")).isVisible();
        page.getByLabel("Reason").fill("Trade fair");
        page.getByRole(AriaRole.BUTTON, named("Change it so")).click();
        assertThat(page.locator(".pills").getByText("Edited")).isVisible();
        assertThat(page.getByText("Trade fair")).isVisible();
    }

    @Test
    void plannerReviewsATransfer() {
        page.navigate(visit.address("/transfers"));
        link("TR-0001").click();
        assertThat(heading("Leeds central to Dublin")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Why ")))
                .first()
                .click();
        assertThat(page.getByText("What would change it")).isVisible();
    }

    @Test
    void plannerSearchesAnItemAndReadsWhy() {
        page.navigate(visit.address("/items"));
        assertThat(heading("1 to 100 of 144")).isVisible();
        link("Next").click();
        assertThat(heading("101 to 144 of 144")).isVisible();
        page.navigate(visit.address("/items"));
        page.getByLabel("Search").fill("lantern");
        assertThat(heading("1 to 24 of 24")).isVisible();
        assertThat(page).hasURL(Pattern.compile("q=lantern"));
        page.locator("#warehouse").selectOption("BRISTOL");
        assertThat(heading("1 to 8 of 8")).isVisible();
        link("Stock value").click();
        assertThat(heading("1 to 8 of 8")).isVisible();
        page.goBack();
        assertThat(heading("1 to 8 of 8")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Paper lantern")))
                .first()
                .click();
        assertThat(heading("Demand and forecast")).isVisible();
        // demand, stock, what may happen, and the stock at each of three warehouses
        assertThat(page.locator(".chart svg")).hasCount(6);
        assertThat(heading("Parameters and the rules that set them")).isVisible();
        assertThat(page.getByRole(
                                AriaRole.CELL,
                                new Page.GetByRoleOptions().setName(Pattern.compile("classification.drl:\\d+")))
                        .first())
                .isVisible();
        link("Leeds central").first().click();
        assertThat(page).hasURL(Pattern.compile("warehouse=LEEDS"));
    }

    @Test
    void plannerLooksForForecastsThatAddNothing() {
        page.navigate(visit.address("/plan"));
        link("Forecasts").click();
        assertThat(heading("Forecast accuracy")).isVisible();
        assertThat(heading("Where forecasting adds least")).isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Value added a week"))
                        .first())
                .isVisible();
        assertThat(heading("By category")).isVisible();
        link("Next").click();
        assertThat(page.getByText("Page 2 of 3")).isVisible();
        page.locator("section[aria-labelledby=worst-title] tbody a").first().click();
        assertThat(heading("Demand and forecast")).isVisible();
        assertThat(page.getByText("Repeating the last value would have been off by"))
                .isVisible();
    }

    @Test
    void everyoneLogsInReturnsToTheirPageAndLogsOut() {
        visit.becomeNobody();
        page.navigate(visit.address("/items?q=lantern"));
        assertThat(heading("Log in")).isVisible();
        page.getByLabel("User name").fill(TestLogin.userName(Role.BUYER));
        page.getByLabel("Password").fill("not the quiet harbours");
        page.getByRole(AriaRole.BUTTON, named("Log in")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("is not right");
        page.getByLabel("User name").fill(TestLogin.userName(Role.BUYER));
        page.getByLabel("Password").fill(TestLogin.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Log in")).click();
        assertThat(heading("1 to 24 of 24")).isVisible();
        assertThat(page.getByText("Test buyer")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Log out")).click();
        assertThat(page.getByText("You are logged out.")).isVisible();
        page.goBack();
        assertThat(heading("Log in")).isVisible();
    }

    @Test
    void administratorMakesAnAccountAndDisablesIt() {
        visit.become(Role.ADMINISTRATOR);
        page.navigate(visit.address("/plan"));
        link("Accounts").click();
        link("New account").click();
        page.getByLabel("User name").fill("browser-anna");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Anna Buyer");
        page.getByLabel("Administrator").check();
        page.getByLabel("Approver").check();
        page.getByRole(AriaRole.BUTTON, named("Make the account")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be one account");
        visit.forgive(complaint ->
                complaint.equals("400: " + visit.address("/accounts")) || complaint.contains("status of 400"));
        page.getByLabel("Administrator").uncheck();
        page.getByRole(AriaRole.BUTTON, named("Make the account")).click();
        assertThat(page.getByText("Tell Anna Buyer this password.")).isVisible();
        page.getByRole(AriaRole.FORM, named("Access")).getByLabel("Reason").fill("made by mistake");
        page.getByRole(AriaRole.BUTTON, named("Disable")).click();
        assertThat(page.getByText("Done, and written to the audit log.")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Enable"))).isVisible();
        link("Access review").click();
        assertThat(heading("What each role may do")).isVisible();
    }

    @Test
    void showsAHostileNameAsText() {
        page.navigate(visit.address("/item?item=ART-1001&warehouse=LEEDS"));
        assertThat(heading(PlanFixture.HOSTILE_NAME)).isVisible();
    }

    @Test
    void pagesAreWholeWithoutJavaScript() {
        page = visit.open(Role.AUDITOR, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(visit.address("/item?item=ART-1001&warehouse=LEEDS"));
        page.getByText("View as table").first().click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Days in stock")))
                .isVisible();
        page.navigate(visit.address("/items"));
        page.getByLabel("Search").fill("lantern");
        page.getByRole(AriaRole.BUTTON, named("Search")).click();
        assertThat(heading("1 to 24 of 24")).isVisible();
        page.navigate(visit.address("/purchase-orders/PO-0001"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Why ")))
                .first()
                .click();
        assertThat(heading("How the quantity comes about")).isVisible();
    }

    @Test
    void auditorFollowsAnApprovalToWhatWasKnown() {
        approve("PO-0003");
        page.navigate(visit.address("/plan"));
        page.getByRole(AriaRole.LINK, named("Audit").setExact(true)).click();
        assertThat(heading("Audit log")).isVisible();
        assertThat(page.getByText("plenish verify-audit --head HASH")).isVisible();
        page.getByLabel("Subject").fill("PO-0003");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                .click();
        link("PO-0003").first().click();
        assertThat(heading("Story of PO-0003")).isVisible();
        assertThat(page.getByText("rosa (APPROVER) from 192.0.2.7")).isVisible();
        page.getByText("one file and its SHA-256").first().click();
        assertThat(page.getByText("items.csv")).isVisible();
        page.locator("section[aria-labelledby=approvals-title] a").first().click();
        assertThat(heading("order PO-0003: approve")).isVisible();
    }

    private void approve(String order) {
        Actor rosa = new Actor("rosa", Set.of(Role.APPROVER), "192.0.2.7");
        transaction.executeWithoutResult(status -> trail.append(new AuditEntry(
                rosa,
                "order",
                order,
                "approve",
                Map.of("state", "SUBMITTED", "version", 3),
                Map.of("state", "APPROVED", "version", 4),
                "Needed before the season.")));
    }

    private Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
