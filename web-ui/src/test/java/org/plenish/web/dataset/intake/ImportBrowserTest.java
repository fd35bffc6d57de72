package org.plenish.web.dataset.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.InChromium;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.Visit;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Imports in Chromium: upload, map, check, see the errors, correct, import. Skipped where there is no Chromium or
 * Node.js, unless {@code PLENISH_REQUIRE_BROWSER=true}; {@code -Dplenish.screenshots=DIR} leaves pictures.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class ImportBrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    @TempDir
    Path folder;

    private Visit visit;
    private Page page;

    @BeforeEach
    void openPage(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
        page = visit.open(Role.PLANNER, new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    @Test
    void plannerUploadsMapsChecksCorrectsAndImports() throws Exception {
        SmallDataset files = new SmallDataset()
                .without("items.csv")
                .with("Artikel.csv", "SKU;Cost;Colour\nA-1;2,50;red\nB-2;10;blue\nBROWSER;1;grey\n");
        upload(files, "first");
        assertThat(page.getByRole(AriaRole.HEADING, named("Artikel.csv"))).isVisible();
        visit.isForEverybody("import-mapping");
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
        visit.isForEverybody("import-errors");
        Download problems = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("CSV")).click());
        assertThat(Files.readString(problems.path())).contains("Artikel.csv", "unit_cost", "2,50");
        button("Change the columns");
        page.getByLabel("Numbers are written").selectOption("COMMA");
        button("Check");
        assertThat(page.getByRole(AriaRole.HEADING, named("It can be imported")))
                .isVisible();
        visit.isForEverybody("import-good");
        for (int width : new int[] {1024, 390}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
        }
        page.setViewportSize(1440, 900);
        page.getByRole(AriaRole.BUTTON, named("Import").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("It is dataset")))
                .isVisible();
        visit.isForEverybody("import-done");
        page.navigate(visit.address("/import"));
        visit.isForEverybody("imports");
    }

    private void upload(SmallDataset files, String name) throws Exception {
        page.navigate(visit.address("/import"));
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

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
