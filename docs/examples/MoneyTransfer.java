// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program that runs the workflow "Money Transfer" of a shop over GraphQL. Needs a JDK and nothing
/// else; a program of any size would read the answers with its own JSON library:
///
///     SPS_URL=http://127.0.0.1:8631 SPS_KEY=… java MoneyTransfer.java
final class MoneyTransfer {
  private static final String RESULT = "{ success shouldProceed error result fieldErrors { field message } }";
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI shop;
  private final String key;

  private MoneyTransfer(URI shop, String key) {
    this.shop = shop;
    this.key = key;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    MoneyTransfer transfer =
        new MoneyTransfer(URI.create(setting("SPS_URL") + "/graphql"), setting("SPS_KEY"));
    String id = transfer.start("{userId: \"user123\", userAccount: \"1234567890\"}");
    transfer.step(
        id,
        "enter-transfer-details",
        "AFTER_STEP",
        "{amount: 5000, recipientAccount: \"9876543210\", recipientName: \"John Doe\"}");
    transfer.step(id, "validate-account", "BEFORE_STEP", "{}");
    transfer.step(id, "confirm-transfer", "AFTER_STEP", "{accepted: true}");
    transfer.step(id, "process-transfer", "AFTER_STEP", "{}");
    System.out.println(
        transfer.ask("r: completeWorkflowExecution(executionId: \"" + id + "\") { success result }"));
  }

  private String start(String context) throws IOException, InterruptedException {
    String answer =
        ask(
            "r: startWorkflowExecution(workflowId: \"money-transfer\", pageId: \"kiosk\", initialContext: "
                + context + ", commandId: \"" + UUID.randomUUID() + "\") { id }");
    return found(ID, answer).orElseThrow(() -> new IOException("no id in " + answer));
  }

  /// Every command has an id, so that it may be sent again after a lost answer.
  private void step(String id, String step, String timing, String input)
      throws IOException, InterruptedException {
    String answer =
        ask(
            "r: executeWorkflowStep(executionId: \"" + id + "\", stepId: \"" + step + "\", input: " + input
                + ", timing: " + timing + ", commandId: \"" + UUID.randomUUID() + "\") " + RESULT);
    if (!answer.contains("\"shouldProceed\":true")) {
      throw new IOException(step + " was not taken: " + answer);
    }
  }

  private String ask(String mutation) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(shop)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"query\":\"" + escaped("mutation { " + mutation + " }") + "\"}"))
            .build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    if (body.contains("\"errors\"")) {
      throw new IOException(found(CODE, body).orElse("UNKNOWN") + ": " + body);
    }
    return body;
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String setting(String name) {
    return Optional.ofNullable(System.getenv(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
  }
}
