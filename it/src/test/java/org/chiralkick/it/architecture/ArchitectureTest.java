package org.chiralkick.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.chiralkick");

    /** The only package of the API that knows OSGi. */
    private static final String SERVICE = "org.chiralkick.source.service";

    private static final String[] SPI = {"org.chiralkick.source..", "org.chiralkick.matter.."};
    private static final String[] LANGUAGE = {
        "java..", "jdk.incubator.vector..", "org.jspecify.annotations..", "org.osgi.annotation.."
    };
    private static final String[] COMPONENT = {
        "org.osgi.service.component.annotations..", "org.osgi.service.metatype.annotations..", "org.osgi.framework.."
    };

    @Test
    void theSpiKnowsNobody() {
        ArchRule rule = classes()
                .that()
                .resideInAnyPackage(SPI)
                .and()
                .resideOutsideOfPackage(SERVICE)
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE));
        rule.check(PRODUCTION);
        ArchRule service = classes()
                .that()
                .resideInAPackage(SERVICE)
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE, new String[] {"org.osgi.framework.."}));
        service.check(PRODUCTION);
    }

    @Test
    void theSpiDoesNotNeedWhatMakesItsServices() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("org.chiralkick.source", "org.chiralkick.matter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVICE);
        rule.check(PRODUCTION);
    }

    @Test
    void theChiralMechanismKnowsTheSpiAndMetatype() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.chiral..")
                .should()
                .onlyDependOnClassesThat(areIn(
                        SPI, LANGUAGE, COMPONENT, new String[] {"org.chiralkick.chiral..", "org.osgi.service.metatype"
                        }));
        rule.check(PRODUCTION);
    }

    @Test
    void theIsotropicMechanismKnowsTheSpi() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.isotropic..")
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE, COMPONENT, new String[] {"org.chiralkick.isotropic.."}));
        rule.check(PRODUCTION);
    }

    @Test
    void theVorticalMechanismKnowsTheSpi() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.vortical..")
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE, COMPONENT, new String[] {"org.chiralkick.vortical.."}));
        rule.check(PRODUCTION);
    }

    @Test
    void theQuarkUrcaMechanismKnowsTheSpi() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.quarkurca..")
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE, COMPONENT, new String[] {"org.chiralkick.quarkurca.."}));
        rule.check(PRODUCTION);
    }

    @Test
    void thePolarisedNucleonMechanismKnowsTheSpi() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.polarisednucleon..")
                .should()
                .onlyDependOnClassesThat(
                        areIn(SPI, LANGUAGE, COMPONENT, new String[] {"org.chiralkick.polarisednucleon.."}));
        rule.check(PRODUCTION);
    }

    @Test
    void theContractKitKnowsTheSpi() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.contract")
                .should()
                .onlyDependOnClassesThat(
                        areIn(SPI, LANGUAGE, new String[] {"org.chiralkick.contract", "com.sun.management.."}));
        rule.check(PRODUCTION);
        ArchRule tests = classes()
                .that()
                .resideInAPackage("org.chiralkick.contract.junit")
                .should()
                .onlyDependOnClassesThat(
                        areIn(SPI, LANGUAGE, new String[] {"org.chiralkick.contract..", "org.junit.jupiter.api.."}));
        tests.check(PRODUCTION);
    }

    @Test
    void theHostAdapterKnowsTheSpiOsgiAndJson() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.host..")
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE, new String[] {
                    "org.chiralkick.host..",
                    "jakarta.json..",
                    "org.eclipse.parsson.api..",
                    "org.eclipse.yasson",
                    "org.osgi.framework..",
                    "org.osgi.dto..",
                    "org.osgi.resource..",
                    "org.osgi.service.cm..",
                    "org.osgi.service.component..",
                    "org.osgi.util.."
                }));
        rule.check(PRODUCTION);
    }

    @Test
    void theProtoNeutronStarKnowsTheAdapterAsAnyOtherHost() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.star..")
                .should()
                .onlyDependOnClassesThat(areIn(SPI, LANGUAGE, new String[] {
                    "org.chiralkick.star..",
                    "org.chiralkick.table..",
                    "org.chiralkick.host",
                    "org.chiralkick.host.value",
                    "org.chiralkick.host.json..",
                    "org.apache.commons.math3..",
                    "io.jhdf.."
                }));
        rule.check(PRODUCTION);
    }

    @Test
    void thePackagesOfTheProtoNeutronStarFormLayers() {
        // Each package is a slice of its own, org.chiralkick.star itself, which puts the others together, included.
        ArchRule rule = slices().matching("org.chiralkick.(**)").should().beFreeOfCycles();
        rule.check(PRODUCTION.that(JavaClass.Predicates.resideInAPackage("org.chiralkick.star..")));
    }

    @Test
    void onlyThoseWhoFollowServicesKnowOsgi() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.chiralkick.host..")
                .and()
                .resideOutsideOfPackages("org.chiralkick.host.felix..", "org.chiralkick.host.internal.osgi..")
                // Where a host that is a bundle itself says in which framework.
                .and()
                .doNotHaveFullyQualifiedName("org.chiralkick.host.SourceProvider")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..");
        rule.check(PRODUCTION);
    }

    @Test
    void onlyTheLauncherStartsFrameworks() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("org.chiralkick.host.felix..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.osgi.framework.launch..");
        rule.check(PRODUCTION);
    }

    @Test
    void noMechanismAndHostKnowEachOther() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        "org.chiralkick.chiral..",
                        "org.chiralkick.isotropic..",
                        "org.chiralkick.vortical..",
                        "org.chiralkick.quarkurca..",
                        "org.chiralkick.polarisednucleon..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.chiralkick.host..",
                        "org.chiralkick.cli..",
                        "org.chiralkick.contract..",
                        "org.chiralkick.star..");
        rule.check(PRODUCTION);
    }

    @Test
    void writingFilesOpensNoCoupling() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.chiralkick.study.page..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.chiralkick.host.Coupling")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.chiralkick.study.Session");
        rule.check(PRODUCTION);
    }

    @Test
    void studiesNeedNoTerminal() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("org.chiralkick.study..", "org.chiralkick.star..", "org.chiralkick.table..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.chiralkick.cli..", "picocli..", "me.tongfei..");
        rule.check(PRODUCTION);
    }

    @Test
    void onlyTheProgramKnowsItsCommands() {
        // Options, terminal and live page stand below the package of the commands.
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.chiralkick.cli.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.chiralkick.cli");
        rule.check(PRODUCTION);
    }

    @Test
    void theCommandLineKnowsNoMechanism() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("org.chiralkick.cli..", "org.chiralkick.study..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.chiralkick.chiral..",
                        "org.chiralkick.isotropic..",
                        "org.chiralkick.vortical..",
                        "org.chiralkick.quarkurca..",
                        "org.chiralkick.polarisednucleon..");
        rule.check(PRODUCTION);
    }

    @Test
    void aReportKnowsNoStar() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.chiralkick.report..")
                .should()
                .onlyDependOnClassesThat(areIn(LANGUAGE, new String[] {
                    "org.chiralkick.report..",
                    "org.chiralkick.host.json..",
                    "javax.imageio..",
                    "io.jhdf..",
                    "org.knowm.xchart.."
                }));
        rule.check(PRODUCTION);
    }

    @Test
    void theChiralPackagesFormLayers() {
        ArchRule rule =
                slices().matching("org.chiralkick.chiral.(*)..").should().beFreeOfCycles();
        rule.check(PRODUCTION);
    }

    @Test
    void nothingStaticIsMutable() {
        ArchRule rule = fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(areProduction())
                .should()
                .beFinal();
        rule.check(PRODUCTION);
    }

    private static DescribedPredicate<JavaClass> areIn(String[]... groups) {
        String[] packages = java.util.Arrays.stream(groups)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        // Arrays of primitive types have no package; they are part of the language.
        return JavaClass.Predicates.resideInAnyPackage(packages)
                .or(DescribedPredicate.describe(
                        "primitive or array",
                        type -> type.isPrimitive()
                                || (type.isArray()
                                        && type.getBaseComponentType().isPrimitive())));
    }

    private static DescribedPredicate<JavaClass> areProduction() {
        // Compilers and coverage agents add synthetic statics to nobody's design.
        return DescribedPredicate.describe(
                "are written by people", type -> !type.getName().contains("$Switch"));
    }
}
