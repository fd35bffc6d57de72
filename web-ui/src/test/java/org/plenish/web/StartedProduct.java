package org.plenish.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plenish.web.run.PlanSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The application, started as {@code serve} starts it, on a folder of the test's own: planning {@link PlanFixture}, but
 * without accounts.
 */
public final class StartedProduct implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private StartedProduct(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static StartedProduct on(Path data, String... properties) {
        SpringApplication application = new SpringApplication(PlenishApplication.class);
        application.addInitializers((GenericApplicationContext context) -> context.registerBean(
                "fixtureSource", PlanSource.class, OnFixturePlan.Fixture::source, bean -> bean.setPrimary(true)));
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--plenish.data=" + data, "--plenish.uncertainty.paths=100"));
        arguments.addAll(List.of(properties));
        return new StartedProduct(application.run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> ObjectProvider<T> beanProvider(Class<T> type) {
        return context.getBeanProvider(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
