// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import io.secureprint.bench.Running;
import io.secureprint.driver.worker.WorkerLesson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Lets the packed program do its work once and leaves what each of its JVMs learnt beside its jars
/// (JEP 514): the shop with its windows, the document worker, the print sender.
public final class Training {
  private static final String MAIN = "io.secureprint.app.Main";
  private static final String WORKER = "io.secureprint.driver.worker.DocumentWorker";
  private static final String SENDER = "io.secureprint.driver.worker.PrintSender";

  private final PackedProgram program;

  private Training(PackedProgram program) {
    this.program = program;
  }

  /// Arguments: the program's image, an empty folder for the shop's data.
  public static void main(String[] arguments) throws Exception {
    Training training = new Training(new PackedProgram(Path.of(arguments[0])));
    List<String> worker = training.shop(Path.of(arguments[1]));
    int main = worker.indexOf(WORKER);
    List<String> driver = worker.subList(0, main);
    training.driver(driver, worker.subList(main, worker.size()), WorkerLesson::give);
    // A sender rehearses by itself before it takes orders.
    training.driver(driver, List.of(SENDER), _ -> {});
  }

  /// A practice shop until its windows are there and its page has been asked for. Answers with which
  /// command it starts its document workers.
  private List<String> shop(Path data) throws Exception {
    Path cache = program.cache("Shop");
    ProcessBuilder shop =
        program.java(
            List.of("-XX:AOTCacheOutput=" + cache),
            MAIN, "--demo", "--bind", "127.0.0.1", "--http-port", "0", "--ws-port", "0",
            "--api-port", "0", "--data", data.toString());
    List<String> worker;
    try (Running running = Running.start(shop, "SHOWN")) {
      worker = Running.commandLine(running.child(WORKER));
      JsonNode ready = JsonMapper.shared().readTree(running.said("READY "));
      visit(URI.create(ready.required("page").asString()), "", "app.js", "config.json");
      visit(URI.create(ready.required("api").asString() + "/"), "health");
    }
    assertLearnt(cache);
    return worker;
  }

  /// A driver process on its own, with what it has to do.
  private void driver(List<String> jvm, List<String> main, Lesson lesson) throws Exception {
    String name = main.getFirst();
    Path cache = program.cache(name.substring(name.lastIndexOf('.') + 1));
    List<String> command = new ArrayList<>(jvm);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().clear();
    Process driver = builder.start();
    lesson.give(driver);
    driver.getOutputStream().close();
    driver.getInputStream().transferTo(OutputStream.nullOutputStream());
    driver.waitFor();
    assertLearnt(cache);
  }

  private static void visit(URI server, String... paths) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : paths) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
        client.send(request, BodyHandlers.discarding());
      }
    }
  }

  private static void assertLearnt(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      throw new IOException("nothing was learnt: there is no " + cache);
    }
  }

  @FunctionalInterface
  private interface Lesson {
    void give(Process driver) throws IOException;
  }
}
