// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The program's image as the launcher's configuration describes it, to be started with other options
/// of the JVM than the launcher has. Its windows are on a screen in memory.
public record PackedProgram(Path image) {
  private static final String CACHE = "-XX:AOTCache=";

  public PackedProgram {
    image = image.toAbsolutePath();
  }

  /// Where the jars and the caches lie.
  public Path app() {
    return image.resolve("lib/app");
  }

  Path cache(String name) {
    return app().resolve(name + ".aot");
  }

  /// The launcher, as people start it, with `arguments` for the program.
  public ProcessBuilder launcher(String... arguments) {
    Path launcher = image.resolve("bin").resolve(image.getFileName());
    return onAScreenInMemory(
        Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList());
  }

  /// The same without the cache, but with `options` of the JVM.
  public ProcessBuilder java(List<String> options, String... mainAndArguments)
      throws IOException {
    List<String> command =
        Stream.of(
                List.of(image.resolve("lib/runtime/bin/java").toString()),
                entries("java-options=").stream().filter(o -> !o.startsWith(CACHE)).toList(),
                options,
                List.of("-cp", String.join(File.pathSeparator, entries("app.classpath="))),
                List.of(mainAndArguments))
            .flatMap(List::stream)
            .toList();
    return onAScreenInMemory(command);
  }

  /// Puts the image's files out of the page cache, as far as nobody uses them (dd(1), `nocache`).
  public void makeCold() throws IOException, InterruptedException {
    String each = "for file; do dd if=\"$file\" iflag=nocache count=0 status=none; done";
    new ProcessBuilder(
            "find", image.toString(), "-type", "f", "-exec", "sh", "-c", each, "sh", "{}", "+")
        .inheritIO()
        .start()
        .waitFor();
  }

  private List<String> entries(String key) throws IOException {
    Path configuration = app().resolve(image.getFileName() + ".cfg");
    return Files.readAllLines(configuration).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("$APPDIR", app().toString()))
        .toList();
  }

  private static ProcessBuilder onAScreenInMemory(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", ":in-memory");
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
    return builder;
  }
}
