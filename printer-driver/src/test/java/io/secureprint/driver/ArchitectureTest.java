// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls of printer-driver.
@AnalyzeClasses(
    packages = "io.secureprint.driver",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNothingOfTheShop =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.secureprint.agent..", "io.secureprint.app..", "java.sql..", "javafx..")
          .because("it sees documents in clear, so it must not know whose they are or what was paid");

  @ArchTest
  static final ArchRule onlyTheWorkerSeesDocuments =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..driver.api..", "..driver.ipp..", "..driver.printer..", "..driver.discovery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "..driver.document..", "..driver.sheet..")
          .because("the agent loads these packages, and no document is ever opened in its process");

  @ArchTest
  static final ArchRule noTemporaryFiles =
      noClasses()
          .should()
          .callMethod(java.nio.file.Files.class, "createTempFile", String.class, String.class,
              java.nio.file.attribute.FileAttribute[].class)
          .orShould()
          .callMethod(java.io.File.class, "createTempFile", String.class, String.class)
          .because("plaintext never touches a disk");

  @ArchTest
  static final ArchRule theProductDoesWithoutItsTestPrinter =
      noClasses()
          .that()
          .resideOutsideOfPackages("..driver.testprinter..", "..driver.testdocument..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..driver.testprinter..", "..driver.testdocument..")
          .because("it is there to be printed to, by tests and in practice");
}
