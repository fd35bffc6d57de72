package org.plenish.web.rulebook.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An analyst in Chromium at the files of a draft. Skipped without Chromium and Node.js unless
 * {@code PLENISH_REQUIRE_BROWSER=true}. With {@code -Dplenish.screenshots=DIR} it leaves pictures.
 */
@OnFixturePlan
@ExtendWith(InChromium.class)
class EditBrowserTest {

    private static final int[] WIDTHS = {1440, 1024, 390};
    /** A book is compiled meanwhile. */
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(120_000);

    @Autowired
    CurrentPlan currentPlan;

    @LocalServerPort
    int port;

    private Visit visit;
    private Page page;

    @BeforeEach
    void visit(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
    }

    @Test
    void anAnalystWritesARuleFileByKeyboardAlone() {
        long draft = DraftAtHand.create(port, "Written by keyboard");
        page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/rule-book/drafts/" + draft + "/files/stop-buy.drl"));
        Locator editor = page.locator(".edit-ace .ace_scroller");
        goByTabTo(editor);
        page.keyboard().press("Enter");
        page.keyboard().press("Control+End");
        page.keyboard().type("nonsense");
        Locator problem = page.locator("#problems-here li");
        assertThat(problem).containsText("nonsense is not allowed.");
        assertThat(page.locator(".ace_gutter-cell.ace_error")).isVisible();
        assertThat(page.locator("#check-state")).hasText("Found: 1");

        page.keyboard().press("Escape");
        goByTabTo(problem.getByRole(AriaRole.LINK));
        page.keyboard().press("Enter");
        page.keyboard().press("Shift+End");
        page.keyboard().press("Delete");
        assertThat(page.locator("#check-state")).hasText("Checked, no problem");
        assertThat(problem).hasCount(0);

        page.keyboard().type("// demand.annualU");
        page.keyboard().press("Control+Space");
        assertThat(page.locator(".ace_autocomplete")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".edit-ace .ace_content").first()).containsText("// demand.annualUnits");
        page.keyboard().press("Escape");
        goByTabTo(page.getByRole(AriaRole.BUTTON, named("Save")));
        page.keyboard().press("Enter");
        assertThat(page.locator("#beside")).containsText("Saved as state 2 of the draft.");
        assertThat(page.locator("#tests .pill")).hasText(Pattern.compile("all \\d+ passed"), PATIENTLY);
    }

    @Test
    void wordsAreOfferedWhileAnAnalystTypes() throws Exception {
        long draft = DraftAtHand.create(port, "Written with words offered");
        page = visit.open(Role.ANALYST, 1440, ColorScheme.DARK);
        beginAtTheEndOf(draft, "stop-buy.drl");
        type("rule \"STB-900 demand is made up\"\nwhen\n    ");
        assertThat(offers()).isHidden();
        type("sku");
        take("Enter", "SkuLocationProfile");
        type("item.cat");
        take("Tab", "item.category");
        type(" == ");
        assertThat(offers()).containsText("candle");
        visit.isForEverybody("edit-words");
        type("m");
        // Screen readers follow to the one that is chosen.
        String chosen = page.locator(".edit-ace .ace_text-input").getAttribute("aria-activedescendant");
        assertThat(page.locator("[id='" + chosen + "']")).containsText("mug");
        take("Enter", "mug");
        type(", forecastu");
        take("Enter", "demand.forecastUnitsPerDay");
        type(" > 0");
        page.keyboard().press("End");
        type("\nAbcC"); // indented as the line before
        take("Enter", "AbcClass");
        page.keyboard().press("ArrowDown");
        take("Enter", "AbcClass.B");
        page.keyboard().press("End");
        outdented("then\n    conclude.st");
        take("Enter", "conclude.stopBuy");
        page.keyboard().press("ArrowDown");
        take("Enter", "false");
        page.keyboard().press("End");
        outdented("end\n// demand.an");
        assertThat(offers()).isHidden();
        assertThat(page.locator("textarea.edit-text").inputValue()).endsWith("""
            rule "STB-900 demand is made up"
            when
                SkuLocationProfile( item.category == "mug", demand.forecastUnitsPerDay > 0 )
                AbcClass( this == AbcClass.B )
            then
                conclude.stopBuy( false );
            end
            // demand.an\
            """);
    }

    @Test
    void anAnalystWhoClosesTheListWritesOnWithoutIt() throws Exception {
        long draft = DraftAtHand.create(port, "Written without words offered");
        page = visit.open(Role.ANALYST, 390, ColorScheme.LIGHT);
        beginAtTheEndOf(draft, "tests/service.yaml");
        type("  - { crit");
        assertThat(offers()).isVisible();
        visit.isForEverybody("edit-words");
        page.keyboard().press("Escape");
        assertThat(offers()).isHidden();
        type("i");
        assertThat(offers()).isHidden();
        page.keyboard().press("Control+Space");
        take("Enter", "item.criticality");
        type("v");
        take("Enter", "VITAL");
        type(", item.c");
        assertThat(offers()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".edit-ace .ace_text-input")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".edit-ace .ace_scroller")).isFocused();
        goByTabTo(page.getByRole(AriaRole.BUTTON, named("Save")));
        assertThat(page.locator("textarea.edit-text"))
                .hasValue(Pattern.compile("\\{ item\\.criticality: VITAL, item\\.c"));

        page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        beginAtTheEndOf(draft, "forecast-methods.csv?as=text");
        type("\nFCM-900 no word is offered here,smo");
        take("Enter", "SMOOTH");
        type("|lu");
        take("Enter", "LUMPY");
        type(",");
        assertThat(offers()).isHidden();
        type("te");
        take("Enter", "tea");
        assertThat(page.locator("textarea.edit-text"))
                .hasValue(Pattern.compile("FCM-900 no word is offered here,SMOOTH\\|LUMPY,tea$"));
    }

    @Test
    void cellsOfferWhatTheirColumnCanBe() {
        long draft = DraftAtHand.create(port, "Picked in cells");
        page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/rule-book/drafts/" + draft + "/files/forecast-methods.csv"));
        Locator category = page.getByLabel("item.category, row 1", new Page.GetByLabelOptions().setExact(true));
        category.focus();
        assertThat(offered(category, "mug")).hasCount(1);
        assertThat(offered(category, "unknown")).hasCount(1);
        category.fill("mug|");
        assertThat(offered(category, "mug|candle")).hasCount(1);
        category.fill("mug|cadnle");
        category.blur();
        assertThat(page.locator("[id='m0.2']"))
                .hasText(
                        "The current plan has no item.category “cadnle”, so no article meets this. Maybe candle is"
                                + " meant.",
                        PATIENTLY);
        assertThat(category).hasAttribute("aria-invalid", "true");
        category.fill("not mug|candle");
        category.blur();
        assertThat(page.locator("[id='m0.2']")).isHidden();

        page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/rule-book/drafts/" + draft + "/files/reorder-policy.csv"));
        Locator days =
                page.getByLabel("supply.minOrderQuantityCoverDays, row 1", new Page.GetByLabelOptions().setExact(true));
        days.focus();
        assertThat(offered(days, ">= 1095")).hasCount(1);
        days.fill("30...90");
        days.blur();
        assertThat(days).hasAttribute("aria-invalid", "true");
        days.fill("30..90");
        days.blur();
        assertThat(days).not().hasAttribute("aria-invalid", "true");
    }

    private Locator offered(Locator cell, String text) {
        return page.locator("datalist[id='" + cell.getAttribute("list") + "'] option[value='" + text + "']");
    }

    private Locator offers() {
        return page.locator(".ace_autocomplete");
    }

    private void beginAtTheEndOf(long draft, String file) {
        page.navigate(visit.address("/rule-book/drafts/" + draft + "/files/" + file));
        page.waitForResponse("**/rule-book/vocabulary.json", () -> page.reload());
        page.locator(".edit-ace .ace_scroller").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Control+End");
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    /** On the next line, which begins like the one before. */
    private void outdented(String text) {
        type("\n");
        page.keyboard().press("Backspace");
        type(text);
    }

    /** Of what is offered the one that is chosen, which must be the one that is meant. */
    private void take(String key, String wanted) {
        assertThat(offers().locator(".ace_line.ace_selected")).containsText(wanted);
        page.keyboard().press(key);
    }

    @Test
    void anAnalystFillsInATable() {
        long draft = DraftAtHand.create(port, "Filled in");
        page = visit.open(Role.ANALYST, 1440, ColorScheme.LIGHT);
        page.navigate(visit.address("/rule-book/drafts/" + draft + "/files/service-targets.csv"));
        Locator target = page.getByLabel("then serviceTarget, row 1", new Page.GetByLabelOptions().setExact(true));
        target.fill("1.5");
        target.blur();
        assertThat(target).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[id='m0.7']")).containsText("0.5 or more and below 1");
        target.fill("0.85");
        target.blur();
        assertThat(page.locator("[id='m0.7']")).isHidden();
        page.locator("[id='c8.6']").click();
        Locator row = page.locator("tr[data-row='8']");
        row.getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions().setName("B").setExact(true))
                .check();
        assertThat(page.locator("[id='c8.6']")).containsText("A | B");
        assertThat(page.locator("[id='r10']")).containsText("never counts");
        page.getByRole(AriaRole.BUTTON, named("Save")).last().click();
        assertThat(page.getByText("Saved as state 2 of the draft.")).isVisible();
        assertThat(page.locator("[id='r10']")).containsText("never counts");
        page.getByRole(AriaRole.BUTTON, named("Remove row 11")).click();
        assertThat(page.locator(".table-grid tbody tr")).hasCount(13); // of 14
    }

    @Test
    void thePagesFitEveryScreenAndAreAccessible() throws Exception {
        long draft = DraftAtHand.create(port, "Looked at");
        String files = "/rule-book/drafts/" + draft + "/files/";
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page = visit.open(Role.ANALYST, WIDTHS[0], scheme);
            page.navigate(visit.address(files + "safety-stock.drl"));
            assertThat(page.locator(".ace_line").first()).isVisible();
            visit.isForEverybody("edit-text");
            visit.isForEverybody("edit-table", files + "service-targets.csv");
            visit.isForEverybody(
                    "edit-try", "/rule-book/drafts/" + draft + "/edit/try?do=try&w.item.criticality=VITAL");
        }
        for (int width : WIDTHS) {
            page = visit.open(Role.ANALYST, width, ColorScheme.LIGHT);
            visit.fits("edit-text", files + "tests/service.yaml");
            visit.fits("edit-table", files + "exceptions-of-stock.csv");
            visit.fits("edit-try", "/rule-book/drafts/" + draft + "/edit/try?do=try&w.item.criticality=VITAL");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void goByTabTo(Locator target) {
        for (int pressed = 0; pressed < 80 && !isFocused(target); pressed++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(target)).as("focus is on " + target).isTrue();
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }
}
