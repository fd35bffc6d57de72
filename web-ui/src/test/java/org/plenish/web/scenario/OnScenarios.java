package org.plenish.web.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.dataset.DatasetsAtHand;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The application on a database of its own, with a small stored dataset to change. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnFixturePlan
@Import(OnScenarios.Stored.class)
@TestPropertySource(properties = "plenish.planning.moves=400")
@interface OnScenarios {

    /** Who stores one. */
    @TestConfiguration
    class Stored {

        @Bean
        ScenariosAtHand scenariosAtHand(JdbcClient jdbc, JdbcTemplate batches) {
            return new ScenariosAtHand(jdbc, new DatasetsAtHand(jdbc, batches));
        }
    }
}
