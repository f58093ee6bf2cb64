// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.PrivateFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
    Optional<RunningShop> shop = read(file);
    return shop.isEmpty()
        ? Optional.empty()
        : shop.get()
            .ask("POST", "/raise", "")
            .filter(answer -> answer.status() == 200)
            .map(answer -> new Knock(shop.get().page(), answer.body().contains("true")));
  }

  /// Asks the shop that the note tells of, in the name of its user; nothing when nobody is there.
  static Optional<Answer> ask(Path file, String method, String path, String json)
      throws InterruptedException {
    Optional<RunningShop> shop = read(file);
    return shop.isPresent() ? shop.get().ask(method, path, json) : Optional.empty();
  }

  /// Nothing where there is no note, or none that can be read: whoever has the folder cannot be asked.
  private static Optional<RunningShop> read(Path file) {
    try {
      return Optional.of(
          JsonMapper.shared().readValue(Files.readAllBytes(file), RunningShop.class));
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  private Optional<Answer> ask(String method, String path, String json)
      throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api + path))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(json))
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      return Optional.of(new Answer(response.statusCode(), response.body()));
    } catch (IOException | IllegalArgumentException _) {
      // The note is what an agent left behind that died.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "RunningShop[" + page + "]";
  }

  /// The shop is open at this address; `raised` when its window came to the front.
  public record Knock(String page, boolean raised) {}

  /// What the shop answered.
  record Answer(int status, String body) {}
}
