package org.plenish.web.dataset.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.Axe;
import org.plenish.web.Chromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Imports in Chromium: upload, map, check, see the errors, correct, import. Skipped where there is no Chromium or
 * Node.js, unless {@code PLENISH_REQUIRE_BROWSER=true}; {@code -Dplenish.screenshots=DIR} leaves pictures.
 */
@OnFixturePlan
class ImportBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private @Nullable Chromium chromium;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void openPage() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        chromium = Chromium.open();
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        TestLogin.as(port, Role.PLANNER)
                .cookies()
                .forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value).setUrl(address("/")))));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
    }

    @AfterEach
    void nothingWasComplainedOf() {
        if (chromium != null) {
            chromium.close();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void plannerUploadsMapsChecksCorrectsAndImports() throws Exception {
        SmallDataset files = new SmallDataset()
                .without("items.csv")
                .with("Artikel.csv", "SKU;Cost;Colour\nA-1;2,50;red\nB-2;10;blue\nBROWSER;1;grey\n");
        upload(files, "first");
        assertThat(page.getByRole(AriaRole.HEADING, named("Artikel.csv"))).isVisible();
        look("import-mapping");
        page.locator("section", new Page.LocatorOptions().setHasText("Artikel.csv"))
                .getByLabel("This file is")
                .selectOption("items");
        button("Save and show again");
        assertThat(page.getByLabel("unit_cost (required)").first()).hasValue("Cost");
        page.getByLabel("Numbers are written").selectOption("POINT");
        button("Check");
        assertThat(page.getByRole(AriaRole.HEADING, named("One error"))).isVisible();
        assertThat(page.getByText("2,50", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look("import-errors");
        Download problems = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("CSV")).click());
        assertThat(Files.readString(problems.path())).contains("Artikel.csv", "unit_cost", "2,50");
        button("Change the columns");
        page.getByLabel("Numbers are written").selectOption("COMMA");
        button("Check");
        assertThat(page.getByRole(AriaRole.HEADING, named("It can be imported")))
                .isVisible();
        look("import-good");
        for (int width : new int[] {1024, 390}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
        }
        page.setViewportSize(1440, 900);
        page.getByRole(AriaRole.BUTTON, named("Import").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("It is dataset")))
                .isVisible();
        look("import-done");
        page.navigate(address("/import"));
        look("imports");
    }

    private void upload(SmallDataset files, String name) throws Exception {
        page.navigate(address("/import"));
        page.getByLabel("Files")
                .setInputFiles(files.given(folder.resolve(name)).stream()
                        .map(GivenFile::content)
                        .toArray(Path[]::new));
        page.getByLabel("Name of the dataset").fill("By hand");
        button("Upload");
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    /** By axe, and with {@code -Dplenish.screenshots=DIR} by a picture for people. */
    private void look(String name) throws IOException {
        assertThat(Axe.violations(page)).as(name).isEmpty();
        String pictures = System.getProperty("plenish.screenshots");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, name + ".png")));
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
