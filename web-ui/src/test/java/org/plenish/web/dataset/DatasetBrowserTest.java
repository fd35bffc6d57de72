package org.plenish.web.dataset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plenish.web.Axe;
import org.plenish.web.Chromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A planner in Chromium on the pages of datasets and runs. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnDatasets
class DatasetBrowserTest {

    private static final int[] WIDTHS = {1400, 800, 390};

    private static @Nullable Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    DatasetsAtHand datasets;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aPlannerPlansADatasetByKeyboardAndFindsItsRun() throws Exception {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        datasets.store("Chosen in the browser");
        open(1400, ColorScheme.LIGHT);
        page.navigate(address("/"));
        page.getByRole(AriaRole.LINK, named("Datasets")).click();
        page.getByRole(AriaRole.LINK, named("Chosen in the browser")).click();
        assertThat(page.getByText("Now the plan of ")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Plan Chosen in the browser")).focus();
        page.keyboard().press("Enter");
        page.waitForURL(address("/"), new Page.WaitForURLOptions().setTimeout(120_000));
        assertThat(page.locator(".side-note")).containsText("Chosen in the browser");
        page.getByRole(AriaRole.LINK, named("Runs")).click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Chosen in the browser"))
                        .first())
                .containsText("Finished");
    }

    @Test
    void thePagesFitEveryScreenAndAreAccessible() throws Exception {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        long run = currentPlan.find().orElseThrow().runId();
        long id = datasets.store("A dataset with a name that is rather long, for the autumn of 2027");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                open(width, scheme);
                check("datasets", "/datasets", width, scheme);
                check("dataset", "/datasets/" + id, width, scheme);
                check("runs", "/runs", width, scheme);
                check("run", "/runs/" + run, width, scheme);
            }
        }
    }

    private void check(String name, String path, int width, ColorScheme scheme) throws Exception {
        page.navigate(address(path));
        Object surplus = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(surplus).as("%s at %d pixels", name, width).isEqualTo(0);
        assertThat(Axe.violations(page))
                .as("%s at %d pixels, %s", name, width, scheme)
                .isEmpty();
        String pictures = System.getProperty("plenish.screenshots");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, name + "-" + width + "-" + scheme.name() + ".png")));
        }
    }

    private void open(int width, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme));
        TestLogin.as(port, Role.PLANNER)
                .cookies()
                .forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value).setUrl(address("/")))));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + " in the console: " + message.text()));
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address("/")) && !request.url().startsWith("data:")) {
                complaints.add("another host: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
