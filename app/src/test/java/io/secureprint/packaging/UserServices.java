// SPDX-License-Identifier: Apache-2.0
package io.secureprint.packaging;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;

/// A user's own systemd in a [FreshDebian], with its installed service of the shop. The Debian was not
/// started by systemd, so what that would have prepared is prepared here.
final class UserServices implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String RUN = "XDG_RUNTIME_DIR=/run/user/1000 ";
  private static final String GROUP = "/sys/fs/cgroup/asha";

  private final FreshDebian debian;

  private UserServices(FreshDebian debian) {
    this.debian = debian;
  }

  static UserServices start(FreshDebian debian) throws IOException {
    UserServices services = new UserServices(debian);
    debian.run("mkdir -p /run/systemd/system /run/user/1000 " + GROUP);
    debian.run("chown -R asha:asha /run/user/1000 " + GROUP);
    // Other shops of this machine have the ports of a real one.
    debian.run(
        """
        printf '[network]\\nbind = "127.0.0.1"\\nhttpPort = 0\\nwsPort = 0\\napiPort = 0\\n' \
        > /home/asha/.local/share/secureprint/config.toml""");
    debian.run(
        "( sh -c 'echo $$ > " + GROUP + "/cgroup.procs; exec " + FreshDebian.AS_USER + RUN
            + "/lib/systemd/systemd --user' ) > /dev/null 2>&1 &");
    await().atMost(LONG).until(() -> services.attempt("show-environment") == 0);
    return services;
  }

  /// What systemctl can do with the shop's service.
  void call(String verb) throws IOException {
    debian.run(systemctl(verb + " secureprint-session.service"));
  }

  String property(String name) throws IOException {
    return debian.run(systemctl("show --value -p " + name + " secureprint-session.service")).strip();
  }

  /// How many kinds of driver processes run in a sandbox.
  int sandboxedDrivers() throws IOException {
    boolean sandbox = debian.run("cat /proc/[0-9]*/comm").contains("bwrap");
    int worker = debian.maps("DocumentWorker.aot") ? 1 : 0;
    int sender = debian.maps("PrintSender.aot") ? 1 : 0;
    return sandbox ? worker + sender : 0;
  }

  @Override
  public void close() throws IOException {
    attempt("exit");
    await().atMost(LONG).until(() -> attempt("show-environment") != 0);
    debian.run("find " + GROUP + " -depth -type d -exec rmdir {} +");
  }

  private int attempt(String command) throws IOException {
    return debian.attempt(systemctl(command)).status();
  }

  private static String systemctl(String command) {
    return FreshDebian.AS_USER + RUN + "systemctl --user " + command;
  }
}
