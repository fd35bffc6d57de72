package org.plenish.web.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HealthHandlerTest {

    @Test
    void aDatabaseThatRefusesIsDown() throws Exception {
        HealthHandler handler = new HealthHandler(
                JdbcClient.create(new Database(() -> {
                    throw new SQLException("the server is shut down, ask rosa at 192.0.2.7");
                })),
                Clock.systemUTC());
        MockHttpServletResponse answer = ask(handler);
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).isEqualTo("{\"status\":\"down\"}");
    }

    @Test
    void aSilentDatabaseIsDownInTimeAndIsAskedOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        HealthHandler handler = new HealthHandler(
                JdbcClient.create(new Database(() -> {
                    asked.incrementAndGet();
                    never.await();
                })),
                Clock.systemUTC());
        Instant start = Instant.now();
        assertThat(ask(handler).getStatus()).isEqualTo(503);
        assertThat(ask(handler).getStatus()).isEqualTo(503);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(asked).hasValue(1);
        never.countDown();
    }

    private static MockHttpServletResponse ask(HealthHandler handler) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        handler.handleRequest(new MockHttpServletRequest("GET", "/health"), response);
        return response;
    }

    /** What happens when a connection is asked for. */
    @FunctionalInterface
    private interface Behaviour {
        void act() throws SQLException, InterruptedException;
    }

    /** A database that gives no connection. */
    private static final class Database extends AbstractDataSource {

        private final Behaviour behaviour;

        Database(Behaviour behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public java.sql.Connection getConnection() throws SQLException {
            try {
                behaviour.act();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            throw new SQLException("no connection");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
