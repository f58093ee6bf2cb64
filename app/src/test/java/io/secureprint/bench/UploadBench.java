// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.agent.intake.AgentMessage;
import io.secureprint.agent.intake.AgentMessage.FileStatus;
import io.secureprint.agent.intake.PhoneMessage;
import io.secureprint.agent.journey.OpenShop;
import io.secureprint.agent.practice.PracticePhone;
import io.secureprint.driver.testprinter.PrintHost;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What sealing a document costs on its way from the phone to the shop's disk.
final class UploadBench implements Bench {
  private static final int BYTES = 20 << 20;
  /// Random bytes are no document; sent in clear they do not even open.
  private static final Set<FileStatus> CHECKED = Set.of(FileStatus.REFUSED, FileStatus.RETRY);
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(3, 15);

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public String explanation() {
    return """
        20 MiB from a scripted phone through a real socket and PSP/1 to the agent, from FILE_OPEN to
        the agent's word that it has the whole file on disk, against the same phone and the same
        agent with the cipher off: a ChaCha20-Poly1305 of the tests that copies its input and adds
        16 bytes takes the place of the JDK's, for document chunks and for control records alike.
        Phone and agent share one JVM and its cores, and nobody else is served meanwhile.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    byte[] document = new byte[BYTES];
    new Random(20).nextBytes(document);
    Map<String, String> settings =
        Map.of("printer.kind", "folder", "printer.folder", folder.resolve("printed").toString());
    try (PrintHost host = PrintHost.start(folder.resolve("host"));
        OpenShop shop = OpenShop.open(folder.resolve("data"), host, settings)) {
      return List.of(
          Comparison.interleaved(
              new Comparison.Subject("20 MiB uploaded", () -> upload(shop, document)),
              new Comparison.Subject("cipher off", () -> uploadInClear(shop, document)),
              "ms",
              ROUNDS));
    }
  }

  private static double uploadInClear(OpenShop shop, byte[] document) throws Exception {
    try (CipherOff _ = CipherOff.open()) {
      return upload(shop, document);
    }
  }

  /// Milliseconds. The session is over and wiped when it returns.
  private static double upload(OpenShop shop, byte[] document) throws Exception {
    try (PracticePhone phone = shop.scan("127.0.0.2")) {
      phone.claim();
      Rest.await();
      long start = System.nanoTime();
      phone.upload("document.pdf", document);
      phone.await(AgentMessage.FileState.class, file -> file.status() == FileStatus.CHECKING);
      double took = (System.nanoTime() - start) / 1e6;
      phone.await(AgentMessage.FileState.class, file -> CHECKED.contains(file.status()));
      phone.send(new PhoneMessage.DestroyNow());
      phone.await(AgentMessage.Receipt.class);
      return took;
    }
  }
}
