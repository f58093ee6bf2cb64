// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.SettableClock;
import io.secureprint.agent.api.graphql.Executions.StepResult;
import io.secureprint.agent.engine.step.Servers;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/// What programs have done in the background and beside each other, with a server whose `/slow` answers
/// when the test lets it.
@OnBothDatabases
final class StepsBesideOthersTest {
  private static final String IN_THE_BACKGROUND = ",\"executionMode\":\"SERVER_ASYNC\"";
  @Parameter private TestDatabase kind;
  @TempDir private Path folder;
  private final List<Servers.Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private ProgramShop shop;
  private ShopsProgram program;

  @BeforeEach
  void open() throws Database.Unusable, IOException {
    shop = new ProgramShop(kind, folder, new SettableClock());
    shop.servers = this::answer;
    program = new ShopsProgram(shop.executions);
  }

  @AfterEach
  void close() {
    slow.countDown();
    shop.close();
  }

  @Test
  void aCallInTheBackgroundThatEndsDoesNotDoTheNextOne() {
    publish(call("one", "/slow", IN_THE_BACKGROUND), call("two", "/two", IN_THE_BACKGROUND));
    String id = program.start("beside");
    assertThat(program.step(id, "one").nextStepId()).isEqualTo("two");
    slow.countDown();
    shop.rests(id);
    assertThat(program.execution(id).currentStepId()).isEqualTo("two");
    assertThat(program.step(id, "two").shouldProceed()).isTrue();
    assertThat(program.complete(id).success()).isTrue();
    assertThat(called()).containsExactly("/slow", "/two");
  }

  @Test
  void aCallInTheBackgroundThatEndsIsNoBranchOfTheNextStep() {
    publish(call("one", "/slow", IN_THE_BACKGROUND), both("/two", "/three"));
    String id = program.start("beside");
    program.step(id, "one");
    slow.countDown();
    shop.rests(id);
    assertThat(program.execution(id).currentStepId()).isEqualTo("both");
    assertThat(program.step(id, "both").shouldProceed()).isTrue();
    assertThat(called()).containsExactlyInAnyOrder("/slow", "/two", "/three");
  }

  @Test
  void branchesAreNotHeldUpByWhatRunsInTheBackground() {
    publish(
        call("one", "/slow", IN_THE_BACKGROUND), both("/two", "/three"), call("end", "/end", ""));
    String id = program.start("beside");
    program.step(id, "one");
    assertThat(program.step(id, "both").nextStepId()).isEqualTo("end");
    slow.countDown();
  }

  @Test
  void branchesBeginOnceHoweverOftenTheyAreAskedFor() {
    publish(both("/slow", "/two"), call("end", "/end", ""));
    String id = program.start("beside");
    assertThat(program.hasty(id, "both", "first").error()).isEqualTo("STEP_STILL_RUNNING");
    await().until(() -> called().size() == 2);
    assertThat(program.hasty(id, "both", "second").error()).isEqualTo("STEP_STILL_RUNNING");
    shop.heard(id);
    slow.countDown();
    StepResult third = program.step(id, "both");
    assertThat(third.shouldProceed()).isTrue();
    assertThat(third.nextStepId()).isEqualTo("end");
    shop.rests(id);
    assertThat(called()).containsExactlyInAnyOrder("/slow", "/two");
  }

  @Test
  void whatIsSentBesideOthersIsWhatItsOwnerNamed() {
    JsonObject text =
        JsonObject.parse(
            """
            {"name":"Beside","config":{"apiMapping":{"town":"who.city"}},"steps":[
              {"id":"who","type":"FORM","config":{"formId":"f","dataKey":"who"}},
              {"id":"sms","type":"API_CALL","executionMode":"SERVER_ASYNC","triggerEndpoint":"/sms",
               "config":{"body":{"to":"who.phone"}}},
              {"id":"both","type":"PARALLEL","config":{"branches":[
                {"steps":[{"id":"mail","type":"API_CALL","triggerEndpoint":"/mail",
                  "config":{"body":{"name":"who.name"}}}]},
                {"steps":[{"id":"map","type":"API_CALL","triggerEndpoint":"/map"}]}]}}]}
            """);
    shop.publish("beside", text);
    String id = program.start("beside");
    program.step(
        id, "who", Map.of("name", "Asha", "city", "Pune", "phone", "98", "pan", "ABCDE"), null);
    program.step(id, "sms");
    program.step(id, "both");
    shop.rests(id);
    assertThat(requests)
        .extracting(request -> request.endpoint() + " " + request.body().members())
        .containsExactlyInAnyOrder(
            "/sms {to=98}", "/mail {name=Asha}", "/map {town=Pune}");
  }

  private static String call(String id, String path, String more) {
    return "{\"id\":\"" + id + "\",\"type\":\"API_CALL\",\"triggerEndpoint\":\"" + path + "\"" + more
        + ",\"config\":{\"dataKey\":\"" + id + "\"}}";
  }

  private static String both(String first, String second) {
    return "{\"id\":\"both\",\"type\":\"PARALLEL\",\"config\":{\"branches\":[{\"steps\":["
        + call("a", first, "") + "]},{\"steps\":[" + call("b", second, "") + "]}]}}";
  }

  private void publish(String... steps) {
    String all = String.join(",", steps);
    shop.publish("beside", JsonObject.parse("{\"name\":\"Beside\",\"steps\":[" + all + "]}"));
  }

  private List<String> called() {
    return requests.stream().map(Servers.Request::endpoint).toList();
  }

  private Servers.Reply answer(Servers.Request request) {
    requests.add(request);
    try {
      if (request.endpoint().equals("/slow")) {
        slow.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new Servers.Reply.Answered(JsonObject.of("from", request.endpoint()));
  }
}
