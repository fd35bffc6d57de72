package org.plenish.web.dataset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.plenish.web.OnFixturePlan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The application on a database of its own: other tests must not find another dataset planned. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnFixturePlan
@Import(OnDatasets.Stored.class)
@TestPropertySource(properties = "plenish.planning.moves=500")
@interface OnDatasets {

    /** Who stores some. */
    @TestConfiguration
    class Stored {

        @Bean
        DatasetsAtHand datasetsAtHand(JdbcClient jdbc, JdbcTemplate batches) {
            return new DatasetsAtHand(jdbc, batches);
        }
    }
}
