package org.plenish.web.dataset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A planner in Chromium on the pages of datasets and runs. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnDatasets
@ExtendWith(InChromium.class)
class DatasetBrowserTest {

    private static final int[] WIDTHS = {1400, 800, 390};

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    DatasetsAtHand datasets;

    private Visit visit;
    private Page page;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
    }

    @Test
    void aPlannerPlansADatasetByKeyboardAndFindsItsRun() throws Exception {
        datasets.store("Chosen in the browser");
        page = visit.open(Role.PLANNER, 1400, ColorScheme.LIGHT);
        page.navigate(visit.address("/plan"));
        page.getByRole(AriaRole.LINK, named("Datasets")).click();
        page.getByRole(AriaRole.LINK, named("Chosen in the browser")).click();
        assertThat(page.getByText("Now the plan of ")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Plan Chosen in the browser")).focus();
        page.keyboard().press("Enter");
        page.waitForURL(visit.address("/"), new Page.WaitForURLOptions().setTimeout(120_000));
        assertThat(page.locator(".side-note")).containsText("Chosen in the browser");
        page.getByRole(AriaRole.LINK, named("Runs")).click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Chosen in the browser"))
                        .first())
                .containsText("Finished");
    }

    @Test
    void thePagesFitEveryScreenAndAreAccessible() throws Exception {
        long run = currentPlan.find().orElseThrow().runId();
        long id = datasets.store("A dataset with a name that is rather long, for the autumn of 2027");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                visit.open(Role.PLANNER, width, scheme);
                visit.isForEverybody("datasets", "/datasets");
                visit.isForEverybody("dataset", "/datasets/" + id);
                visit.isForEverybody("runs", "/runs");
                visit.isForEverybody("run", "/runs/" + run);
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
