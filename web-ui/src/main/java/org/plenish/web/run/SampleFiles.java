package org.plenish.web.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the sample that ships with the product. */
public final class SampleFiles {

    /** For a person, wherever it stands beside stored datasets. */
    public static final String NAME = "Sample";

    private static final String FILES = "classpath*:sample/*";

    private SampleFiles() {}

    public static void copyTo(Path folder) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
        if (files.length == 0) {
            throw new IllegalStateException(
                    "The product carries no sample (class path folder sample/). Build it with ./mvnw package.");
        }
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, folder.resolve(Objects.requireNonNull(file.getFilename())));
            }
        }
    }
}
