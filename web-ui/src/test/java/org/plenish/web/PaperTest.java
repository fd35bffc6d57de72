package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages on paper, printed by people whose screen is dark: what is read, black on white, without what is pressed. */
@OnFixturePlan
@ExtendWith(InChromium.class)
class PaperTest {

    private static final int UPRIGHT_PIXELS = 703;
    private static final int ACROSS_PIXELS = 1031;
    private static final String SEEN = """
            chosen => Array.from(document.querySelectorAll(chosen)).filter(one => one.checkVisibility())
                .map(one => one.outerHTML.slice(0, 120))""";
    private static final String DISPLAYS = """
            chosen => [...new Set(Array.from(document.querySelectorAll(chosen)).filter(one => one.checkVisibility())
                .map(one => getComputedStyle(one).display))]""";

    @Autowired
    CurrentPlan currentPlan;

    private Visit visit;
    private Page page;

    @BeforeEach
    void openPage(Visit given) throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        visit = given;
        page = visit.open(Role.BUYER, 1440, ColorScheme.DARK);
    }

    @ParameterizedTest
    @CsvSource({
        "/, false",
        "/plan, false",
        "/purchase-orders, false",
        "/purchase-orders/PO-0001, false",
        "/items, true",
        "/item?item=ART-1003&warehouse=BRISTOL, false",
        "/warehouses, true",
        "/warehouses?warehouse=LEEDS, false",
        "/suppliers, true",
        "/suppliers?supplier=S02, false",
        "/value, false",
        "/data-quality, false",
        "/data-quality/counts, true",
        "/runs/compare, true",
        "/what-may-happen, false"
    })
    void printsWhatIsRead(String path, boolean across) {
        page.navigate(visit.address(path));
        page.setViewportSize(across ? ACROSS_PIXELS : UPRIGHT_PIXELS, 1000);
        print();

        assertThat(seen("nav, button, input, select, textarea, .btn, .side, .skip-link"))
                .isEmpty();
        assertThat(page.locator(".on-paper").innerText()).contains("plan of 2026-11-23 · run ");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that the sheet lacks")
                .isEqualTo(0);
    }

    @Test
    void repeatsTheHeadOfATableOnEachSheetAndItsTotalOnNone() {
        page.navigate(visit.address("/value"));
        print();
        assertThat(displays("thead")).containsExactly("table-header-group");
        assertThat(displays("tfoot")).containsExactly("table-row-group");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('tbody tr')).breakInside"))
                .isEqualTo("avoid");
    }

    @Test
    void drawsChartsForPaperAndForTheScreenAgain() {
        page.navigate(visit.address("/item?item=ART-1003&warehouse=BRISTOL"));
        page.waitForSelector(".chart svg");
        assertThat(charts()).contains("#5cc9ab");
        print();
        assertThat(charts()).contains("#0b6b58").doesNotContain("#5cc9ab");
        assertThat(page.locator(".chart svg").first().getAttribute("viewBox"))
                .as("as wide as a sheet")
                .isEqualTo("0 0 640 230");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.locator("html:not([data-paper])").waitFor();
        assertThat(charts()).contains("#5cc9ab").doesNotContain("#0b6b58");
        assertThat(page.locator(".chart svg[viewBox]").count()).isZero();
    }

    private void print() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.locator("html[data-paper]").waitFor();
    }

    private String charts() {
        return (String)
                page.evaluate(
                        "Array.from(document.querySelectorAll('.chart svg path')).map(path => path.getAttribute('fill') + path.getAttribute('stroke')).join()");
    }

    @SuppressWarnings("unchecked")
    private List<String> seen(String chosen) {
        return (List<String>) page.evaluate(SEEN, chosen);
    }

    @SuppressWarnings("unchecked")
    private List<String> displays(String chosen) {
        return (List<String>) page.evaluate(DISPLAYS, chosen);
    }
}
