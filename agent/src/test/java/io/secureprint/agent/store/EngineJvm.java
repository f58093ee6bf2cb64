// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// How the engine's process is started.
record EngineJvm(List<String> options) {
  EngineJvm {
    options = List.copyOf(options);
  }

  /// As it comes.
  static EngineJvm plain() {
    return new EngineJvm(List.of("-cp", System.getProperty("java.class.path")));
  }

  /// With an AOT cache from a life of training, which needs all of the class path in jars.
  static EngineJvm trained(Path folder) throws IOException, InterruptedException {
    String classPath = jars(folder);
    Path cache = folder.resolve("engine.aot");
    EngineJvm training =
        new EngineJvm(List.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath));
    Path data = Files.createDirectories(folder.resolve("training"));
    EngineLife life = new EngineLife(training.command(data, KilledEngine.Flaw.NONE));
    try {
      life.ready().join();
      life.ask("signal " + life.ask("start training slow").join()).join();
      life.ask("idle").join();
    } finally {
      life.end();
    }
    if (!Files.exists(cache)) {
      throw new IOException("nothing was learnt");
    }
    return new EngineJvm(List.of("-XX:AOTCache=" + cache, "-cp", classPath));
  }

  List<String> command(Path folder, KilledEngine.Flaw flaw) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener"));
    command.addAll(options);
    command.addAll(List.of(KilledEngine.class.getName(), folder.toString(), flaw.name()));
    return command;
  }

  private static String jars(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("classes-" + jars.size() + ".jar");
        pack(path, jar);
        jars.add(jar.toString());
      } else if (Files.exists(path)) {
        jars.add(entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  /// With entries for folders: migrations are looked for in theirs.
  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> !path.equals(classes)).toList()) {
        boolean folder = Files.isDirectory(file);
        out.putNextEntry(new ZipEntry(classes.relativize(file) + (folder ? "/" : "")));
        if (!folder) {
          Files.copy(file, out);
        }
        out.closeEntry();
      }
    }
  }
}
