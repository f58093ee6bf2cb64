// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import io.secureprint.agent.destruction.Wipe;
import io.secureprint.agent.kernel.Ids;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/// What the second line of the destruction costs: the overwriting of what is sealed anyway.
final class DestroyBench implements Bench {
  private static final int BYTES = 20 << 20;
  private static final int PASSES = 3;
  private static final Comparison.Rounds ROUNDS = new Comparison.Rounds(2, 15);

  @Override
  public String name() {
    return "destroy";
  }

  @Override
  public String explanation() {
    return """
        A session's folder with one file of 20 MiB overwritten three times, each time to the disk,
        read back and deleted, against `shred -n 3 -u` of the same file, which does not read back.
        """;
  }

  @Override
  public List<Comparison> measure(Path folder) throws Exception {
    byte[] sealed = new byte[BYTES];
    new Random(20).nextBytes(sealed);
    Wipe wipe = new Wipe(Ids.secure(), PASSES);
    Path session = folder.resolve("session");
    return List.of(
        Comparison.interleaved(
            new Comparison.Subject(
                "20 MiB destroyed",
                () -> {
                  written(session, sealed);
                  Tool.Work destroy = () -> wipe.folder(session);
                  return destroy.timed();
                }),
            new Comparison.Subject(
                "`shred`",
                () -> {
                  Path file = written(session, sealed);
                  Tool.Work shred =
                      () -> Tool.run("shred", "-n", Integer.toString(PASSES), "-u", file.toString());
                  return shred.timed();
                }),
            "ms",
            ROUNDS));
  }

  private static Path written(Path folder, byte[] bytes) throws IOException {
    Path file = Files.write(Files.createDirectories(folder).resolve("chunks"), bytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return file;
  }
}
