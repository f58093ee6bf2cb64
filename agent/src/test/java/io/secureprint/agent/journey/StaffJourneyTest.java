// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static io.secureprint.agent.access.TestStaff.authorize;
import static io.secureprint.agent.access.TestStaff.enter;
import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.Folders;
import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Shift;
import io.secureprint.agent.access.TestStaff;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.agent.store.BookedEvents;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// A shop whose people have PINs.
final class StaffJourneyTest {
  private static final Paise PRICE = new Paise(200);

  @TempDir private Path folder;

  @Test
  void whoTookTheMoneyAndWhoCancelledStandInTheBooksByName() throws Exception {
    Folders folders = new Folders(folder.resolve("data"));
    TestStaff.hire(folders.people());
    try (PrintHost host = PrintHost.start(folder.resolve("host"));
        OpenShop shop = OpenShop.open(folders.data(), host, Map.of("people.pinAbove", "150"))) {
      Shift shift = shop.agent().shift();
      enter(shift, "Ravi");
      try (PracticePhone phone = shop.scan("127.0.0.2")) {
        String session = wantsToPay(phone);
        assertThat(shop.desk().confirmCash(session, PRICE, "console"))
            .isEqualTo(new Desk.Answer.Refused("PIN_NEEDED"));
        authorize(shift, Permission.TAKE_MUCH, "Asha");
        shop.takeCash(session, PRICE);
        phone.await(AgentMessage.Receipt.class);
      }
      try (PracticePhone phone = shop.scan("127.0.0.3")) {
        assertThat(shop.desk().cancel(wantsToPay(phone), "console"))
            .isEqualTo(new Desk.Answer.Done());
        phone.await(AgentMessage.Receipt.class);
      }
    }
    assertThat(BookedEvents.in(folders.database()))
        .contains("PersonCameIn Ravi", "PaymentCaptured Asha", "WorkflowCancelAsked Ravi");
  }

  private static String wantsToPay(PracticePhone phone) {
    AgentMessage.Session session = phone.claim();
    OpenShop.wantToPay(phone, OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "text")));
    return session.session();
  }
}
