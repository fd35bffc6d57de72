package org.plenish.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Benchmarks measure from outside. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.plenish");

    @Test
    void nothingKnowsTheBenchmarks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plenish.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plenish.benchmarks..")
                .check(CLASSES);
    }

    @Test
    void benchmarksKnowNoVendorOfTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.math3..", "org.optaplanner..", "org.springframework..")
                .check(CLASSES);
    }
}
