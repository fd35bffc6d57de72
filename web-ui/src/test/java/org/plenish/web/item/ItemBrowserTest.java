package org.plenish.web.item;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
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

/** A planner in Chromium at the list of items and the page of one. With {@code -Dplenish.screenshots=DIR} it leaves pictures. */
@OnFixturePlan
@ExtendWith(InChromium.class)
class ItemBrowserTest {

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private Visit visit;
    private Page page;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
    }

    @Test
    void aPlannerFindsSortsChoosesColumnsAndKeepsTheView() throws Exception {
        page = visit.open(Role.PLANNER, 1440, ColorScheme.LIGHT);
        visit.isForEverybody("items", "/items");
        // What axe leaves behind would be taken over into the next list, which forbids styles of its own.
        page.navigate(visit.address("/items"));
        page.getByLabel("Search").fill("candle leeds");
        assertThat(heading("1 to 8 of 8")).isVisible();
        page.getByText("More filters").click();
        awaitAnswers();
        page.getByLabel("that run out if nothing is done").check();
        assertThat(page).hasURL(Pattern.compile("runsOut=true"));
        awaitAnswers();
        page.getByText(Pattern.compile("^Columns \\(")).click();
        page.getByLabel("Supplier", new Page.GetByLabelOptions().setExact(true))
                .last()
                .check();
        page.getByRole(AriaRole.BUTTON, named("Show these columns")).click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Supplier"))).isVisible();
        page.getByRole(AriaRole.LINK, named("Stock value")).click();
        page.getByText("Save this view").click();
        page.getByLabel("Name of the view").fill("Candles of Leeds");
        page.getByRole(AriaRole.BUTTON, named("Save view")).click();
        assertThat(page.getByText("The view “Candles of Leeds” is saved")).isVisible();
        page.navigate(visit.address("/items"));
        page.getByRole(AriaRole.LINK, named("Candles of Leeds")).click();
        assertThat(page).hasURL(Pattern.compile("q=candle.*sort=VALUE"));
        page.getByText(Pattern.compile("^Columns \\(")).click();
        visit.isForEverybody("items-forms");
    }

    /** A person sees the list change before going on in it. */
    private void awaitAnswers() {
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
    }

    @Test
    void aPlannerReadsWhyAndSaysSomething() throws Exception {
        page = visit.open(Role.PLANNER, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/item?item=ART-1003&warehouse=BRISTOL"));
        assertThat(heading("Why this quantity")).isVisible();
        Locator nav = page.getByRole(AriaRole.NAVIGATION, named("On this page"));
        nav.getByText("Comments").click();
        page.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)).fill("Ask for a smaller pack");
        page.getByRole(AriaRole.BUTTON, named("Add the comment")).click();
        assertThat(page.locator("#comments").getByText("Ask for a smaller pack"))
                .isVisible();
        page.locator("#changes").scrollIntoViewIfNeeded();
        assertThat(page.locator("#changes").getByText("Ask for a smaller pack")).isVisible();
        visit.isForEverybody("item");
        jdbc.sql("DELETE FROM item_comment WHERE item = 'ART-1003'").update();
    }

    @Test
    void thePagesFitAPhoneAndTheDark() throws Exception {
        page = visit.open(Role.PLANNER, 390, ColorScheme.DARK);
        visit.isForEverybody("items", "/items");
        visit.isForEverybody("item", "/item?item=ART-1003&warehouse=BRISTOL");
        page = visit.open(Role.BUYER, 1024, ColorScheme.DARK);
        visit.isForEverybody("item", "/item?item=ART-1017&warehouse=LEEDS");
        visit.fits("items-changes", "/item/changes?item=ART-1003&warehouse=BRISTOL");
    }

    private Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
