package org.plenish.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "serve",
        description = "Serves the web application.",
        footer = {
            "",
            "An own PostgreSQL server instead of the embedded one: --spring.datasource.url=jdbc:postgresql://HOST/NAME"
                    + " --spring.datasource.username=USER, the password in SPRING_DATASOURCE_PASSWORD."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Pattern PROPERTY = Pattern.compile("--[a-z][\\w-]*(\\.[\\w\\[\\]-]+)+=.*");
    private static final int HIGHEST_PORT = 65_535;

    private final WebApplication webApplication;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the web application; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the embedded database lives. Default: ./plenish-data.")
    private @Nullable Path data;

    @Option(
            names = "--demo",
            description = "Offers one account a role, whose passwords the log-in page shows. Not beside real accounts.")
    private boolean demo;

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandLine.Model.CommandSpec spec;

    ServeCommand(WebApplication webApplication) {
        this.webApplication = webApplication;
    }

    @Override
    public Integer call() {
        List<String> properties = new ArrayList<>();
        for (String other : others) {
            if (!PROPERTY.matcher(other).matches()) {
                throw new ParameterException(spec.commandLine(), "Unknown option: '" + other + "'.");
            }
            properties.add(other);
        }
        if (port != null) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new ParameterException(
                        spec.commandLine(), "--port: " + port + " must be from 0 to " + HIGHEST_PORT + ".");
            }
            properties.add("--server.port=" + port);
        }
        if (data != null) {
            properties.add("--plenish.data=" + data);
        }
        if (demo) {
            properties.add("--plenish.demo=true");
        }
        return webApplication.run(properties) ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
    }
}
