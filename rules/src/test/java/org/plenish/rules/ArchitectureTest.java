package org.plenish.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls of this module. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.plenish");

    @Test
    void onlyThisModuleKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plenish.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..")
                .check(CLASSES);
    }

    @Test
    void rulesKnowNoFrameworkAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.optaplanner..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void rulesUseOfTheEngineFactsAndAnswersOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plenish.engine.optimize..",
                        "org.plenish.engine.plan..",
                        "org.plenish.engine.io..",
                        "org.plenish.engine.inventory..")
                .check(CLASSES);
    }

    @Test
    void nothingAsksTheClock() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.rules..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }
}
