package org.plenish.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.plenish.web.cli.PlenishCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/** Entry point of the packaged product: the command line, which starts Spring for {@code serve} alone. */
@SpringBootApplication
public class PlenishApplication {

    public static void main(String[] args) {
        int exitCode = PlenishCommand.create(PlenishApplication::serve, new DatabaseRecords(Clock.systemUTC()))
                .execute(PlenishCommand.withDefaultCommand(args));
        System.exit(exitCode);
    }

    private static boolean serve(List<String> properties) {
        SpringApplication application = new SpringApplication(PlenishApplication.class);
        // Before the database is started for nothing.
        application.addInitializers(context -> requireFreePort(context.getEnvironment()));
        CountDownLatch closed = new CountDownLatch(1);
        application.addListeners((ContextClosedEvent event) -> closed.countDown());
        try (ConfigurableApplicationContext context = application.run(properties.toArray(String[]::new))) {
            // Standard output: the answer to whoever started it, not a line of the log.
            System.out.println("Plenish is ready: http://localhost:"
                    + context.getEnvironment().getProperty("local.server.port"));
            closed.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (RuntimeException e) {
            // StartFailureReporter or Spring's own reporters have told why.
            return false;
        }
    }

    private static void requireFreePort(Environment environment) {
        int port = environment.getRequiredProperty("server.port", Integer.class);
        String address = environment.getRequiredProperty("server.address");
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            probe.setReuseAddress(true);
        } catch (java.net.BindException e) {
            throw new PortInUseException(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
