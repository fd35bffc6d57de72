package org.plenish.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.plenish.web.PlanFixture;
import org.plenish.web.TestLogin;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A buyer in two browsers and two approvers work on the same orders through the product's pages, each as fast as they can:
 * they edit, submit, approve, send, receive and cancel, alone and in bulk, some forms twice, while plans are merged in.
 */
final class ApprovalsWork implements CrashWork {

    private static final Actor PLANNER = new Actor("paul", Set.of(Role.PLANNER), "192.0.2.7");
    private static final Map<String, Role> PEOPLE =
            Map.of("ben", Role.BUYER, "anna", Role.APPROVER, "carl", Role.APPROVER);
    private static final int FEWEST_PROPOSED = 30;
    private static final int PLANNER_WAITS_MILLIS = 4_000;
    private static final int WARMING_UP = 3;

    private final List<OrderPerson> people = new ArrayList<>();

    /** Before anything is approved, there is somebody to be told, and a supplier whose orders of a day are limited. */
    @Override
    public void prepare(ApplicationContext product) throws InterruptedException {
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        int port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        TestLogin.createAccounts(jdbc);
        PEOPLE.forEach((name, role) -> TestLogin.createAccount(jdbc, name, Set.of(role)));
        jdbc.sql("UPDATE approval_limit SET order_limit = NULL, supplier_day_limit = NULL WHERE name = '*'")
                .update();
        jdbc.sql("INSERT INTO approval_limit VALUES ('SUPPLIER', 'S03', NULL, :limit) ON CONFLICT DO NOTHING")
                .param("limit", OrdersAfterCrash.DAY_LIMIT_OF_S03)
                .update();
        jdbc.sql("""
                        INSERT INTO webhook (url, secret, events, created_at, created_by)
                        SELECT 'https://hook.invalid/', 'secret', ARRAY ['order.approved', 'order.sent',
                            'order.confirmed', 'order.received', 'order.closed', 'order.cancelled'], now(), 'test'
                        WHERE NOT EXISTS (SELECT FROM webhook)""").update();
        // To log in takes its time on purpose.
        PEOPLE.forEach((name, role) -> {
            TestLogin.Session browser = TestLogin.logIn(port, name, TestLogin.PASSWORD);
            people.add(new OrderPerson(name, browser, jdbc));
            if (role == Role.BUYER) {
                people.add(new OrderPerson(name, TestLogin.withCookies(port, browser.cookies()), jdbc));
            }
        });
        CurrentPlan plan = product.getBean(CurrentPlan.class);
        while (plan.find().isEmpty()) {
            Thread.sleep(20);
        }
        propose(jdbc);
        // A kill while classes are loaded tells nothing.
        people.parallelStream()
                .filter(person -> PEOPLE.get(person.name()) == Role.BUYER)
                .forEach(person -> {
                    for (int i = 0; i < WARMING_UP; i++) {
                        person.buy();
                    }
                });
    }

    @Override
    public void work(ApplicationContext product, Consumer<String> acknowledge) {
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        BackgroundPlanning planning = product.getBean(BackgroundPlanning.class);
        List<Runnable> works = new ArrayList<>(List.of(() -> plan(planning)));
        people.forEach(person -> works.add(() -> work(person, jdbc, acknowledge)));
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        CompletableFuture.anyOf(works.stream()
                        .map(work -> CompletableFuture.runAsync(work, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void work(OrderPerson person, JdbcClient jdbc, Consumer<String> acknowledge) {
        while (true) {
            if (PEOPLE.get(person.name()) == Role.BUYER) {
                person.buy().forEach(acknowledge);
                propose(jdbc);
            } else {
                person.approve().forEach(acknowledge);
            }
        }
    }

    private static void plan(BackgroundPlanning planning) {
        while (true) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(PLANNER_WAITS_MILLIS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            planning.plan(PLANNER);
        }
    }

    /** A plan proposes few orders; these are as if it proposed more. */
    private static void propose(JdbcClient jdbc) {
        int proposed = jdbc.sql("SELECT count(*) FROM orders WHERE state = 'PROPOSED'")
                .query(Integer.class)
                .single();
        if (proposed >= FEWEST_PROPOSED) {
            return;
        }
        jdbc.sql("""
                        WITH fresh AS (
                            INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency,
                                changed_by, changed_at)
                            SELECT 'PURCHASE', next_order_number('PURCHASE'), 'S0' || 1 + n % 3,
                                (ARRAY ['LEEDS', 'BRISTOL']) [1 + n % 2], :date, 'PROPOSED', run_id, 'GBP', 'plenish', now()
                            FROM generate_series(1, :orders) n, (SELECT max(run_id) AS run_id FROM plan) latest
                            RETURNING id)
                        INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost,
                            value, due_date, reason)
                        SELECT id, line, 'ART-' || 1001 + (id + line * 7) % 48, 48 * line, 12, 7.25, 48 * line * 7.25,
                            CAST(:date AS date) + 21, 'For the test.'
                        FROM fresh, generate_series(1, 3) line""")
                .param("date", PlanFixture.PLAN_DATE)
                .param("orders", FEWEST_PROPOSED + ThreadLocalRandom.current().nextInt(10))
                .update();
    }

    @Override
    public int mostAwaited() {
        return 40;
    }

    @Override
    public void check(JdbcClient database, List<String> acknowledged) {
        OrdersAfterCrash.BROKEN_IF_FOUND.forEach((sentence, sql) -> assertThat(database.sql(sql)
                        .query((row, index) -> row.getString(1))
                        .list())
                .as(sentence)
                .isEmpty());
        assertThat(database.sql(OrdersAfterCrash.DONE).query(String.class).set())
                .as("everything acknowledged was done, once")
                .containsAll(acknowledged);
    }
}
