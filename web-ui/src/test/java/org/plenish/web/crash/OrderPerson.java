package org.plenish.web.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.plenish.web.PlanFixture;
import org.plenish.web.TestLogin;
import org.plenish.web.order.OrderKind;
import org.plenish.web.order.life.OrderAction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody at a browser who works on orders. What is done is told as {@code ben PO-0007 3 SUBMIT}: of version 3 he made
 * version 4 by submitting.
 */
final class OrderPerson {

    private static final List<Integer> REFUSALS = List.of(403, 404, 409, 422);
    private static final String EDITABLE = "PROPOSED,EDITED,EDITED,SUBMITTED,APPROVED";
    private static final int SENT_TWICE_OF_A_HUNDRED = 20;

    private final String name;
    private final TestLogin.Session browser;
    private final JdbcClient jdbc;

    OrderPerson(String name, TestLogin.Session browser, JdbcClient jdbc) {
        this.name = name;
        this.browser = browser;
        this.jdbc = jdbc;
        browser.prepareToPost();
    }

    /** An order as the person sees it. */
    private record Seen(long id, OrderKind kind, String number, int version) {

        private String address() {
            return kind.path() + "/" + number;
        }
    }

    /** A line of it. */
    private record SeenLine(long id, String item, int quantityUnits, int openUnits) {}

    String name() {
        return name;
    }

    /** One thing that buyers do; the keys of what was done. */
    List<String> buy() {
        return switch (ThreadLocalRandom.current().nextInt(16)) {
            case 0, 1, 2 -> see(EDITABLE).map(this::edit).orElseGet(List::of);
            case 3, 4 -> act(OrderAction.SUBMIT, "PROPOSED,EDITED");
            case 5 -> bulk(OrderAction.SUBMIT, "PROPOSED,EDITED");
            case 6, 7 -> act(OrderAction.SEND, "APPROVED");
            case 8, 9 -> act(OrderAction.CONFIRM, "SENT");
            case 10, 11, 12 ->
                see("SENT,CONFIRMED,PARTLY_RECEIVED").map(this::receive).orElseGet(List::of);
            case 13 -> act(OrderAction.CLOSE, "RECEIVED,PARTLY_RECEIVED");
            case 14 -> act(OrderAction.CANCEL, "PROPOSED,EDITED,SUBMITTED,APPROVED,REJECTED,SENT,CONFIRMED");
            default -> see(EDITABLE + ",SENT,RECEIVED").map(this::comment).orElseGet(List::of);
        };
    }

    /** One thing that approvers do. */
    List<String> approve() {
        return switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> bulk(OrderAction.APPROVE, "SUBMITTED");
            case 1 -> act(OrderAction.REJECT, "SUBMITTED");
            default -> act(OrderAction.APPROVE, "SUBMITTED");
        };
    }

    private List<String> act(OrderAction action, String states) {
        return see(states)
                .map(order -> send(order, "/act", action, Map.of("action", action.name())))
                .orElseGet(List::of);
    }

    private List<String> edit(Seen order) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        SeenLine line =
                lines(order).stream().skip(random.nextInt(2)).findFirst().orElse(null);
        if (line == null) {
            return List.of();
        }
        Map<String, String> form = new HashMap<>(Map.of("line", String.valueOf(line.id())));
        switch (random.nextInt(7)) {
            case 0, 1 ->
                form.putAll(Map.of("change", "QUANTITY", "units", String.valueOf(24 + 12 * random.nextInt(200))));
            case 2 ->
                form.putAll(Map.of(
                        "change",
                        "SPLIT",
                        "units",
                        "24",
                        "date",
                        PlanFixture.PLAN_DATE.plusWeeks(9).toString()));
            case 3 -> form.putAll(Map.of("change", "PIN"));
            case 4 -> form.putAll(Map.of("change", "REMOVE"));
            case 5 -> form.putAll(Map.of("change", "SUPPLIER", "partner", "S0" + (1 + random.nextInt(3))));
            default -> {
                Optional<Seen> other = seeAnotherOfTheSameWay(order);
                if (other.isEmpty()) {
                    return List.of();
                }
                form.clear();
                form.putAll(Map.of(
                        "change", "MERGE",
                        "target", other.get().number(),
                        "targetVersion", String.valueOf(other.get().version())));
            }
        }
        return send(order, "/change", OrderAction.EDIT, form);
    }

    private List<String> receive(Seen order) {
        Map<String, String> form = new HashMap<>();
        for (SeenLine line : lines(order)) {
            if (line.openUnits() > 0 && ThreadLocalRandom.current().nextInt(3) > 0) {
                boolean whole = ThreadLocalRandom.current().nextBoolean();
                form.put("units-" + line.id(), String.valueOf(whole ? line.openUnits() : 1 + line.openUnits() / 3));
            }
        }
        return send(order, "/receive", OrderAction.RECEIVE, form);
    }

    private List<String> send(Seen order, String path, OrderAction action, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("version", String.valueOf(order.version()));
        form.put("reason", "Because of " + UUID.randomUUID());
        form.put("request", UUID.randomUUID().toString());
        boolean done = isDone(order, path, form);
        if (ThreadLocalRandom.current().nextInt(100) < SENT_TWICE_OF_A_HUNDRED) {
            boolean again = isDone(order, path, form);
            if (done && !again) {
                throw new IllegalStateException("What was done of " + order + " was refused the second time: " + form);
            }
            done |= again; // two who crossed each other are told to try again
        }
        return done ? List.of(key(order, action)) : List.of();
    }

    private List<String> comment(Seen order) {
        String text = UUID.randomUUID().toString();
        return isDone(
                        order,
                        "/comment",
                        Map.of("text", text, "request", UUID.randomUUID().toString()))
                ? List.of(name + " " + order.number() + " " + text + " COMMENT")
                : List.of();
    }

    /** Up to five at once, of which any may be refused. */
    private List<String> bulk(OrderAction action, String states) {
        Map<String, Seen> chosen = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            see(states)
                    .filter(seen -> seen.kind() == OrderKind.PURCHASE)
                    .ifPresent(seen -> chosen.put(seen.number(), seen));
        }
        if (chosen.isEmpty()) {
            return List.of();
        }
        Connection.Response answer = browser.post(
                OrderKind.PURCHASE.path() + "/bulk",
                Map.of(
                        "order",
                        chosen.values().stream()
                                .map(seen -> seen.number() + ":" + seen.version())
                                .collect(Collectors.joining(",")),
                        "action",
                        action.name(),
                        "confirmed",
                        "true",
                        "request",
                        UUID.randomUUID().toString()));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("/bulk answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            List<String> done = new ArrayList<>();
            answer.parse()
                    .select("tr:has(.pill-healthy) th")
                    .eachText()
                    .forEach(number -> done.add(key(chosen.get(number), action)));
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isDone(Seen order, String path, Map<String, String> form) {
        Connection.Response answer = browser.post(order.address() + path, form);
        String location = answer.hasHeader("Location") ? answer.header("Location") : "";
        if (answer.statusCode() == 302 && location.endsWith(order.address())) {
            return true;
        }
        if (!REFUSALS.contains(answer.statusCode())) {
            throw new IllegalStateException(order + path + " answered " + answer.statusCode() + " " + location + " to "
                    + form + ": " + answer.body());
        }
        return false;
    }

    private String key(Seen order, OrderAction action) {
        return name + " " + order.number() + " " + order.version() + " " + action;
    }

    /** @param states the more often one is named, the likelier it is */
    private Optional<Seen> see(String states) {
        String[] named = states.split(",");
        return jdbc.sql("""
                        SELECT id, kind, number, version FROM orders WHERE state = :state
                        ORDER BY random() LIMIT 1""")
                .param("state", named[ThreadLocalRandom.current().nextInt(named.length)])
                .query(Seen.class)
                .optional();
    }

    private Optional<Seen> seeAnotherOfTheSameWay(Seen order) {
        return jdbc.sql("""
                        SELECT o.id, o.kind, o.number, o.version FROM orders o JOIN orders one USING (kind, partner, warehouse)
                        WHERE one.id = :id AND o.id <> :id AND o.state IN ('PROPOSED', 'EDITED', 'SUBMITTED', 'APPROVED')
                        ORDER BY random() LIMIT 1""").param("id", order.id()).query(Seen.class).optional();
    }

    private List<SeenLine> lines(Seen order) {
        return jdbc.sql("""
                        SELECT id, item, quantity_units, quantity_units - received_units AS open_units FROM order_line
                        WHERE order_id = :order ORDER BY line""").param("order", order.id()).query(SeenLine.class).list();
    }
}
