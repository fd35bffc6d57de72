package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives the tests of an application a {@link Visit} each. Chromium is opened once. Without it, or without Node.js, the
 * tests are skipped unless {@code PLENISH_REQUIRE_BROWSER=true}.
 */
public final class InChromium implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace SPACE = Namespace.create(InChromium.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        Chromium chromium =
                test.getRoot().getStore(SPACE).computeIfAbsent(Chromium.class, key -> Chromium.open(), Chromium.class);
        int port = SpringExtension.getApplicationContext(test)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
        store(test).put(Visit.class, new Visit(chromium.browser(), port));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visit visit = store(test).get(Visit.class, Visit.class);
        visit.close();
        assertThat(visit.complaints()).isEmpty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return store(test).get(Visit.class, Visit.class);
    }

    private static Store store(ExtensionContext test) {
        return test.getStore(SPACE);
    }
}
