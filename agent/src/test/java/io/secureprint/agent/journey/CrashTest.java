// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// kill -9 at any moment of the journey: no unpaid print, no double print, no lost payment that was
/// acknowledged, nothing readable after the restart.
final class CrashTest {
  private static final String CANARY = "CANARY-crash";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Set<String> taken = new HashSet<>();

  @Test
  void aKilledShopKeepsItsWord() throws IOException {
    killAndCheck(5, 1_000);
  }

  @Test
  @Tag("campaign")
  void aShopKilledTwentyTimesKeepsItsWord() throws IOException {
    killAndCheck(20, 7);
  }

  private void killAndCheck(int kills, long seed) throws IOException {
    Random random = new Random(seed);
    try (PrintHost host = PrintHost.start(folder.resolve("host"))) {
      for (int kill = 0; kill < kills; kill++) {
        Shop shop = new Shop(host);
        Duration life = Duration.ofMillis(random.nextInt(2_500));
        Thread visit = Thread.ofVirtual().start(() -> visit(shop));
        LockSupport.parkNanos(life.toNanos());
        shop.kill();
        join(visit);
        taken.addAll(shop.taken());
        assertNothingReadable();
      }
      List<String> rows = settled(host);
      assertThat(rows).noneMatch(row -> row.contains("IN_PROGRESS"));
      long completed = rows.stream().filter(row -> row.contains(" COMPLETED ")).count();
      assertThat(host.received().size()).isBetween((int) completed, taken.size() + kills);
      for (String execution : taken) {
        assertThat(rows).anyMatch(row -> row.contains(execution) && accounted(row));
      }
      long owed = rows.stream().filter(row -> row.contains("PAID_NOT_PRINTED")).count();
      assertThat(host.received().size() + owed).isGreaterThanOrEqualTo(taken.size());
      assertThat(host.received().size()).isLessThanOrEqualTo((int) paidRows(rows));
    }
  }

  /// Printed, or owed, or a question to a person: never forgotten.
  private static boolean accounted(String row) {
    return row.contains(" COMPLETED ")
        || row.contains("PAID_NOT_PRINTED")
        || row.contains("PRINT_IN_DOUBT");
  }

  private static long paidRows(List<String> rows) {
    return rows.stream().filter(CrashTest::accounted).count();
  }

  private List<String> settled(PrintHost host) throws IOException {
    Shop last = new Shop(host);
    List<String> rows = last.rows();
    for (int look = 0; look < 60 && rows.toString().contains("IN_PROGRESS"); look++) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      rows = last.rows();
    }
    last.kill();
    return rows;
  }

  private static void visit(Shop shop) {
    try (PracticePhone phone =
        PracticePhone.scan(shop.ticket, InetAddress.getByName("127.0.0.9"), Ids.secure())) {
      phone.claim();
      int fid = phone.upload(CANARY + ".pdf", TestPdf.plainText(1, CANARY));
      phone.await(
          AgentMessage.FileState.class, f -> f.fid() == fid && f.status() == FileStatus.READY);
      phone.send(
          new PhoneMessage.Options(
              List.of(new PhoneMessage.Pages(fid, "")), 1, Sides.ONE, Paper.A4));
      String quote = phone.await(AgentMessage.Quote.class).id();
      phone.send(new PhoneMessage.Pay(quote, PayMethod.CASH));
      phone.await(AgentMessage.Receipt.class);
    } catch (IOException | RuntimeException | AssertionError _) {
      // The shop was killed under the customer: that is what this is about.
      shop.kill();
    }
  }

  private void assertNothingReadable() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContain(CANARY);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One life of the shop. What it says goes to a file, which outlives it.
  private final class Shop {
    private final Process process;
    private final Path said;
    private final String ticket;

    Shop(PrintHost host) throws IOException {
      Path data = Files.createDirectories(folder.resolve("data"));
      said = folder.resolve("said-" + System.nanoTime());
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  CrashShop.class.getName(),
                  data.toString(),
                  host.cups().toString())
              .redirectOutput(said.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      await().atMost(LONG).until(() -> !lines("TICKET http").isEmpty());
      ticket = "http" + lines("TICKET http").getFirst();
    }

    void kill() {
      process.destroyForcibly();
    }

    List<String> taken() throws IOException {
      return lines("TAKEN ");
    }

    List<String> rows() throws IOException {
      int answers = lines("END").size();
      process.getOutputStream().write('?');
      process.getOutputStream().flush();
      await().atMost(LONG).until(() -> lines("END").size() > answers);
      List<String> all = Files.readAllLines(said);
      int from = all.subList(0, all.lastIndexOf("END")).lastIndexOf("END") + 1;
      return all.subList(from, all.size()).stream().filter(row -> row.startsWith("ROW ")).toList();
    }

    /// The rest of each whole line that begins so.
    private List<String> lines(String start) throws IOException {
      String text = Files.readString(said);
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .toList();
    }
  }
}
