package org.plenish.web.run.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunProgress;
import org.plenish.web.run.schedule.RunSchedule.Outcome;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class SchedulesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    Schedules schedules;

    @Autowired
    BackgroundPlanning planning;

    @Autowired
    PlanningRuns runs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        awaitNoRun();
        clear();
    }

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM run_schedule").update();
    }

    @Test
    void aPlannerSetsAScheduleSwitchesItOffAndRemovesIt() throws Exception {
        assertThat(post(Role.BUYER, "/runs/schedules", form()).statusCode()).isEqualTo(403);
        assertThat(post(Role.PLANNER, "/runs/schedules", form()).header("Location"))
                .isEqualTo("/runs/schedules");
        RunSchedule made = schedules.all().get(0);
        String page = TestLogin.as(port, Role.BUYER)
                .get("/runs/schedules")
                .parse()
                .select("tbody")
                .text();
        assertThat(page)
                .contains("Mon 05:30 Europe/London")
                .contains("not due yet")
                .contains(TestLogin.userName(Role.PLANNER));
        String address = "/runs/schedules/" + made.id();
        assertThat(post(Role.PLANNER, address + "/enable", Map.of("version", "1", "enabled", "false"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(schedules.all().get(0).enabled()).isFalse();
        assertThat(post(Role.PLANNER, address + "/remove", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(Role.PLANNER, address + "/remove", Map.of("version", "2"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(schedules.all()).isEmpty();
        assertThat(jdbc.sql(
                                "SELECT action FROM audit_entry WHERE subject_kind = 'run schedule' AND subject = ? ORDER BY number")
                        .param(String.valueOf(made.id()))
                        .query(String.class)
                        .list())
                .containsExactly("create", "disable", "remove");
    }

    @Test
    void whatIsNoScheduleIsRefusedInWords() throws Exception {
        Connection.Response noDay = post(Role.PLANNER, "/runs/schedules", Map.of("at", "05:30", "zone", "UTC"));
        assertThat(noDay.statusCode()).isEqualTo(400);
        assertThat(noDay.parse().select("[role=alert]").text()).contains("none must be at least one");
        Connection.Response noTime =
                post(Role.PLANNER, "/runs/schedules", Map.of("days", "MONDAY", "at", "soon", "zone", "UTC"));
        assertThat(noTime.statusCode()).isEqualTo(400);
        assertThat(noTime.parse().select("input[name=days][checked]").eachAttr("value"))
                .containsExactly("MONDAY");
        assertThat(post(Role.PLANNER, "/runs/schedules", Map.of("days", "MONDAY", "at", "05:30", "zone", "Atlantis"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(schedules.all()).isEmpty();
    }

    @Test
    void startsWhenItIsDueAndOnceForAllThatWasMissed() throws Exception {
        post(Role.PLANNER, "/runs/schedules", form());
        Instant due = schedules.all().get(0).recurrence().nextAfter(Instant.now());
        long before = latest().id();

        look(due.minusSeconds(1));
        assertThat(schedules.all().get(0).lastOutcome()).isNull();
        look(due.plusSeconds(5));
        RunSchedule started = schedules.all().get(0);
        assertThat(started.lastOutcome()).isEqualTo(Outcome.STARTED);
        assertThat(started.lastDue()).isEqualTo(due);
        assertThat(started.lastRun()).isEqualTo(latest().id()).isGreaterThan(before);
        awaitNoRun();
        look(due.plusSeconds(20));
        assertThat(latest().id()).isEqualTo(started.lastRun());

        // three Mondays without the application
        look(due.plus(Duration.ofDays(22)));
        RunSchedule missed = schedules.all().get(0);
        assertThat(missed.lastOutcome()).isEqualTo(Outcome.MISSED);
        assertThat(missed.lastRun()).isGreaterThan(started.lastRun());
        awaitNoRun();
        look(due.plus(Duration.ofDays(22)).plusSeconds(20));
        assertThat(latest().id()).isEqualTo(missed.lastRun());
        assertThat(jdbc.sql("SELECT count(DISTINCT stage) FROM run_stage WHERE run_id = ?")
                        .param(missed.lastRun())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void saysSoIfAnotherRunIsAtWork() {
        post(Role.PLANNER, "/runs/schedules", form());
        Instant due = schedules.all().get(0).recurrence().nextAfter(Instant.now());
        long working = jdbc.sql("""
                        INSERT INTO planning_run (source, status, stage, settings, started_at)
                        VALUES ('Hand-made', 'RUNNING', 'FORECAST', '{}', now()) RETURNING id""").query(Long.class).single();
        try {
            look(due.plusSeconds(5));
            assertThat(schedules.all().get(0).lastOutcome()).isEqualTo(Outcome.BUSY);
            assertThat(schedules.all().get(0).lastRun()).isNull();
        } finally {
            jdbc.sql("DELETE FROM planning_run WHERE id = ?").param(working).update();
        }
    }

    private void look(Instant now) {
        new ScheduledRuns(schedules, planning, jdbc, transaction, Clock.fixed(now, ZoneOffset.UTC)).look();
    }

    private static Map<String, String> form() {
        return Map.of("days", "MONDAY", "at", "05:30", "zone", "Europe/London");
    }

    private RunProgress latest() {
        return runs.findLatest().orElseThrow();
    }

    private void awaitNoRun() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (latest().isRunning()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private Connection.Response post(Role role, String path, Map<String, String> form) {
        return TestLogin.as(port, role).post(path, form);
    }
}
