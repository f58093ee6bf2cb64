// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.OutsideServer;
import io.secureprint.agent.board.Answer;
import io.secureprint.agent.board.Task;
import io.secureprint.agent.board.TaskCard;
import io.secureprint.agent.board.TaskQuery;
import io.secureprint.agent.board.TaskState;
import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.PrintStage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.intake.StepKind;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Paise;
import io.secureprint.agent.kernel.form.StepError;
import io.secureprint.agent.kernel.form.StepValues;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testdocument.TestPdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The owner's own questions on the way of a real customer: the student discount.
final class OwnerStepsTest {
  private static final String ROLL = "2021047731";
  private static final JsonObject WITH_A_CARD =
      JsonObject.parse(
          """
          {"name":"Print and a card","kind":"PRINT","steps":[
            {"id":"card","type":"TASK","label":"Card","config":{"title":"Get a folder","await":false}},
            {"id":"options","type":"PRINT_OPTIONS","label":"Choose"},
            {"id":"payment","type":"PRINT_PAYMENT","label":"Pay"},
            {"id":"output","type":"PRINT_OUTPUT","label":"Print"}]}
          """);
  @TempDir private static Path folder;
  @RegisterExtension private static final Premises premises = new Premises(() -> folder);
  private OpenShop shop;
  private int commands;

  @BeforeEach
  void openTheShop() throws Exception {
    shop = premises.open(Map.of());
    publish(studentDiscount());
  }

  @Test
  void aStudentPaysLessAndNothingOfTheAnswerRemains() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Step form = asked(phone);
      assertThat(form.kind()).isEqualTo(StepKind.FORM);
      assertThat(form.fields()).extracting("key").containsExactly("rollNo", "isStudent");
      AgentMessage.Quote full = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(5, "a"));
      assertThat(full.total()).isEqualTo(new Paise(1_000));
      answer(phone, Map.of("rollNo", ROLL, "isStudent", true));
      AgentMessage.Quote quote = phone.await(AgentMessage.Quote.class);
      assertThat(quote.total()).isEqualTo(new Paise(900));
      assertThat(quote.parts())
          .anySatisfy(part -> {
            assertThat(part.name()).isEqualTo("Student discount");
            assertThat(part.amount()).isEqualTo(-100);
          });
      OpenShop.wantToPay(phone, quote);
      shop.takeCash(session.session(), quote.cash());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"reason\":\"printed\"");
    }
    shop.ended("COMPLETED");
    shop.assertNothingRemainsOf(ROLL);
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldAndTheQuestionStays() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.3")) {
      phone.claim();
      asked(phone);
      answer(phone, Map.of("rollNo", "abc", "isStudent", true));
      assertThat(refused(phone)).isEqualTo("Digits only");
      answer(phone, Map.of("rollNo", "1999", "isStudent", true));
      assertThat(refused(phone)).isEqualTo("A roll number begins with 20");
      answer(phone, Map.of("isStudent", false));
      phone.await(AgentMessage.Step.class, step -> step.kind() == StepKind.NONE);
      assertThat(OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(5, "a")).total())
          .isEqualTo(new Paise(1_000));
    }
  }

  @Test
  void nobodyPaysBeforeTheQuestionIsAnswered() throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.4")) {
      phone.claim();
      asked(phone);
      AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.CASH));
      assertThat(phone.await(AgentMessage.Problem.class).code()).isEqualTo("STEP_OPEN");
    }
  }

  @Test
  void whoIsInTheShopKeepsTheWorkflowThatTheyBeganWith() throws Exception {
    try (PracticePhone before = shop.scan("127.0.0.5")) {
      before.claim();
      asked(before);
      revertToTheFirst();
      try (PracticePhone after = shop.scan("127.0.0.6")) {
        after.claim();
        assertThat(OpenShop.quoted(after, "a.pdf", TestPdf.plainText(1, "a")).sheets()).isEqualTo(1);
      }
      answer(before, Map.of("rollNo", ROLL, "isStudent", true));
      before.await(AgentMessage.Step.class, step -> step.kind() == StepKind.NONE);
      assertThat(OpenShop.quoted(before, "a.pdf", TestPdf.plainText(5, "a")).total())
          .isEqualTo(new Paise(900));
    }
  }

  /// A signal that is not the print's own came while it waited for its printer, and it waited for ever.
  @Test
  void whatIsDoneOnTheBoardMeanwhileDoesNotKeepAPaidPrintFromItsPrinter() throws Exception {
    try (Cable cable = Cable.to(premises.host().cups().getPort())) {
      shop = premises.open(Map.of("printer.server", "http://127.0.0.1:" + cable.port()));
      publish(WITH_A_CARD);
      try (PracticePhone phone = shop.scan("127.0.0.7")) {
        String session = phone.claim().session();
        AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
        OpenShop.wantToPay(phone, quote);
        cable.cut();
        shop.takeCash(session, quote.cash());
        phone.await(AgentMessage.Progress.class, p -> p.stage() == PrintStage.ATTENTION);
        doTheCard();
        cable.mend();
        assertThat(phone.await(AgentMessage.Receipt.class).text())
            .contains("\"reason\":\"printed\"");
      }
      shop.close();
    }
  }

  private void doTheCard() {
    GuardedTasks tasks = shop.agent().board().tasks();
    Task task =
        tasks.columns(TaskQuery.Filter.ALL, 50).stream()
            .flatMap(column -> column.cards().stream())
            .map(TaskCard::task)
            .filter(each -> each.title().equals("Get a folder"))
            .findFirst()
            .orElseThrow();
    assertThat(tasks.assign(task, "Asha", "Asha")).isInstanceOf(Answer.Done.class);
    for (TaskState state : List.of(TaskState.IN_PROGRESS, TaskState.COMPLETED)) {
      Task now = tasks.find(task.id()).orElseThrow().task();
      assertThat(tasks.move(now, state, "", "Asha")).isInstanceOf(Answer.Done.class);
    }
  }

  @Test
  void aServerThatIsAwayBesideOthersKeepsNobodyFromPrinting() throws Exception {
    List<String> called = new CopyOnWriteArrayList<>();
    try (OutsideServer server = OutsideServer.open(exchange -> away(exchange, called));
        PracticePhone phone = tellingTwoServers(server).scan("127.0.0.7")) {
      AgentMessage.Session session = phone.claim();
      AgentMessage.Quote quote = OpenShop.quoted(phone, "a.pdf", TestPdf.plainText(1, "a"));
      await().until(() -> called.size() == 2);
      OpenShop.wantToPay(phone, quote);
      shop.takeCash(session.session(), quote.cash());
      assertThat(phone.await(AgentMessage.Receipt.class).text()).contains("\"reason\":\"printed\"");
    }
    assertThat(called).containsExactlyInAnyOrder("/one", "/two");
    shop.ended("COMPLETED");
  }

  private static void away(HttpExchange exchange, List<String> called) throws IOException {
    try (exchange) {
      called.add(exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(503, -1);
    }
  }

  private OpenShop tellingTwoServers(OutsideServer server) {
    Connection connection = new Connection(Connection.USUAL, server.address(), "");
    assertThat(shop.agent().connections().add(connection, "s3cret", "owner")).isEmpty();
    publish(
        JsonObject.parse(
            """
            {"name":"Print","kind":"PRINT","steps":[
              {"id":"both","type":"PARALLEL","label":"Tell","config":{"branches":[
                {"steps":[{"id":"one","type":"API_CALL","label":"One","triggerEndpoint":"/one"}]},
                {"steps":[{"id":"two","type":"API_CALL","label":"Two","triggerEndpoint":"/two"}]}]}},
              {"id":"options","type":"PRINT_OPTIONS","label":"Choose"},
              {"id":"payment","type":"PRINT_PAYMENT","label":"Pay"},
              {"id":"output","type":"PRINT_OUTPUT","label":"Print"}]}
            """));
    return shop;
  }

  private static AgentMessage.Step asked(PracticePhone phone) {
    return phone.await(AgentMessage.Step.class, step -> step.step().equals("student"));
  }

  private static String refused(PracticePhone phone) {
    AgentMessage.StepRefused refused = phone.await(AgentMessage.StepRefused.class);
    StepError error = refused.errors().getFirst();
    assertThat(error.field()).isEqualTo("rollNo");
    return error.message().en();
  }

  private void answer(PracticePhone phone, Map<String, Object> values) {
    byte[] command = new byte[16];
    command[0] = (byte) ++commands;
    phone.send(new PhoneMessage.StepInput("student", command, new StepValues(values)));
  }

  private static JsonObject studentDiscount() throws IOException {
    try (InputStream in =
        OwnerStepsTest.class.getResourceAsStream("/workflows/student-discount.json")) {
      return JsonObject.parse(Objects.requireNonNull(in).readAllBytes());
    }
  }

  private void publish(JsonObject text) {
    Shelf shelf = shop.agent().workflows();
    int revision = shelf.entry(Shelf.PRINT).orElseThrow().revision();
    assertThat(shelf.save(new Shelf.Draft(Shelf.PRINT, text, revision), "owner"))
        .isInstanceOf(Shelf.Outcome.Saved.class);
    assertThat(shelf.publish(new Shelf.Draft(Shelf.PRINT, text, revision + 1), "", "owner"))
        .isInstanceOf(Shelf.Outcome.Published.class);
  }

  private void revertToTheFirst() {
    Shelf shelf = shop.agent().workflows();
    int revision = shelf.entry(Shelf.PRINT).orElseThrow().revision();
    assertThat(shelf.revert(new Shelf.Publication(Shelf.PRINT, "", revision), 1, "owner"))
        .isInstanceOf(Shelf.Outcome.Published.class);
  }
}
