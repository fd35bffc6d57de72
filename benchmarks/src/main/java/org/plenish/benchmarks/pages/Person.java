package org.plenish.benchmarks.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One person with a browser: logs in and clicks on, until it is late. */
final class Person {

    private static final List<String> ROLES = List.of("planner", "buyer", "analyst", "approver", "auditor");
    private static final double MENU_SHARE = 0.3;

    /** What names one thing of many in an address. */
    private static final Pattern ONE_OF_MANY = Pattern.compile("/(?:[A-Z]{2}-)?[0-9]+(?=/|$)|(?<=/accounts)/[^/]+");

    private static final Pattern NO_PAGE = Pattern.compile(".*\\.(?:csv|xlsx|pdf|zip|json|xml|txt|edi|x12)(?:\\?.*)?"
            + "|/log-out|/purchase-orders/[^/]*/document/.*");

    private final URI product;
    private final String userName;
    private final double readingSeconds;
    private final Visits visits;
    private final Random random;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<String, Integer> assetBytes = new HashMap<>();

    Person(URI product, int number, long seed, double readingSeconds, Visits visits) {
        this.product = product;
        this.userName = "demo-" + ROLES.get(number % ROLES.size());
        this.readingSeconds = readingSeconds;
        this.visits = visits;
        this.random = new Random(seed * 1_000 + number);
    }

    /** @param counted from when on times count */
    void walk(Instant counted, Instant end) throws IOException, InterruptedException {
        logIn();
        Document page = visit("/", counted);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(Math.round(1_000 * readingSeconds * (0.5 + random.nextDouble())));
            page = visit(next(page), counted);
        }
    }

    private void logIn() throws IOException, InterruptedException {
        Document form = parse(get("/login"));
        String fields = Map.of(
                        "user",
                        userName,
                        "password",
                        "demo",
                        "_csrf",
                        form.select("[name=_csrf]").val())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
        HttpResponse<Void> answer = browser.send(
                HttpRequest.newBuilder(product.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.discarding());
        if (answer.headers().firstValue("Location").orElse("").contains("login")) {
            throw new IllegalStateException(userName + " cannot log in at " + product + ". Start it by serve --demo.");
        }
    }

    /** A page of the menu, or where a link of the page leads; from a page without links, the first one. */
    private String next(Document page) {
        List<String> menu = addresses(page, ".menu a[href]");
        List<String> links = addresses(page, "main a[href]");
        List<String> chosen = links.isEmpty() || random.nextDouble() < MENU_SHARE ? menu : links;
        return chosen.isEmpty() ? "/" : chosen.get(random.nextInt(chosen.size()));
    }

    private static List<String> addresses(Document page, String query) {
        return page.select(query).stream()
                .filter(link -> !link.hasAttr("download"))
                .map(link -> link.attr("href"))
                .filter(address -> address.startsWith("/"))
                .filter(address -> !NO_PAGE.matcher(address).matches())
                .toList();
    }

    private Document visit(String address, Instant counted) throws IOException, InterruptedException {
        String wanted = address.replaceFirst("#.*", "");
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = get(wanted);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        Document page = parse(answer);
        if (answer.statusCode() >= 300 && answer.statusCode() < 400) {
            return visit(answer.headers().firstValue("Location").orElse("/"), counted);
        }
        if (answer.statusCode() != 200) {
            visits.fail(answer.statusCode() + " for " + userName + ": " + wanted);
            return page;
        }
        visits.note(
                ONE_OF_MANY.matcher(wanted.replaceFirst("\\?.*", "")).replaceAll("/…"),
                milliseconds,
                Instant.now().isAfter(counted),
                answer.body().length / 1e3,
                (answer.body().length + assetsOf(page)) / 1e3);
        return page;
    }

    /** Bytes, as they are sent, of what the page needs beside itself. */
    private int assetsOf(Document page) throws IOException, InterruptedException {
        Set<String> assets = new LinkedHashSet<>();
        page.select("link[rel=stylesheet], script[src], img[src], link[rel=icon]")
                .forEach(element -> assets.add(element.hasAttr("src") ? element.attr("src") : element.attr("href")));
        page.select("svg use[href]").forEach(use -> assets.add(use.attr("href").replaceFirst("#.*", "")));
        // What a page's own script fetches is named by data attributes of it.
        boolean charts = !page.select(".chart").isEmpty();
        page.select("script[src]").stream()
                .flatMap(Person::fetchedLater)
                .filter(address -> charts || !address.contains("/echarts/"))
                .forEach(assets::add);
        int bytes = 0;
        for (String asset : assets) {
            Integer known = assetBytes.get(asset);
            if (known == null) {
                known = get(asset).body().length;
                assetBytes.put(asset, known);
            }
            bytes += known;
        }
        return bytes;
    }

    private static Stream<String> fetchedLater(Element script) {
        return script.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().startsWith("data-"))
                .map(attribute -> attribute.getValue())
                .filter(value -> value.startsWith("/"));
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(product.resolve(address))
                        .header("Accept-Encoding", "gzip")
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private Document parse(HttpResponse<byte[]> answer) {
        boolean packed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (var in = packed
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body()))
                : new ByteArrayInputStream(answer.body())) {
            return Jsoup.parse(in, StandardCharsets.UTF_8.name(), product.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
