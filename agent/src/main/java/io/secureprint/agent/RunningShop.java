// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.PrivateFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a second start of the program finds the shop that has the data folder: a note in that folder,
/// for the shop's user alone, with the API's address and a token that lets it knock.
public record RunningShop(String page, String api, String token) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// Leaves the note; what an agent that died has left is overwritten.
  void write(Path file) throws IOException {
    PrivateFile.write(file, JsonMapper.shared().writeValueAsBytes(this));
  }

  /// Knocks at the shop that the note tells of: what it answered, or nothing when nobody is there.
  public static Optional<Knock> knock(Path file) throws InterruptedException {
    try {
      RunningShop shop =
          JsonMapper.shared().readValue(Files.readAllBytes(file), RunningShop.class);
      return shop.raise();
    } catch (IOException | JacksonException | IllegalArgumentException _) {
      // No note, or none that can be read: whoever has the folder cannot be asked.
      return Optional.empty();
    }
  }

  private Optional<Knock> raise() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/raise"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(new Knock(page, response.body().contains("true")))
          : Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "RunningShop[" + page + "]";
  }

  /// The shop is open at this address; `raised` when its window came to the front.
  public record Knock(String page, boolean raised) {}
}
