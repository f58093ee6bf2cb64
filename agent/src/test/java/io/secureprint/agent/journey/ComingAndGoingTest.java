// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.Folders;
import io.secureprint.agent.audit.SignedNote;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.form.StepValues;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.store.DamagedRecords;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.TestJpeg;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Phones that lose the network, and more phones than there is room for.
final class ComingAndGoingTest {
  private static final Map<String, String> ROOM_FOR_ONE = Map.of("session.sessions", "1");

  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private OpenShop shop;

  @BeforeEach
  void openTheShop() throws Exception {
    shop = premises.open(ROOM_FOR_ONE);
  }

  @Test
  void anUploadGoesOnWhereTheNetworkBroke() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session before = phone.claim();
      int fid = phone.open("photo.jpg", TestJpeg.noise(900, 900));
      phone.sendChunks(fid, 4);
      letAllArrive(phone);
      phone.drop();
      AgentMessage.Session after = phone.resume();
      assertThat(after.session()).isEqualTo(before.session());
      int next = after.files().getFirst().next();
      assertThat(next).isEqualTo(4);
      phone.resend(fid, next);
      phone.await(AgentMessage.FileState.class, f -> f.status() == FileStatus.READY);
      phone.send(
          new PhoneMessage.Options(
              List.of(new PhoneMessage.Pages(fid, "")), 1, Sides.ONE, Paper.A4));
      phone.await(AgentMessage.Quote.class);
      assertThat(phone.preview(0, 300)).startsWith(0xFF, 0xD8);
    }
  }

  @Test
  void anAnswerToWhatIsNotAskedIsRefusedAndTheSessionGoesOn() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      phone.send(new PhoneMessage.StepInput("student", new byte[16], StepValues.accepted(true)));
      assertThat(phone.await(AgentMessage.Problem.class))
          .isEqualTo(new AgentMessage.Problem("NO_STEP", null, 0x3C, true));
      phone.send(new PhoneMessage.Ping());
      phone.await(AgentMessage.Pong.class);
    }
  }

  /// The agent answers in order: once it has refused this, it has what was sent before.
  private static void letAllArrive(PracticePhone phone) {
    phone.send(new PhoneMessage.Preview(7, 300));
    phone.await(AgentMessage.Problem.class);
  }

  @Test
  void whoFindsNoRoomWaitsInLineAndIsLetInByTurn() throws IOException {
    try (PracticePhone first = shop.scan("127.0.0.2")) {
      first.claim();
      try (PracticePhone second = shop.scan("127.0.0.3")) {
        second.knock();
        assertThat(second.await(AgentMessage.Waiting.class).place()).isEqualTo(1);
        try (PracticePhone third = shop.scan("127.0.0.4")) {
          third.knock();
          assertThat(third.await(AgentMessage.Waiting.class).place()).isEqualTo(2);
          first.send(new PhoneMessage.DestroyNow());
          first.await(AgentMessage.Receipt.class);
          second.await(AgentMessage.Session.class);
          assertThat(third.await(AgentMessage.Waiting.class).place()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aPhoneThatWasAwayFindsItsReceiptWhenItComesBack() throws Exception {
    String name;
    String key;
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      key = session.verifyKey();
      name = phone.receiptName();
      phone.drop();
      shop.desk().cancel(session.session(), "test");
    }
    URI page = URI.create(shop.agent().addresses().page()).resolve("/receipt/" + name);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(page).build();
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          SignedNote.verify(
                              http.send(request, HttpResponse.BodyHandlers.ofString()).body(), key))
                      .isInstanceOf(SignedNote.Verdict.Valid.class));
    }
  }

  @Test
  void aRefusalNamesTheRequestThatItAnswers() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      phone.send(new PhoneMessage.Pay("no such quote", PayMethod.CASH));
      assertThat(phone.await(AgentMessage.Problem.class))
          .isEqualTo(new AgentMessage.Problem("QUOTE_CHANGED", null, 0x32, true));
      phone.send(new PhoneMessage.Preview(7, 300));
      assertThat(phone.await(AgentMessage.Problem.class).type()).isEqualTo(0x34);
      phone.send(new PhoneMessage.FileDone(5, 0, 1, 10));
      phone.send(new PhoneMessage.FileRemove(5));
      assertThat(phone.await(AgentMessage.Problem.class))
          .isEqualTo(new AgentMessage.Problem("FILE_UNKNOWN", 5, 0x12, true));
    }
  }

  @Test
  void aDamagedRecordOfAFormerRunDoesNotKeepTheShopClosed() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
    }
    shop.close();
    DamagedRecords.in(new Folders(premises.data()).database());
    shop = premises.open(ROOM_FOR_ONE);
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      phone.claim();
    }
    await()
        .atMost(OpenShop.LONG)
        .untilAsserted(
            () ->
                assertThat(shop.desk().status().get().notes())
                    .extracting(ShopStatus.Note::code)
                    .contains("EXECUTION_UNREADABLE"));
  }
}
