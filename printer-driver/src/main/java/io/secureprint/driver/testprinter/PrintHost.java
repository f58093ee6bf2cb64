// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testprinter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real `ippeveprinter` that takes orders: run out of paper, print slowly, break; and, where it is
/// wanted, a private CUPS with one queue for it, `ShopLaser`. What it receives is kept to be looked at.
public final class PrintHost implements AutoCloseable {
  public static final String QUEUE = "ShopLaser";
  private static final int NO_CUPS = 0;

  private final Path folder;
  private final int printerPort;
  private final int cupsPort;
  private final Process process;
  private final BufferedReader said;

  private PrintHost(
      Path folder, int printerPort, int cupsPort, Process process, BufferedReader said) {
    this.folder = folder;
    this.printerPort = printerPort;
    this.cupsPort = cupsPort;
    this.process = process;
    this.said = said;
  }

  /// Starts printer and CUPS in `folder`, which must be empty, and returns when the queue is open.
  public static PrintHost start(Path folder) throws IOException {
    try {
      return queue(folder);
    } catch (IOException _) {
      // A port that was free a moment ago may be somebody else's by now.
      return queue(folder.resolve("again"));
    }
  }

  private static PrintHost queue(Path folder) throws IOException {
    Files.createDirectories(folder);
    // CUPS runs its backends as another user, who must be able to get to its folders.
    openTheWay(folder);
    return start(folder, freePort());
  }

  /// Starts the printer alone, and returns when it answers. An IOException tells what is missing.
  public static PrintHost printerAlone(Path folder) throws IOException {
    return start(Files.createDirectories(folder), NO_CUPS);
  }

  private static PrintHost start(Path folder, int cupsPort) throws IOException {
    int printerPort = freePort();
    Path script = folder.resolve("print-host.sh");
    try (InputStream in = PrintHost.class.getResourceAsStream("/testprinter/print-host.sh")) {
      Files.write(script, Objects.requireNonNull(in, "print-host.sh").readAllBytes());
    }
    Process process =
        new ProcessBuilder(command(script, folder, printerPort, cupsPort))
            .redirectError(folder.resolve("host.log").toFile())
            .start();
    BufferedReader said = process.inputReader();
    String first = line(said);
    if (!first.equals("READY")) {
      process.destroy();
      throw new IOException(first + log(folder));
    }
    return new PrintHost(folder, printerPort, cupsPort, process, said);
  }

  public URI cups() {
    return URI.create("http://127.0.0.1:" + cupsPort);
  }

  public URI printer() {
    return URI.create("ipp://localhost:" + printerPort + "/ipp/print");
  }

  /// Where CUPS keeps jobs and documents.
  public Path spool() {
    return folder.resolve("cups/spool");
  }

  /// Every document that came out at the printer, oldest first.
  public List<Path> received() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("received"))) {
      return files.sorted().toList();
    }
  }

  /// Gives the printer an order (`paper-out`, `slow`, `abort`), or takes it back.
  public void order(String order, boolean given) throws IOException {
    if (given) {
      Files.writeString(folder.resolve(order), "");
    } else {
      Files.deleteIfExists(folder.resolve(order));
    }
  }

  /// Another printer at `host`, with options of `ippeveprinter`. Its name is one word, and DNS-SD
  /// tells of it. `host` is localhost, or in a network of the test's own an address of this PC.
  public Added add(String host, String name, String... options) throws IOException {
    int port = freePort();
    process.outputWriter().write(host + " " + port + " " + name + " " + String.join(" ", options) + "\n");
    process.outputWriter().flush();
    long pid = Long.parseLong(line(said));
    return new Added(URI.create("ipp://" + host + ":" + port + "/ipp/print"), pid);
  }

  /// A printer of its own.
  public record Added(URI printer, long pid) {
    public void kill() {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// By which CUPS knows its administrator; everybody else has none.
  public Path certificate() {
    return folder.resolve("cups/run/certs/0");
  }

  /// Pauses the queue as a person does, and lets it take no more jobs.
  public void pauseQueue() throws IOException {
    administer("cupsdisable");
    administer("cupsreject");
  }

  /// Pulls the printer's plug.
  public void killPrinter() throws IOException {
    kill("run/printer.pid");
  }

  /// Ends the CUPS server without a word.
  public void killCups() throws IOException {
    kill("run/cupsd.pid");
  }

  /// Runs one of CUPS' own programs about the queue as its administrator: `cupsreject`, or `lpadmin`
  /// with options.
  public void administer(String program, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(program, "-h", "127.0.0.1:" + cupsPort));
    if (program.equals("lpadmin")) {
      command.add("-p");
    }
    command.add(QUEUE);
    command.addAll(List.of(options));
    ProcessBuilder order = new ProcessBuilder(command);
    order.environment().put("CUPS_STATEDIR", folder.resolve("cups/run").toString());
    Process done = order.redirectErrorStream(true).start();
    String said = new String(done.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (done.onExit().join().exitValue() != 0) {
      throw new IOException(command + " says: " + said);
    }
  }

  private void kill(String pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve(pidFile)).trim());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Path script, Path folder, int printerPort, int cupsPort) {
    String user = System.getProperty("user.name");
    List<String> namespace =
        user.equals("root")
            ? List.of("unshare", "-m")
            : List.of("unshare", "-m", "--map-root-user", "--map-auto");
    return Stream.concat(
            namespace.stream(),
            Stream.of(
                "sh",
                script.toString(),
                folder.toString(),
                Integer.toString(printerPort),
                Integer.toString(cupsPort)))
        .toList();
  }

  private static void openTheWay(Path folder) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path way = folder;
        way != null && way.startsWith(temporary) && !way.equals(temporary);
        way = way.getParent()) {
      Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String line(BufferedReader out) throws IOException {
    return Objects.requireNonNullElse(out.readLine(), "it ended");
  }

  private static String log(Path folder) throws IOException {
    String log = Files.readString(folder.resolve("host.log")).strip();
    return log.isEmpty() ? "" : ": " + log;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
