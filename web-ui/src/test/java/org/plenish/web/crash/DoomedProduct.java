package org.plenish.web.crash;

import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.PlanFixture;
import org.plenish.web.PlenishApplication;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.StandingDecisions;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A program that starts the product on a data folder, does one kind of work and waits to be killed. */
final class DoomedProduct {

    private DoomedProduct() {}

    /** @param args the data folder and the class of the work */
    public static void main(String[] args) throws Exception {
        CrashWork work =
                (CrashWork) Class.forName(args[1]).getDeclaredConstructor().newInstance();
        ApplicationContext product = new SpringApplication(PlenishApplication.class, Fixture.class)
                .run("--server.port=0", "--plenish.data=" + args[0], "--plenish.uncertainty.paths=100");
        try {
            work.prepare(product);
            say("READY");
            work.work(product, key -> say("DONE " + key));
        } catch (RuntimeException | Error unexpected) {
            // The test quotes standard error if the product died before it was killed.
            unexpected.printStackTrace(System.err);
            // At once: the product's own threads would let it live on, and nobody would see that the work has ended.
            Runtime.getRuntime().halt(1);
        }
    }

    /** The test that starts this program reads its lines. */
    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Plans the fixture in place of the sample; not annotated, or every other test would find it. */
    static class Fixture {

        /** What people have decided is taken as given, as by the product's own source. */
        @Bean
        @Primary
        PlanSource fixtureSource(StandingDecisions decisions) {
            return new PlanSource() {
                @Override
                public String name() {
                    return "Hand-made";
                }

                @Override
                public PlannedDataset plan(RunSettings settings, RunListener listener) {
                    listener.at(RunListener.Stage.IMPORT, 1, "");
                    PlannedDataset planned = PlanFixture.planned();
                    return new PlannedDataset(decisions.addTo(planned.dataset()), planned.plan(), planned.inputs());
                }
            };
        }
    }
}
