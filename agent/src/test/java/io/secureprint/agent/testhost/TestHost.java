// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.testhost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a test's program where it may change network and mounts as it likes: in namespaces of its
/// own, as root of them.
public final class TestHost {
  private static final String NETWORK =
      "ip link set lo up && ip link set lo multicast on && ip addr add 192.168.77.1/24 dev lo";

  private TestHost() {}

  /// On a network where the host is 192.168.77.1 and nobody else is. Answers the lines it printed.
  public static List<String> onANetwork(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of("--mount", "--net"), NETWORK, program, arguments);
  }

  /// With a disk of `mebibytes` mounted at the empty folder `at`.
  public static List<String> withADisk(
      Path at, int mebibytes, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    String mount = "mount -t tmpfs -o mode=755,size=" + mebibytes + "m tmpfs '" + at + "'";
    return run(List.of("--mount"), mount, program, arguments);
  }

  private static List<String> run(
      List<String> namespaces, String setUp, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("unshare"));
    command.addAll(namespaces);
    if (!System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("--map-root-user", "--map-auto"));
    }
    command.addAll(List.of("sh", "-c", setUp + " && exec \"$@\"", "test-host"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-Duser.name=root",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    Process host =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (host.waitFor() != 0) {
      throw new IOException(program.getSimpleName() + " ended badly: " + said);
    }
    return said.lines().toList();
  }
}
