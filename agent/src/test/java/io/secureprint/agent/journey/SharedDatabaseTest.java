// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.journey.ShopStatus.State;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.store.Database;
import io.secureprint.agent.store.TestDatabase;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Whole shops whose records are in a PostgreSQL.
final class SharedDatabaseTest {
  private static final String CANARY = "CANARY-5d1c77aa";
  private static final JsonObject ASK =
      JsonObject.parse(
          """
          {"name":"Ask","steps":[{"id":"one","type":"FORM","config":{"formId":"a","dataKey":"one"}}]}
          """);

  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private Map<String, String> settings;
  private OpenShop shop;
  private int printed;

  @BeforeEach
  void openTheShop() throws Exception {
    settings = TestDatabase.POSTGRESQL.settings(premises.data());
    printed = premises.host().received().size();
    shop = premises.open(settings);
  }

  @Test
  void aCustomerPrintsAndPaysAndNothingOfThemIsAnywhere() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote =
          OpenShop.quoted(phone, CANARY + ".pdf", TestPdf.plainText(2, CANARY));
      OpenShop.wantToPay(phone, quote);
      shop.takeCash(session.session(), quote.cash());
      phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.PRINTED);
      phone.await(AgentMessage.Receipt.class);
    }
    assertThat(premises.host().received()).hasSize(printed + 1);
    shop.ended("COMPLETED");
    assertThat(premises.data().resolve("db")).doesNotExist();
    assertThat(TestDatabase.filesWith(CANARY)).isEmpty();
    shop.assertNothingRemainsOf(CANARY);
  }

  @Test
  void countersShareTheirBooksAndLeaveEachOthersCustomersAlone() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "one.pdf", TestPdf.plainText(1, "one"));
      OpenShop.wantToPay(phone, quote);
      try (OpenShop second = secondCounter()) {
        assertThat(second.ended("IN_PROGRESS").sheets()).isZero();
        assertThat(second.desk().sessions().get()).isEmpty();
        shop.takeCash(session.session(), quote.cash());
        phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.PRINTED);
        phone.await(AgentMessage.Receipt.class);
        assertThat(second.ended("COMPLETED").paid()).isEqualTo(new Paise(200));
      }
    }
    assertThat(premises.host().received()).hasSize(printed + 1);
  }

  @Test
  void aCounterThatIsAddedLeavesWhatTheProgramsOfTheOthersKnow() throws Exception {
    GraphQlProgram program = new GraphQlProgram(shop);
    program.publish("ask", ASK);
    String id = program.start("ask", "{who: \"Asha\"}", "go");
    secondCounter().close();
    assertThat(program.execution(id).object("context").text("who")).contains("Asha");
  }

  @Test
  void keysThatTheFirstVersionKeptElsewhereAreTakenOver() throws Exception {
    GraphQlProgram program = new GraphQlProgram(shop);
    program.publish("ask", ASK);
    String id = program.start("ask", "{who: \"Asha\"}", "go");
    shop.close();
    Path former = premises.data().resolve("keys").resolve("contexts");
    Files.move(premises.data().resolve("contexts"), former);
    shop = premises.open(settings);
    assertThat(new GraphQlProgram(shop).execution(id).object("context").text("who"))
        .contains("Asha");
    assertThat(former).doesNotExist();
  }

  @Test
  void aShopThatIsClosedUntilSomebodyHasLookedDoesNotCloseTheOthers() throws Exception {
    Path left =
        Files.writeString(premises.data().resolve("tmp").resolve("left"), "sealed");
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
    }
    await().atMost(OpenShop.LONG).until(() -> state(shop) == State.CLOSED);
    Files.delete(left);
    try (OpenShop second = secondCounter()) {
      assertThat(state(second)).isNotEqualTo(State.CLOSED);
    }
    shop = premises.open(settings);
    await().atMost(OpenShop.LONG).until(() -> state(shop) == State.CLOSED);
  }

  @Test
  void aShopThatLosesItsDatabaseClosesAndOpensByItselfWhenItIsBack() throws Exception {
    try (Cable cable = Cable.to(TestDatabase.port())) {
      Map<String, String> through = new HashMap<>(settings);
      through.computeIfPresent(
          "database.url",
          (_, url) -> url.replace(":" + TestDatabase.port() + "/", ":" + cable.port() + "/"));
      shop = premises.open(through);
      try (PracticePhone inside = shop.scan("127.0.0.2")) {
        inside.claim();
        AgentMessage.Quote quote = OpenShop.quoted(inside, "one.pdf", TestPdf.plainText(1, "one"));
        cable.cut();
        await().atMost(OpenShop.LONG).until(() -> state(shop) == State.CLOSED);
        assertThat(shop.desk().status().get().notes())
            .filteredOn(ShopStatus.Note::closes)
            .extracting(ShopStatus.Note::code)
            .containsExactly("DATABASE_LOST");
        cable.mend();
        await().atMost(OpenShop.LONG).until(() -> state(shop) != State.CLOSED);
        OpenShop.wantToPay(inside, quote);
      }
      shop.close();
    }
  }

  @Test
  void oneDataFolderIsOneAgent() throws Exception {
    assertThatThrownBy(() -> OpenShop.open(premises.data(), premises.host(), settings))
        .isInstanceOfSatisfying(
            Database.Unusable.class, busy -> assertThat(busy.isBusy()).isTrue());
    Path copy = second();
    secondCounter().close();
    String name = Files.readString(premises.data().resolve("agent.id"));
    Files.writeString(copy.resolve("agent.id"), name.replaceAll("\n.*\n", "\n" + "0".repeat(32) + "\n"));
    assertThatThrownBy(() -> OpenShop.open(copy, premises.host(), settings))
        .isInstanceOfSatisfying(
            Database.Unusable.class,
            twice -> assertThat(twice.code()).isEqualTo("AGENT_TWICE"));
  }

  @Test
  void aServerThatOnlyPretendsToWriteIsTold() {
    assertThat(shop.desk().status().get().notes())
        .extracting(ShopStatus.Note::code)
        .contains("DATABASE_UNSAFE");
  }

  @Test
  void aCounterWithoutTheShopsKeysIsNotOpened() {
    assertThatThrownBy(
            () -> OpenShop.open(second(), premises.host(), settings))
        .isInstanceOfSatisfying(
            Database.Unusable.class,
            other -> assertThat(other.code()).isEqualTo("COUNTER_KEYS"));
  }

  /// With the keys of the first, as the owner has copied them.
  private OpenShop secondCounter() throws Exception {
    Path keys = Files.createDirectories(second().resolve("keys"));
    try (Stream<Path> files = Files.list(premises.data().resolve("keys"))) {
      for (Path file : files.toList()) {
        Files.copy(file, keys.resolve(file.getFileName()));
      }
    }
    return OpenShop.open(second(), premises.host(), settings);
  }

  private static Path second() {
    return premises.data().resolveSibling(premises.data().getFileName() + "-second");
  }

  private static State state(OpenShop of) {
    return of.desk().status().get().state();
  }
}
