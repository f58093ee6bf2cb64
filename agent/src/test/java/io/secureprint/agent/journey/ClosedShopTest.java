// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Folders;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.journey.ShopStatus.Effect;
import io.secureprint.agent.journey.ShopStatus.State;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.PracticeGateway;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.store.BookedEvents;
import io.secureprint.agent.store.BrokenDatabase;
import io.secureprint.agent.store.SilentDatabase;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What a shop stands on breaks: it takes nobody new, and opens again.
final class ClosedShopTest {
  @TempDir private Path folder;
  @RegisterExtension private final Premises premises = new Premises(() -> folder);
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    shop = premises.open(Map.of());
  }

  @Test
  void aShopWhoseDatabaseIsGoneClosesAndOpensByItselfWhenItIsBack() throws Exception {
    try (PracticePhone inside = shop.scan("127.0.0.2")) {
      inside.claim();
      AgentMessage.Quote quote =
          OpenShop.quoted(inside, "one.pdf", TestPdf.plainText(1, "one"));
      try (BrokenDatabase _ = BrokenDatabase.in(folders().database())) {
        awaitClosed("STORAGE_FAILED", Effect.CLOSED_WHILE_SO);
        inside.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
        assertThat(inside.await(AgentMessage.Problem.class).code()).isEqualTo("SHOP_CLOSED");
      }
      awaitOpen();
      OpenShop.wantToPay(inside, quote);
    }
    try (PracticePhone next = shop.scan("127.0.0.3")) {
      next.claim();
    }
  }

  @Test
  void aShopThatTakesUpiByAGatewayClosesAsWell() throws Exception {
    try (PracticeGateway bank = PracticeGateway.open(Ids.secure(), Clock.systemUTC())) {
      shop = premises.open(bank.settings());
      try (BrokenDatabase _ = BrokenDatabase.in(folders().database())) {
        awaitClosed("STORAGE_FAILED", Effect.CLOSED_WHILE_SO);
      }
      awaitOpen();
    }
  }

  @Test
  void aDatabaseThatAnswersNobodyClosesTheShopUntilItAnswers() throws Exception {
    try (SilentDatabase _ = SilentDatabase.in(folders().database())) {
      awaitClosed("STORAGE_FAILED", Effect.CLOSED_WHILE_SO);
    }
    awaitOpen();
  }

  @Test
  void aShopThatCannotWriteInItsFolderIsClosedWhileItIsSo() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(premises.data(), elsewhere);
    awaitClosed("STORAGE_FAILED", Effect.CLOSED_WHILE_SO);
    Files.move(elsewhere, premises.data());
    awaitOpen();
  }

  @Test
  void whatCannotBeErasedKeepsTheShopClosedUntilSomebodyHasLooked() throws Exception {
    Path left = somethingIsLeftOfACustomer();
    assertThat(shop.desk().reopen("test")).isEqualTo(new Desk.Answer.Refused("DESTROY_SCAN"));
    Files.delete(left);
    shop.ended("CANCELLED");
    assertThat(shop.desk().status().get().state()).isEqualTo(State.CLOSED);
    assertThat(shop.desk().reopen("test")).isEqualTo(new Desk.Answer.Done());
    awaitOpen();
  }

  @Test
  void aRestartDoesNotOpenWhatNobodyHasLookedAt() throws Exception {
    Path left = somethingIsLeftOfACustomer();
    shop = premises.open(Map.of());
    assertThat(left).doesNotExist();
    awaitClosed("DESTROY_SCAN", Effect.CLOSED_UNTIL_LOOKED_AT);
    assertThat(shop.desk().reopen("asha")).isEqualTo(new Desk.Answer.Done());
    awaitOpen();
    shop = premises.open(Map.of());
    awaitOpen();
    shop.close();
    assertThat(BookedEvents.in(folders().database()))
        .containsOnlyOnce("ShopClosed agent")
        .containsOnlyOnce("ShopReopened asha");
  }

  private Path somethingIsLeftOfACustomer() throws IOException {
    Path left = Files.writeString(folders().workerTemp().resolve("left"), "sealed");
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
    }
    awaitClosed("DESTROY_SCAN", Effect.CLOSED_UNTIL_LOOKED_AT);
    return left;
  }

  private Folders folders() {
    return new Folders(premises.data());
  }

  private void awaitClosed(String code, Effect effect) {
    await()
        .atMost(OpenShop.LONG.multipliedBy(2))
        .until(() -> shop.desk().status().get().state() == State.CLOSED);
    assertThat(shop.desk().status().get().notes())
        .filteredOn(ShopStatus.Note::closes)
        .extracting(ShopStatus.Note::code, ShopStatus.Note::effect)
        .containsExactly(tuple(code, effect));
    assertThat(shop.desk().ticket().get().page()).isEmpty();
  }

  private void awaitOpen() {
    await()
        .atMost(OpenShop.LONG)
        .until(
            () ->
                shop.desk().status().get().state() != State.CLOSED
                    && !shop.desk().ticket().get().page().isEmpty());
  }
}
