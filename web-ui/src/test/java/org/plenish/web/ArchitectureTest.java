package org.plenish.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The floors and vendor walls of this module, and what the modules below may not know. */
class ArchitectureTest {

    /** All modules: they are on this one's class path. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.plenish");

    @Test
    void nothingBelowKnowsTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plenish.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plenish.web..")
                .check(CLASSES);
    }

    @Test
    void springAndJdbcStayInTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plenish.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void enginesStayBehindTheirWalls() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..", "org.optaplanner..", "org.apache.commons.math3..")
                .check(CLASSES);
    }

    @Test
    void sharedKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.web.shared..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.plenish.web..").and(resideOutsideOfPackage("org.plenish.web.shared..")))
                .check(CLASSES);
    }

    @Test
    void featuresDoNotImportEachOtherInCircles() {
        slices().matching("org.plenish.web.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** What two of them need is in {@code shared}; what is stored of a run, in {@code run}; how it is written, in {@code export}. */
    @Test
    void featuresKnowEachOtherOnlyThroughSharedAndTheRun() {
        slices().matching("org.plenish.web.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage("org.plenish.web.."),
                        resideInAnyPackage(
                                "org.plenish.web.shared..", "org.plenish.web.run..", "org.plenish.web.export.."))
                .check(CLASSES);
    }

    @Test
    void exportsKnowNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.web.export..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.plenish.web..")
                        .and(resideOutsideOfPackages("org.plenish.web.export..", "org.plenish.web.shared..")))
                .check(CLASSES);
    }

    @Test
    void theCommandLineKnowsNeitherSpringNorADatabase() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.web.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyThePackageOfTheDatabaseKnowsTheEmbeddedServer() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.plenish.web.database..", "org.plenish.web") // the root tells why a start failed
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plenish.web.database..")
                .check(CLASSES);
    }
}
