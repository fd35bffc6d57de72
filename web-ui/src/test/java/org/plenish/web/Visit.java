package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.plenish.web.shared.Role;

/**
 * A person at the pages in Chromium. Given to the tests of a class by {@link InChromium}, which fails a test whose pages
 * have complained: of any message in the console, any error, any failed answer, any request to another host.
 */
public final class Visit {

    private static final int[] WIDTHS = {1440, 1024, 390};
    private static final int HEIGHT = 900;
    private static final String[] EVERY_RULE = {};
    private static final String[] OF_WIDTH = {"target-size", "scrollable-region-focusable"};
    private static final String OF_COLOUR = "color-contrast";

    private final Browser browser;
    private final int port;
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private String look = "";

    Visit(Browser browser, int port) {
        this.browser = browser;
        this.port = port;
    }

    public Page open(Role role, int width, ColorScheme scheme) {
        Page opened = open(
                role,
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
        look = "-" + width + "-" + scheme.name();
        return opened;
    }

    /** A new window, without what the one before it knew. */
    public Page open(Role role, Browser.NewContextOptions options) {
        close();
        look = "";
        context = browser.newContext(options);
        become(role);
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + " in the console: " + message.text()));
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
        page.onRequestFailed(request -> {
            // Leaving a page or typing on ends the request of a moment ago; a download is no page.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                complaints.add("failed: " + request.url() + " " + request.failure());
            }
        });
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
        return page;
    }

    /** In the same window. */
    public void become(Role role) {
        becomeNobody();
        TestLogin.as(port, role)
                .cookies()
                .forEach((name, value) -> context.addCookies(List.of(new Cookie(name, value).setUrl(address("/")))));
    }

    public void becomeNobody() {
        context.clearCookies();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** These had to come. */
    public void forgive(Predicate<String> complaint) {
        assertThat(complaints.removeIf(complaint)).as("complaints to forgive").isTrue();
    }

    public void fits(String name, String path) {
        page.navigate(address(path));
        fits(name);
    }

    /** The page is no wider than its window. With {@code -Dplenish.screenshots=DIR} a picture of it is left. */
    public void fits(String name) {
        Object surplus = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(surplus).as(name + look + " is wider than its window by").isEqualTo(0);
        String pictures = System.getProperty("plenish.screenshots");
        if (pictures != null) {
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, name + look + ".png")));
        }
    }

    public void isForEverybody(String name, String path) throws IOException {
        page.navigate(address(path));
        isForEverybody(name);
    }

    /** The page fits, and axe finds nothing on it. */
    public void isForEverybody(String name) throws IOException {
        fits(name);
        assertThat(Axe.violations(page)).as(name + look).isEmpty();
    }

    /** To look at pages in any window. */
    public Page openForLooking(Role role) {
        // Colours are looked at as soon as they change, not on their way.
        return open(role, new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /**
     * The page is for everybody in windows of three widths, light and dark. Where only the window or the colours change, axe is
     * asked only for what that can change.
     */
    public void isForEverybodyInAnyWindow(String name, String path) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        for (int width : WIDTHS) {
            resize(width);
            look = "-" + width + "-LIGHT";
            if (width == WIDTHS[0]) {
                isForEverybody(name, path);
            } else {
                fits(name);
                assertThat(Axe.violations(page, width == WIDTHS[2] ? EVERY_RULE : OF_WIDTH))
                        .as(name + look)
                        .isEmpty();
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (int width : new int[] {WIDTHS[2], WIDTHS[0]}) {
            resize(width);
            look = "-" + width + "-DARK";
            fits(name);
        }
        assertThat(Axe.violations(page, OF_COLOUR)).as(name + look).isEmpty();
    }

    /** Charts take their new width when the window tells them, which is not at once. */
    private void resize(int width) {
        page.setViewportSize(width, HEIGHT);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    void close() {
        if (context != null) {
            context.close();
        }
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
