package org.plenish.web.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was built.
 *
 * @param product version of Plenish
 * @param kie version of Drools and OptaPlanner
 * @param postgres version of the PostgreSQL binaries on the class path, e.g. {@code 18.6.0}
 */
public record ProductVersion(String product, String kie, String postgres) {

    private static final String RESOURCE = "/META-INF/build-info.properties";

    /** @throws IllegalStateException if the build left no {@code META-INF/build-info.properties} */
    public static ProductVersion read() {
        Properties properties = new Properties();
        try (@Nullable InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing on the class path. Build with ./mvnw once.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProductVersion(
                required(properties, "build.version"),
                required(properties, "build.kie"),
                required(properties, "build.postgres"));
    }

    /** By name of the part, in a fixed order: what a plan's summary says it was made with. */
    public SortedMap<String, String> ofPlanning() {
        return new TreeMap<>(Map.of("plenish", product, "drools", kie, "optaplanner", kie));
    }

    private static String required(Properties properties, String key) {
        @Nullable String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(RESOURCE + " has no " + key + ". Build with ./mvnw once.");
        }
        return value;
    }
}
