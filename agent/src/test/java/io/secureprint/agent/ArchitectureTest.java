// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The rooms of the agent and the arrows between them.
@AnalyzeClasses(
    packages = "io.secureprint.agent",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOM = "io.secureprint.agent.";

  @ArchTest
  static final ArchRule noWindowAndNoDocumentInTheAgent =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..", "org.apache.pdfbox..", "..driver.document..", "..driver.sheet..",
              "io.secureprint.app..")
          .because("the agent runs headless and never sees a document in clear");

  @ArchTest
  static final ArchRule onlyTheStoreKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + "store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "com.zaxxer..",
              "org.flywaydb..", "com.github.kagkarlsson..")
          .because("two databases must fit behind the same ports");

  @ArchTest
  static final ArchRule onlyTheAgentKnowsTheStore =
      classes()
          .that()
          .resideInAPackage(ROOM + "store")
          .and()
          .arePublic()
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .resideInAnyPackage(ROOM + "store", "io.secureprint.agent")
          .because("rooms meet their stores through ports of their own");

  @ArchTest
  static final ArchRule theKernelKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "kernel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "engine..", ROOM + "session..", ROOM + "intake..", ROOM + "payment..",
              ROOM + "journey..", ROOM + "store..", ROOM + "api..")
          .because("everybody shares its words");

  @ArchTest
  static final ArchRule theEngineKnowsOnlyTheKernel =
      classes()
          .that()
          .resideInAPackage(ROOM + "engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "engine..", ROOM + "kernel..", "java..", "javax.crypto..", "org.slf4j..", "org.jspecify..")
          .because("it runs any workflow, not just the print journey");

  @ArchTest
  static final ArchRule siblingsDoNotKnowTheJourney =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOM + "session..", ROOM + "intake..", ROOM + "pricing..", ROOM + "payment..",
              ROOM + "printing..", ROOM + "destruction..", ROOM + "audit..", ROOM + "observe..",
              ROOM + "access..", ROOM + "engine..", ROOM + "kernel..", ROOM + "board..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOM + "journey..", ROOM + "api..", ROOM + "store..")
          .because("the journey ties the rooms together, and none of them ties itself to it");

  @ArchTest
  static final ArchRule moneyKnowsNeitherPaperNorPhones =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "payment..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "intake..", ROOM + "printing..", ROOM + "session..", ROOM + "engine..")
          .because("a payment is true whatever happens to the session");

  @ArchTest
  static final ArchRule accessKnowsOnlyTheKernel =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "access..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "engine..", ROOM + "audit..", ROOM + "session..", ROOM + "intake..",
              ROOM + "payment..", ROOM + "printing..", ROOM + "destruction..", ROOM + "observe..")
          .because("who may do something is asked before anything is done");

  @ArchTest
  static final ArchRule theBoardKnowsOnlyTheKernel =
      classes()
          .that()
          .resideInAPackage(ROOM + "board")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "board", ROOM + "kernel", "java..", "org.slf4j..", "org.jspecify..")
          .because("whoever puts a task on it, the rules of the board are its own");

  @ArchTest
  static final ArchRule theOutboxKnowsOnlyTheKernel =
      classes()
          .that()
          .resideInAPackage(ROOM + "outbox")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "outbox", ROOM + "kernel", "java..", "org.slf4j..", "org.jspecify..")
          .because("whoever waits for events comes to it, and never the other way");

  @ArchTest
  static final ArchRule automationsKnowOnlyTheKernelAndTheOutbox =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "automation")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.secureprint.agent", ROOM + "engine..", ROOM + "board..", ROOM + "payment..",
              ROOM + "journey..", ROOM + "api..", ROOM + "store..", ROOM + "session..")
          .because("what happens elsewhere comes as an event, and tasks are behind a port");

  @ArchTest
  static final ArchRule nobodyKnowsThePracticeShop =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + "practice..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOM + "practice..")
          .because("what plays the bank must not be able to play it in a live shop");

  @ArchTest
  static final ArchRule onlyThePracticeShopPrintsWithoutPaper =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + "practice..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..driver.testprinter..", "..driver.testdocument..")
          .because("what is for tests and practice does not serve customers");
}
