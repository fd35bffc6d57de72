package org.plenish.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The floors and vendor walls of this module. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.plenish");

    @Test
    void packagesImportOnlyDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("io")
                .definedBy("org.plenish.engine.io..")
                .layer("plan")
                .definedBy("org.plenish.engine.plan..")
                .layer("simulate")
                .definedBy("org.plenish.engine.simulate..")
                .layer("optimize")
                .definedBy("org.plenish.engine.optimize..")
                .layer("policy")
                .definedBy("org.plenish.engine.policy..")
                .layer("inventory")
                .definedBy("org.plenish.engine.inventory..")
                .layer("forecast")
                .definedBy("org.plenish.engine.forecast..")
                .layer("math")
                .definedBy("org.plenish.engine.math..")
                .layer("model")
                .definedBy("org.plenish.engine.model..")
                .whereLayer("io")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("io")
                .whereLayer("simulate")
                .mayOnlyBeAccessedByLayers("plan", "io")
                .whereLayer("optimize")
                .mayOnlyBeAccessedByLayers("simulate", "plan", "io")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("optimize", "simulate", "plan", "io")
                .whereLayer("inventory")
                .mayOnlyBeAccessedByLayers("policy", "optimize", "simulate", "plan", "io")
                .whereLayer("forecast")
                .mayOnlyBeAccessedByLayers("policy", "optimize", "simulate", "plan", "io")
                .whereLayer("math")
                .mayOnlyBeAccessedByLayers("forecast", "inventory", "policy", "optimize", "simulate", "plan", "io")
                .check(CLASSES);
    }

    /** A method sees one plain series; articles, promotions and the choice between methods are above it. */
    @Test
    void forecastPackagesImportOnlyDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("choice")
                .definedBy("org.plenish.engine.forecast")
                .layer("clean")
                .definedBy("org.plenish.engine.forecast.clean..")
                .layer("intermittent")
                .definedBy("org.plenish.engine.forecast.intermittent..")
                .layer("hierarchy")
                .definedBy("org.plenish.engine.forecast.hierarchy..")
                .layer("monitor")
                .definedBy("org.plenish.engine.forecast.monitor..")
                .layer("method")
                .definedBy("org.plenish.engine.forecast.method..")
                .whereLayer("choice")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("clean")
                .mayOnlyBeAccessedByLayers("choice")
                .whereLayer("intermittent")
                .mayOnlyBeAccessedByLayers("choice")
                .whereLayer("hierarchy")
                .mayOnlyBeAccessedByLayers("choice")
                .whereLayer("monitor")
                .mayOnlyBeAccessedByLayers("choice")
                .whereLayer("method")
                .mayOnlyBeAccessedByLayers("choice", "clean", "intermittent")
                .check(CLASSES);
    }

    @Test
    void optaPlannerStaysBehindItsWall() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plenish.engine.optimize.solver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .check(CLASSES);
    }

    @Test
    void commonsMathStaysBehindItsWall() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.plenish.engine.math..", "org.plenish.engine.forecast..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.math3..")
                .check(CLASSES);
    }

    @Test
    void engineKnowsNoFrameworkAndNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.kie..", "org.drools..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void nothingAsksTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }
}
