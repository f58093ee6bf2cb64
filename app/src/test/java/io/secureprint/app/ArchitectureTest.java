// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.secureprint.agent.practice.GatewayMessage;
import io.secureprint.agent.practice.PracticeGateway;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.app.fx.FxThread;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

/// The walls of app.
@AnalyzeClasses(
    packages = "io.secureprint.app",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule oneDoorToTheFxThread =
      noClasses()
          .that()
          .areNotAssignableTo(FxThread.class)
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("a screen that waits has one place to look for what it waits for");

  @ArchTest
  static final ArchRule viewModelsKnowNoNodes =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .because("what a screen does is tested without a toolkit");

  @ArchTest
  static final ArchRule screensHoldNoBusiness =
      noClasses()
          .that()
          .resideInAnyPackage("..app.fx..", "..app.kiosk..", "..app.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.secureprint.driver..",
              "io.secureprint.agent.engine..",
              "io.secureprint.agent.store..",
              "io.secureprint.agent.payment..",
              "java.sql..",
              "java.net.http..")
          .because("screens see the shop through the desk and the history alone");

  @ArchTest
  static final ArchRule kioskAndConsoleDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("..app.kiosk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..app.console..")
          .because("customers' and staff's screens change for different reasons");

  @ArchTest
  static final ArchRule whatIsSharedKnowsNoScreen =
      noClasses()
          .that()
          .resideInAPackage("..app.fx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..app.kiosk..", "..app.console..")
          .because("fx is the floor that the screens stand on");

  @ArchTest
  static final ArchRule onlyTheDemonstrationKnowsThePracticeShop =
      noClasses()
          .that()
          .resideOutsideOfPackage("..app.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..agent.practice..")
          .because("what plays the bank and the customers has no way into a live shop");

  @ArchTest
  static final ArchRule thePracticeShopHasOneDoor =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(PracticePhone.class, PracticeGateway.class, GatewayMessage.class)
          .because("the demonstration is played by its own room, and told here");
}
