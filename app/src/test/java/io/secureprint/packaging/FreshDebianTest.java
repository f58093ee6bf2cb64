// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.PayMethod;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.journey.OpenShop;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.practice.PracticeGateway;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.campaign.CampaignRecord;
import io.secureprint.driver.testdocument.TestPdf;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The life of the package on a PC that has never seen Java: installed as root, used by an ordinary
/// user, removed.
final class FreshDebianTest {
  private static final Path INSTALLER = Path.of("../installer/target");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String CANARY = "CANARY-installed";

  @TempDir private Path folder;
  private final CampaignRecord record = new CampaignRecord("package");

  @Test
  @Tag("campaign")
  @Tag("package")
  void thePackageServesAFreshDebianAndLeavesItClean() throws Exception {
    Path archives = Files.createDirectories(INSTALLER.resolve("debian-archives"));
    try (FreshDebian debian = FreshDebian.make(folder, newestPackage(), archives.toRealPath())) {
      install(debian);
      printWithoutADisplay(debian);
      openTheKiosk(debian);
      startItAtLogin(debian);
      makeCupsForget(debian);
      describeItselfToTheDesktop(debian);
      serveAsAService(debian);
      openTheKioskWithADamagedCache(debian);
      remove(debian);
    }
    record.write();
  }

  private static Path newestPackage() throws IOException {
    try (Stream<Path> files = Files.list(INSTALLER)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".deb")).toList();
      assertThat(found).as("made by ./sps package").hasSize(1);
      return found.getFirst().toAbsolutePath();
    }
  }

  private void install(FreshDebian debian) throws IOException {
    long before = packages(debian);
    debian.run("apt-get update -q");
    debian.run("apt-get install -q -y --no-install-recommends /root/secureprint-session.deb");
    assertThat(debian.attempt("command -v java").status()).isNotZero();
    assertThat(librariesMissing(debian)).isSubsetOf("libGL.so.1", "libXxf86vm.so.1");
    assertThat(debian.run("secureprint-session --version")).startsWith("SecurePrint Session ");
    debian.run("useradd --create-home asha");
    record
        .with("version", debian.run("dpkg-query -W -f '${Version}' secureprint-session"))
        .with("MB", Files.size(newestPackage()) / 1_000_000)
        .with("MB installed", debian.run("du -sm /opt/secureprint-session | cut -f1").strip())
        .with("packages", packages(debian) - before);
  }

  private static long packages(FreshDebian debian) throws IOException {
    return debian.run("dpkg-query -W").lines().count();
  }

  /// What the image's own libraries ask for and nobody has. A few are only wanted by a graphics card.
  private static Set<String> librariesMissing(FreshDebian debian) throws IOException {
    String find = "find /opt/secureprint-session -name '*.so' ";
    Set<String> ours =
        debian.run(find).lines().map(file -> file.replaceAll(".*/", "")).collect(Collectors.toSet());
    return debian
        .run(find + "-exec ldd {} +")
        .lines()
        .filter(line -> line.contains("not found"))
        .map(line -> line.strip().replaceFirst(" .*", ""))
        .filter(library -> !ours.contains(library))
        .collect(Collectors.toSet());
  }

  private void printWithoutADisplay(FreshDebian debian) throws Exception {
    try (PracticeGateway bank = PracticeGateway.open(Ids.secure(), Clock.systemUTC());
        InstalledShop shop = InstalledShop.start(debian, Map.of(), gateway(bank))) {
      shop.line("READY ");
      record.with("ms to READY", shop.millisSinceStart());
      String receipt = pay(shop.line("TICKET "), bank);
      assertThat(receipt).contains("\"complete\":1", "\"hostFlags\":[]");
      assertThat(debian.maps("/opt/secureprint-session/lib/app/Shop.aot")).isTrue();
      assertThat(debian.maps("/opt/secureprint-session/lib/app/DocumentWorker.aot")).isTrue();
      assertThat(debian.run("cat /proc/[0-9]*/comm")).contains("bwrap");
      assertThat(shop.stop()).isEqualTo(143);
    }
    String printed = "/home/asha/.local/share/secureprint-printed/";
    assertThat(debian.run("head -c 5 " + printed + "*.pdf")).isEqualTo("%PDF-");
    assertThat(debian.attempt("grep -rl " + CANARY + " /home/asha /tmp /var/tmp").text()).isEmpty();
    assertThat(debian.run("ls -A /home/asha/.local/share/secureprint/vault")).isEmpty();
  }

  private static String[] gateway(PracticeGateway bank) {
    return Stream.of(
            "kind=razorpay",
            "api=" + bank.api(),
            "keyId=" + PracticeGateway.KEY_ID,
            "keySecret=" + PracticeGateway.KEY_SECRET,
            "webhookSecret=" + PracticeGateway.WEBHOOK_SECRET,
            "accountId=" + PracticeGateway.ACCOUNT)
        .map(setting -> "--set gateway." + setting)
        .toArray(String[]::new);
  }

  /// A customer's whole visit; answers the receipt.
  private static String pay(String ticket, PracticeGateway bank) throws IOException {
    try (PracticePhone phone =
        PracticePhone.scan(ticket, InetAddress.getByName("127.0.0.2"), Ids.secure())) {
      phone.claim();
      AgentMessage.Quote quote =
          OpenShop.quoted(phone, CANARY + ".pdf", TestPdf.plainText(1, CANARY));
      phone.send(new PhoneMessage.Pay(quote.id(), PayMethod.UPI));
      phone.await(AgentMessage.PayState.class, state -> state.upi() != null);
      bank.pay(bank.newest(), quote.total().value());
      return phone.await(AgentMessage.Receipt.class).text();
    }
  }

  /// On a real X server of the machine; nothing of X but what the package asks for is in the Debian.
  private void openTheKiosk(FreshDebian debian) throws Exception {
    try (Screen screen = Screen.open();
        InstalledShop shop = InstalledShop.start(debian, Map.of("DISPLAY", screen.display()))) {
      shop.line("SHOWN");
      record.with("ms to SHOWN", shop.millisSinceStart());
      assertThat(shop.stop()).isEqualTo(143);
    }
  }

  private static void openTheKioskWithADamagedCache(FreshDebian debian) throws IOException {
    debian.run("truncate -s 1M /opt/secureprint-session/lib/app/*.aot");
    Map<String, String> inMemory =
        Map.of(
            "DISPLAY", ":in-memory",
            "JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
    try (InstalledShop shop = InstalledShop.start(debian, inMemory)) {
      shop.line("READY ");
      shop.line("SHOWN");
      assertThat(shop.errors()).contains("An error has occurred while processing the AOT cache");
      assertThat(shop.stop()).isEqualTo(143);
    }
  }

  private static void startItAtLogin(FreshDebian debian) throws IOException {
    String command = FreshDebian.AS_USER + "secureprint-session kiosk-autostart ";
    assertThat(debian.run(command + "on")).startsWith("on: ");
    debian.run("test -e /home/asha/.config/autostart/secureprint-session.desktop");
    assertThat(debian.run(command + "off")).startsWith("off: ");
    assertThat(debian.attempt("secureprint-session kiosk-autostart on").text())
        .startsWith("NOT_AS_ROOT: ");
  }

  private static void makeCupsForget(FreshDebian debian) throws IOException {
    String command = "secureprint-session cups-privacy ";
    assertThat(debian.attempt(command).text()).startsWith("CUPS_MISSING: ");
    debian.run("apt-get install -q -y --no-install-recommends cups-daemon");
    assertThat(debian.attempt(command + "--check").text())
        .contains("PreserveJobFiles 86400, should be No");
    assertThat(debian.attempt(FreshDebian.AS_USER + command + "--apply").text()).startsWith("ROOT_NEEDED: ");
    debian.run(command + "--apply");
    debian.run(command);
    debian.run("cupsd -t");
    debian.run(command + "--undo");
    debian.run("cmp /etc/cups/cupsd.conf /usr/share/cups/cupsd.conf.default");
  }

  private static void describeItselfToTheDesktop(FreshDebian debian) throws IOException {
    debian.run("apt-get install -q -y --no-install-recommends desktop-file-utils systemd");
    debian.run("desktop-file-validate /usr/share/applications/secureprint-session.desktop");
    assertThat(
            debian.run(
                "XDG_RUNTIME_DIR=/run systemd-analyze --user verify secureprint-session.service"))
        .isEmpty();
  }

  /// What the unit forbids the shop must not hinder the documents' sandbox.
  private static void serveAsAService(FreshDebian debian) throws IOException {
    try (UserServices services = UserServices.start(debian)) {
      services.call("start");
      await().atMost(LONG).until(() -> services.sandboxedDrivers() == 2);
      String first = services.property("MainPID");
      debian.run("kill -9 " + first);
      await().atMost(LONG).until(() -> services.property("NRestarts").equals("1"));
      await().atMost(LONG).until(() -> services.sandboxedDrivers() == 2);
      assertThat(services.property("MainPID")).isNotEqualTo(first);
      services.call("stop");
      assertThat(services.property("ActiveState")).isEqualTo("inactive");
      assertThat(services.property("Result")).isEqualTo("success");
    }
  }

  private static void remove(FreshDebian debian) throws IOException {
    assertThat(debian.run("apt-get purge -q -y secureprint-session"))
        .contains("The shop's data stays where it is: .local/share/secureprint");
    String everywhere = "find / -xdev -path /proc -prune -o -iname '*secureprint*' -print";
    assertThat(debian.run(everywhere).lines())
        .containsExactlyInAnyOrder(
            "/root/secureprint-session.deb",
            "/home/asha/.local/share/secureprint",
            "/home/asha/.local/share/secureprint-printed");
    assertThat(debian.run("find /home/asha -mindepth 1 -maxdepth 1 -newer /etc/passwd").lines())
        .containsExactlyInAnyOrder("/home/asha/.local", "/home/asha/.config");
  }
}
