// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.HostilePdf;
import io.secureprint.driver.testdocument.TestPdf;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/// Documents that cannot be printed, through the whole product: phone and console say why, and who
/// stands beside does not notice.
final class BadDocumentTest {
  private static final String CANARY = "CANARY-bad-5d1c";

  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private static OpenShop shop;

  @BeforeAll
  static void openTheShop() throws Exception {
    shop = premises.open(Map.of());
  }

  static Stream<Arguments> badDocuments() {
    return Stream.of(
        Arguments.of("DOCUMENT_TYPE_UNKNOWN", ("PK\u0003\u0004 " + CANARY).getBytes(US_ASCII)),
        Arguments.of("DOCUMENT_BROKEN", ("%PDF-1.7\n" + CANARY).getBytes(US_ASCII)),
        Arguments.of("DOCUMENT_NO_PAGES", HostilePdf.noPages()),
        Arguments.of("DOCUMENT_TOO_MANY_PAGES", HostilePdf.manyPages(3_000)),
        Arguments.of("DOCUMENT_TOO_LARGE", HostilePdf.hugeImage()),
        Arguments.of("DOCUMENT_TOO_COMPLEX", HostilePdf.circularForm()));
  }

  @ParameterizedTest
  @MethodSource("badDocuments")
  void aBadDocumentIsRefusedByItsCodeOnPhoneAndConsole(String code, byte[] document)
      throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      String session = phone.claim().session();
      int bad = phone.upload("bad.pdf", document);
      assertThat(phone.await(AgentMessage.FileState.class, f -> f.code() != null))
          .returns(code, AgentMessage.FileState::code)
          .returns(FileStatus.REFUSED, AgentMessage.FileState::status);
      await().untilAsserted(() -> assertThat(tile(session).code()).isEqualTo(code));
      assertThat(tile(session).wanted()).isFalse();
      phone.send(new PhoneMessage.FileRemove(bad));
      AgentMessage.Quote quote =
          OpenShop.quoted(phone, "good.pdf", TestPdf.plainText(1, CANARY));
      assertThat(quote.sheets()).isEqualTo(1);
      assertThat(tile(session).code()).isNull();
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
    }
  }

  @Test
  void aDocumentWithAPasswordOpensWithTheRightOneAlone() throws IOException {
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      String session = phone.claim().session();
      int fid = phone.upload("locked.pdf", TestPdf.encrypted("right horse"));
      stands(phone, FileStatus.PASSWORD, "PDF_ENCRYPTED");
      await().untilAsserted(() -> assertThat(tile(session).code()).isEqualTo("PDF_ENCRYPTED"));
      phone.send(new PhoneMessage.FilePassword(fid, "अ".repeat(60)));
      assertThat(phone.await(AgentMessage.Problem.class))
          .isEqualTo(new AgentMessage.Problem("PDF_PASSWORD_WRONG", fid, 0x13, true));
      phone.send(new PhoneMessage.FilePassword(fid, "wrong horse"));
      stands(phone, FileStatus.PASSWORD, "PDF_PASSWORD_WRONG");
      phone.send(new PhoneMessage.FilePassword(fid, "right horse"));
      stands(phone, FileStatus.READY, null);
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
    }
  }

  @Test
  void whoStandsBesideABombPrintsUndisturbed() throws IOException {
    int before = premises.host().received().size();
    try (PracticePhone bad = shop.scan("127.0.0.4")) {
      bad.claim();
      bad.upload("bomb.pdf", HostilePdf.nestedForms());
      try (PracticePhone good = shop.scan("127.0.0.5")) {
        String session = good.claim().session();
        AgentMessage.Quote quote = OpenShop.quoted(good, "good.pdf", TestPdf.plainText(2, CANARY));
        OpenShop.wantToPay(good, quote);
        shop.takeCash(session, quote.cash());
        assertThat(good.await(AgentMessage.Receipt.class).text()).contains("\"complete\":1");
      }
      assertThat(premises.host().received()).hasSize(before + 1);
      stands(bad, FileStatus.REFUSED, "DOCUMENT_TOO_COMPLEX");
      bad.send(new PhoneMessage.DestroyNow());
      bad.await(AgentMessage.Receipt.class);
    }
  }

  private static void stands(PracticePhone phone, FileStatus status, @Nullable String code) {
    assertThat(phone.await(AgentMessage.FileState.class, f -> f.status() == status).code())
        .isEqualTo(code);
  }

  private static SessionTile tile(String session) {
    return shop.desk().sessions().get().stream()
        .filter(tile -> tile.sessionId().equals(session))
        .findFirst()
        .orElseThrow();
  }
}
