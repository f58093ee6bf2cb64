// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import io.secureprint.driver.api.SenderRoom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Command lines that run a program under bubblewrap: own namespaces, an empty environment, the
/// system's programs and fonts to read, an empty `/tmp` in memory, and the end of it when its parent
/// ends.
final class Sandbox {
  static final Path BWRAP = Path.of("/usr/bin/bwrap");

  private static final int TMP_BYTES = 64 << 20;

  /// A drawn page can fill some megabytes of a spool file.
  private static final int SPOOL_BYTES = 512 << 20;

  private static final Path USR = Path.of("/usr");

  /// Links into `/usr` on a merged system, folders elsewhere.
  private static final List<Path> SYSTEM =
      Stream.of("/lib", "/lib32", "/lib64", "/bin").map(Path::of).toList();

  private static final List<String> FONTS = List.of("/etc/fonts", "/var/cache/fontconfig");
  private static final List<String> NAMES =
      List.of("/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf");

  private Sandbox() {}

  /// `readable` are the files and folders of the program itself.
  static List<String> withoutNetwork(List<String> program, List<Path> readable) {
    List<String> command = base(readable, TMP_BYTES);
    command.addAll(program);
    return command;
  }

  /// bubblewrap gives all of the network or none; the room's folders must exist.
  static List<String> withNetwork(List<String> program, List<Path> readable, SenderRoom room) {
    List<String> command = base(readable, room.spools() ? SPOOL_BYTES : TMP_BYTES);
    command.add("--share-net");
    room.environment().forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    for (String names : NAMES) {
      command.addAll(List.of("--ro-bind-try", names, names));
    }
    for (Path folder : room.folders()) {
      command.addAll(List.of("--bind", folder.toString(), folder.toString()));
    }
    command.addAll(program);
    return command;
  }

  private static List<String> base(List<Path> readable, int tmpBytes) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            BWRAP.toString(), "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
    command.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--ro-bind", "/usr", "/usr"));
    for (Path path : SYSTEM) {
      if (Files.isSymbolicLink(path)) {
        command.addAll(List.of("--symlink", "usr" + path, path.toString()));
      } else {
        command.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
      }
    }
    for (String fonts : FONTS) {
      command.addAll(List.of("--ro-bind-try", fonts, fonts));
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    command.addAll(List.of("--size", Integer.toString(tmpBytes), "--tmpfs", "/tmp"));
    for (Path path : readable) {
      if (!path.startsWith(USR)) {
        command.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
      }
    }
    command.addAll(List.of("--chdir", "/tmp"));
    return command;
  }
}
