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
import io.secureprint.agent.store.TestDatabase;
import io.secureprint.driver.api.Paper;
import io.secureprint.driver.api.Sides;
import io.secureprint.driver.campaign.CampaignRecord;
import io.secureprint.driver.testdocument.Drawn;
import io.secureprint.driver.testdocument.TestPdf;
import io.secureprint.driver.testprinter.PrintHost;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
  /// Behind which a kill comes, soon; in turn.
  private static final List<String> MOMENTS =
      List.of("TAKEN", "STAGE PRINTING", "STAGE CHOOSING", "TAKEN", "STAGE PAYING", "TICKET");
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Set<String> taken = new HashSet<>();
  private final List<String> database = new ArrayList<>();

  @Test
  void aKilledShopKeepsItsWordAtAQueue() throws IOException {
    killAndCheck("cups", 4, 1_000);
  }

  @Test
  void aKilledShopKeepsItsWordAtAPrinterItself() throws IOException {
    killAndCheck("ipp", 4, 1_001);
  }

  @Test
  void aKilledShopKeepsItsWordThroughAPrintService() throws IOException {
    killAndCheck("javax", 4, 1_002);
  }

  @Test
  void aKilledShopKeepsItsWordOnASharedDatabase() throws IOException {
    TestDatabase.POSTGRESQL
        .settings(folder)
        .forEach((setting, value) -> database.add(setting + "=" + value));
    killAndCheck("cups", 2, 1_003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cups", "ipp", "javax"})
  @Tag("campaign")
  @Tag("kill")
  void aShopKilledTwentyTimesKeepsItsWord(String kind) throws IOException {
    killAndCheck(kind, 20, 7).write();
  }

  private CampaignRecord killAndCheck(String kind, int kills, long seed) throws IOException {
    Random random = new Random(seed);
    try (PrintHost host = PrintHost.start(folder.resolve("host"))) {
      for (int kill = 0; kill < kills; kill++) {
        int number = kill;
        Shop shop = new Shop(settings(kind, host));
        Thread visit = Thread.ofVirtual().start(() -> visit(shop, "visit-" + number + "."));
        shop.says(MOMENTS.get(kill % MOMENTS.size()), visit);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(600)).toNanos());
        shop.kill();
        join(visit);
        taken.addAll(shop.taken());
        assertNothingReadable();
      }
      assertThat(taken).as("kills after payment").hasSizeGreaterThanOrEqualTo(kills / 4);
      List<String> rows = settled(settings(kind, host));
      assertThat(rows).noneMatch(row -> row.contains("IN_PROGRESS"));
      for (String execution : taken) {
        assertThat(rows).anyMatch(row -> row.contains(execution) && accounted(row));
      }
      CampaignRecord record =
          new CampaignRecord("kill")
              .with("kills", kills)
              .with("seed", seed)
              .with("acknowledged payments", taken.size());
      return checked(record, rows, printed(host, kills)).with("printer", kind);
    }
  }

  private static List<String> settings(String kind, PrintHost host) {
    return List.of(
        "printer.kind=" + kind,
        "printer.server=" + host.cups(),
        "printer.uri=" + host.printer());
  }

  /// A document more or less than what the history says is a print without money, or money without
  /// a print.
  private CampaignRecord checked(CampaignRecord record, List<String> rows, int printed) {
    long completed = count(rows, " COMPLETED ");
    long owed = count(rows, "PAID_NOT_PRINTED");
    long inDoubt = count(rows, "PRINT_IN_DOUBT");
    assertThat((long) printed).isBetween(completed, completed + inDoubt);
    assertThat(completed + owed + inDoubt).isGreaterThanOrEqualTo(taken.size());
    return record
        .with("sessions", rows.size())
        .with("printed", printed)
        .with("completed", completed)
        .with("owed", owed)
        .with("in doubt", inDoubt);
  }

  /// How many visits are on paper; none of them is twice.
  private static int printed(PrintHost host, int visits) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path document : host.received()) {
      texts.add(Drawn.text(Files.readAllBytes(document)));
    }
    for (int number = 0; number < visits; number++) {
      String mark = "visit-" + number + ".";
      assertThat(texts.stream().filter(text -> text.contains(mark)).count())
          .as(mark)
          .isLessThanOrEqualTo(1);
    }
    return texts.size();
  }

  private static long count(List<String> rows, String word) {
    return rows.stream().filter(row -> row.contains(word)).count();
  }

  /// Printed, or owed, or a question to a person: never forgotten.
  private static boolean accounted(String row) {
    return row.contains(" COMPLETED ")
        || row.contains("PAID_NOT_PRINTED")
        || row.contains("PRINT_IN_DOUBT");
  }

  private List<String> settled(List<String> settings) throws IOException {
    Shop last = new Shop(settings);
    List<String> rows = last.rows();
    for (int look = 0; look < 60 && rows.toString().contains("IN_PROGRESS"); look++) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      rows = last.rows();
    }
    last.kill();
    return rows;
  }

  private static void visit(Shop shop, String mark) {
    try (PracticePhone phone =
        PracticePhone.scan(shop.ticket, InetAddress.getByName("127.0.0.9"), Ids.secure())) {
      phone.claim();
      int fid = phone.upload(CANARY + ".pdf", TestPdf.plainText(1, CANARY + " " + mark));
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

    Shop(List<String> settings) throws IOException {
      Path data = Files.createDirectories(folder.resolve("data"));
      said = folder.resolve("said-" + System.nanoTime());
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  CrashShop.class.getName(),
                  data.toString()));
      command.addAll(settings);
      command.addAll(database);
      process =
          new ProcessBuilder(command)
              .redirectOutput(said.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      await().atMost(LONG).until(() -> !lines("TICKET http").isEmpty());
      ticket = "http" + lines("TICKET http").getFirst();
    }

    /// Until the shop says so, or its customer has left.
    void says(String line, Thread customer) {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> !lines(line).isEmpty() || !customer.isAlive());
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
