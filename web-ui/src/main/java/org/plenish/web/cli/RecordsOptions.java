package org.plenish.web.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command works on. */
final class RecordsOptions {

    static final String DEFAULT_FOLDER = "plenish-data";

    private static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the embedded database lives. Default: ./plenish-data.")
    private @Nullable Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "An own PostgreSQL server instead, as jdbc:postgresql://HOST/NAME; its password is taken from "
                            + PASSWORD + ".")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Who owns the tables there.")
    private @Nullable String user;

    StoredRecords.Place place(Usage usage) {
        if (url == null) {
            usage.require(user == null, "--user: is of an own server; name that with --url.");
            return new StoredRecords.Place.Folder(data == null ? Path.of(DEFAULT_FOLDER) : data);
        }
        usage.require(data == null, "--data and --url: name one of them.");
        usage.require(url.startsWith("jdbc:postgresql:"), "--url: " + url + " must be as jdbc:postgresql://HOST/NAME.");
        String password = System.getenv(PASSWORD);
        return new StoredRecords.Place.Server(url, user == null ? "" : user, password == null ? "" : password);
    }
}
