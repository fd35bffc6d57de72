package org.plenish.web.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A planner in Chromium on the pages of scenarios. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnScenarios
@ExtendWith(InChromium.class)
class ScenarioBrowserTest {

    private static final int[] WIDTHS = {1400, 800, 420};

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    ScenariosAtHand scenarios;

    private Visit visit;
    private Page page;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
    }

    @Test
    void aPlannerAsksWhatIfAndMakesItThePlan() throws Exception {
        scenarios.choose("Asked in the browser");
        page = visit.open(Role.PLANNER, 1400, ColorScheme.LIGHT);
        page.navigate(visit.address("/plan"));
        page.getByRole(AriaRole.LINK, named("What if")).click();
        page.getByRole(AriaRole.BUTTON, named("Copy Cash cut by a third")).click();
        assertThat(page.getByText("Cash × 0.667.")).isVisible();

        page.navigate(visit.address("/scenarios"));
        page.getByLabel("Name").fill("Busier, with less cash");
        page.getByRole(AriaRole.BUTTON, named("Begin without changes")).click();
        labelled("What changes").selectOption("cash");
        assertThat(page.getByLabel("Amount a bucket")).isVisible();
        labelled("Factor").fill("much less");
        page.getByRole(AriaRole.BUTTON, named("Add it to the text")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("much less must be");
        visit.forgive(complaint -> complaint.contains("400"));
        labelled("Factor").fill("0.6");
        page.getByRole(AriaRole.BUTTON, named("Add it to the text")).click();
        assertThat(page.getByText("Cash × 0.6.")).isVisible();
        labelled("What changes").selectOption("demand");
        assertThat(labelled("Shape, a factor a bucket")).isVisible();
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"))
                .hasCount(0);
        labelled("Factor").fill("1.5");
        page.getByRole(AriaRole.CHECKBOX, named("NORTH")).check();
        page.getByRole(AriaRole.BUTTON, named("Add it to the text")).click();
        assertThat(page.getByText("Demand of all items at NORTH × 1.5.")).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Run it")).click();
        page.getByRole(AriaRole.LINK, named("See it beside the plan"))
                .click(new Locator.ClickOptions().setTimeout(180_000));
        assertThat(page.locator(".table-compare")).containsText("Expected fill rate");
        assertThat(page.locator("#stock-table")
                        .locator("xpath=ancestor::figure")
                        .locator("svg"))
                .isVisible();

        page.getByRole(AriaRole.LINK, named("Busier, with less cash")).first().click();
        page.getByRole(AriaRole.LINK, named("Make it the plan")).click();
        assertThat(page.getByText("Its proposals are replaced")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Make it the plan")).click();
        page.waitForURL(visit.address("/"), new Page.WaitForURLOptions().setTimeout(180_000));
        assertThat(page.locator(".side-note")).containsText("what if: Busier, with less cash");
    }

    @Test
    void eachColumnFillsInWhenItsRunIsFinished() throws Exception {
        long dataset = scenarios.choose("Filled in");
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        long first = scenarios.createCashCut(planner, dataset, "The first");
        long second = scenarios.createCashCut(planner, dataset, "The second");
        scenarios.run(planner, first);
        scenarios.run(planner, second);
        page = visit.open(Role.PLANNER, 1400, ColorScheme.LIGHT);
        page.navigate(visit.address("/scenarios/compare?scenario=" + first + "&scenario=" + second));
        assertThat(page.locator(".table-compare thead th"))
                .hasText(
                        new String[] {"Figure", "Base", "The first", "The second"},
                        new LocatorAssertions.HasTextOptions().setTimeout(180_000));
        assertThat(page.locator("#progress progress")).hasCount(0);
    }

    @Test
    void thePagesFitEveryScreenAndAreAccessible() throws Exception {
        long dataset = scenarios.choose("A dataset to look at");
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        long cash = scenarios.createCashCut(planner, dataset, "Half the cash");
        long both = scenarios.create(
                planner, dataset, "A scenario with a name that is rather long, for the spring of 2027");
        scenarios.save(planner, both, """
                name: A scenario with a name that is rather long, for the spring of 2027
                description: Business is better than ever, and nobody is to wait for anything.
                changes:
                  - change: demand
                    items: TEA
                    factor: 1.5
                  - change: cash
                    factor: 0.8
                """);
        scenarios.run(planner, cash);
        scenarios.run(planner, both);
        assertThat(scenarios.awaitEnd(cash)).isEqualTo("FINISHED");
        assertThat(scenarios.awaitEnd(both)).isEqualTo("FINISHED");
        long wrong = scenarios.create(planner, dataset, "Not right yet");
        scenarios.save(planner, wrong, "name: Not right yet\nchanges:\n  - change: demand\n    factor: many\n");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                visit.open(Role.PLANNER, width, scheme);
                visit.isForEverybody("scenarios", "/scenarios");
                visit.isForEverybody("scenario", "/scenarios/" + both);
                visit.isForEverybody("scenario-wrong", "/scenarios/" + wrong + "?kind=service");
                visit.isForEverybody("compare", "/scenarios/compare?scenario=" + cash + "&scenario=" + both);
                visit.isForEverybody("promote", "/scenarios/" + both + "/promote");
            }
        }
    }

    private Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
