// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A Debian 12 as it comes, with nothing of this machine but its network, see `fresh-debian.sh`. It is
/// gone when it is closed, or when this JVM ends.
final class FreshDebian implements AutoCloseable {
  /// In front of a command: an ordinary user's, once there is one, with nothing else in its
  /// environment.
  static final String AS_USER =
      "setpriv --reuid asha --regid asha --init-groups env -i HOME=/home/asha PATH=/usr/bin:/bin ";

  private static final String DONE = "@DONE ";

  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private FreshDebian(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.in = process.outputWriter();
  }

  /// Takes a minute or two. The package lies in it as `/root/secureprint-session.deb`; what has to be
  /// downloaded for it is kept in `archives`.
  static FreshDebian make(Path folder, Path package_, Path archives) throws IOException {
    Path script = folder.resolve("fresh-debian.sh");
    try (InputStream text = FreshDebian.class.getResourceAsStream("/packaging/fresh-debian.sh")) {
      Files.write(script, Objects.requireNonNull(text, "fresh-debian.sh").readAllBytes());
    }
    List<String> command = new ArrayList<>();
    if (!System.getProperty("user.name").equals("root")) {
      command.add("sudo");
    }
    command.addAll(
        List.of(
            "unshare", "--mount", "--propagation", "private", "--cgroup", "--pid", "--fork",
            "--kill-child", "sh", script.toString(),
            Files.createDirectory(folder.resolve("root")).toString(),
            package_.toString(), archives.toString()));
    FreshDebian debian =
        new FreshDebian(
            new ProcessBuilder(command)
                .redirectError(folder.resolve("fresh-debian.log").toFile())
                .start());
    if (!"READY".equals(debian.out.readLine())) {
      debian.close();
      throw new IOException(Files.readString(folder.resolve("fresh-debian.log")));
    }
    return debian;
  }

  /// What a command of the shell, in one line, says; it must succeed. As root.
  String run(String command) throws IOException {
    Said said = attempt(command);
    assertThat(said.status()).as("%s: %s", command, said.text()).isZero();
    return said.text();
  }

  /// The same where it may fail.
  Said attempt(String command) throws IOException {
    in.write(command + "\n");
    in.flush();
    StringBuilder text = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int done = line.indexOf(DONE);
      if (done >= 0) {
        text.append(line, 0, done);
        return new Said(Integer.parseInt(line.substring(done + DONE.length())), text.toString());
      }
      text.append(line).append('\n');
    }
    throw new IOException("ended within " + command + ": " + text);
  }

  /// Whether one of its processes has a file of this name in its memory.
  boolean maps(String file) throws IOException {
    return attempt("grep -qsF " + file + " /proc/[0-9]*/maps").status() == 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  record Said(int status, String text) {}
}
