package org.plenish.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.plenish.web.uncertainty.UncertaintyAtHand;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages by which people come in, and those for programs, as axe sees them, wide and narrow, light and dark, and by
 * keyboard alone. With {@code -Dplenish.screenshots=DIR} it leaves a picture of each.
 */
class AccessibilityTest {

    private static final int[] WIDTHS = {1400, 420};
    /** What of the page's main part a person can act on and see. */
    private static final String OPERABLE = """
            () => Array.from(document.querySelectorAll("main a[href], main button, main input, main select, main summary"))
                .filter(one => one.checkVisibility() && one.type !== "hidden" && !one.disabled).length""";
    /** What has the focus: whether it is of the main part, and whether it can be seen that it has the focus. */
    private static final String FOCUSED = """
            () => {
                const one = document.activeElement;
                if (!one || !one.closest("main")) return "elsewhere";
                one.dataset.reached = "true";
                const box = one.getBoundingClientRect();
                const style = getComputedStyle(one);
                const ring = style.outlineStyle !== "none" && style.outlineWidth !== "0px" || style.boxShadow !== "none";
                const seen = box.bottom > 0 && box.top < innerHeight && ring;
                return seen ? "seen" : "unseen " + one.outerHTML.slice(0, 120);
            }""";

    private static final String REACHED = "() => document.querySelectorAll('[data-reached]').length";

    private static Chromium chromium;

    @TempDir
    static Path folder;

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

    @Test
    void theFirstPageCanBeReadAndOperatedByEverybody() throws Exception {
        try (StartedProduct product = StartedProduct.on(folder.resolve("empty"))) {
            OnFixturePlan.Fixture.awaitPlan(product.bean(CurrentPlan.class));
            everybodyCan(product, null, List.of("/first-run"));
        }
    }

    @Test
    void thePagesOfPasswordsTokensWebhooksAndFuturesCanBeReadAndOperatedByEverybody() throws Exception {
        try (StartedProduct product = StartedProduct.on(folder.resolve("accounts"))) {
            OnFixturePlan.Fixture.awaitPlan(product.bean(CurrentPlan.class));
            TestLogin.createAccounts(product.bean(JdbcClient.class));
            everybodyReaches(product, null, List.of("/login?refused"));
            everybodyReaches(product, Role.BUYER, List.of("/password", "/tokens", "/purchase-orders/PO-0001"));
            everybodyReaches(product, Role.ADMINISTRATOR, List.of("/webhooks", "/audit"));
            UncertaintyAtHand.awaitEnd(product.bean(JdbcClient.class));
            everybodyReaches(product, Role.ANALYST, List.of("/backtests"));
            everybodyCan(
                    product,
                    Role.ANALYST,
                    List.of("/what-may-happen?least=90&q=lantern", "/stock-and-service?category=mug"));
            aTokenIsMadeAndRevokedByKeyboardAlone(product);
        }
    }

    private static void everybodyCan(StartedProduct product, Role role, List<String> paths) throws IOException {
        for (int width : WIDTHS) {
            try (BrowserContext context = context(product, role, width, ColorScheme.LIGHT)) {
                for (String path : paths) {
                    Page page = context.newPage();
                    page.navigate(address(product, path));
                    assertThat(page.url()).as("the page itself").endsWith(path);
                    picture(page, path, width, ColorScheme.LIGHT);
                    assertThat(Axe.violations(page))
                            .as("%s at %d pixels", path, width)
                            .isEmpty();
                    everythingIsReachedByKeyboard(page, path + " at " + width);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    picture(page, path, width, ColorScheme.DARK);
                    assertThat(Axe.violations(page, "color-contrast"))
                            .as("%s at %d pixels, dark", path, width)
                            .isEmpty();
                    page.close();
                }
            }
        }
    }

    /** Of pages that {@link EveryPageTest} looks at in every window. */
    private static void everybodyReaches(StartedProduct product, Role role, List<String> paths) {
        for (int width : WIDTHS) {
            try (BrowserContext context = context(product, role, width, ColorScheme.LIGHT)) {
                for (String path : paths) {
                    Page page = context.newPage();
                    page.navigate(address(product, path));
                    assertThat(page.url()).as("the page itself").endsWith(path);
                    everythingIsReachedByKeyboard(page, path + " at " + width);
                    page.close();
                }
            }
        }
    }

    private static void everythingIsReachedByKeyboard(Page page, String what) {
        int operable = (int) page.evaluate(OPERABLE);
        for (int pressed = 0; pressed < operable + 60 && (int) page.evaluate(REACHED) < operable; pressed++) {
            page.keyboard().press("Tab");
            assertThat((String) page.evaluate(FOCUSED)).as(what).doesNotStartWith("unseen");
        }
        assertThat((int) page.evaluate(REACHED)).as(what).isGreaterThanOrEqualTo(operable);
    }

    private static void aTokenIsMadeAndRevokedByKeyboardAlone(StartedProduct product) {
        try (BrowserContext context = context(product, Role.BUYER, WIDTHS[0], ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(address(product, "/tokens"));
            goByTabTo(page, page.getByLabel("Name"));
            page.keyboard().type("ERP of " + LocalDate.EPOCH);
            goByTabTo(page, page.getByLabel("Buyer"));
            page.keyboard().press("Space");
            goByTabTo(page, page.getByRole(AriaRole.BUTTON, named("Make")));
            page.keyboard().press("Enter");
            assertThat(page.locator(".secret code")).containsText("plenish_");
            goByTabTo(page, page.getByRole(AriaRole.BUTTON, named("Revoke")));
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody .pill")).hasText("Revoked");
        }
    }

    private static void goByTabTo(Page page, Locator target) {
        for (int pressed = 0; pressed < 60 && !isFocused(target); pressed++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    private static BrowserContext context(StartedProduct product, Role role, int width, ColorScheme scheme) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        // What has the focus is looked at as soon as it has it, not after a scroll that takes its time.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(scheme));
        if (role != null) {
            TestLogin.as(product.port(), role)
                    .cookies()
                    .forEach((name, value) ->
                            context.addCookies(List.of(new Cookie(name, value).setUrl(address(product, "/")))));
        }
        return context;
    }

    private static void picture(Page page, String path, int width, ColorScheme scheme) {
        String pictures = System.getProperty("plenish.screenshots");
        if (pictures != null) {
            String name = path.replaceAll("[^a-z0-9-]+", "-") + "-" + width + "-" + scheme.name() + ".png";
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, "a11y" + name)));
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String address(StartedProduct product, String path) {
        return "http://127.0.0.1:" + product.port() + path;
    }
}
