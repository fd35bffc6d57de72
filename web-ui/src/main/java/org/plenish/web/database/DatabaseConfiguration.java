package org.plenish.web.database;

import java.nio.file.Path;
import org.plenish.web.shared.ProductVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded server, unless {@code spring.datasource.url} names another. Everything that needs the database asks for
 * {@link JdbcConnectionDetails}, so the server starts before the pool and stops after it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoServerNamed.class)
class DatabaseConfiguration {

    /** @param dataFolder {@code plenish.data}, what {@code --data} sets */
    @Bean
    EmbeddedPostgres embeddedPostgres(@Value("${plenish.data}") String dataFolder) {
        return EmbeddedPostgres.start(Path.of(dataFolder), ProductVersion.read().postgres());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.applicationUser();
            }

            @Override
            public String getPassword() {
                return postgres.applicationPassword();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }

    @Bean
    FlywayConnectionDetails embeddedOwner(EmbeddedPostgres postgres) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.user();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }

    /** No external server is named. */
    static final class NoServerNamed extends NoneNestedConditions {

        NoServerNamed() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static final class ServerNamed {}
    }
}
