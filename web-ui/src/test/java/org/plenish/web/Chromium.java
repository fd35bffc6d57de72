package org.plenish.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browser of the tests. Without Chromium or Node.js on the machine they are skipped, unless
 * {@code PLENISH_REQUIRE_BROWSER=true}.
 */
public final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path NODE = Path.of("/usr/bin/node");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium open() {
        Optional<Path> chromium = PLACES.stream().filter(Files::isExecutable).findFirst();
        boolean there = chromium.isPresent() && Files.isExecutable(NODE);
        if (!there && Boolean.parseBoolean(System.getenv("PLENISH_REQUIRE_BROWSER"))) {
            throw new IllegalStateException("The browser test needs " + PLACES.get(0) + " and " + NODE
                    + ". Maybe install the packages chromium and nodejs.");
        }
        assumeTrue(there, "Skipped: no Chromium or no Node.js on this machine.");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", NODE.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.orElseThrow())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
