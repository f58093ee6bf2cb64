// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.worker;

import java.util.List;

/// How every driver JVM is started.
final class JvmFlags {
  /// Small, whatever this PC has, and quick to start (C1 alone opens the first 50 pages in three quarters
  /// of the time); no dump, no crash report, no attaching, no performance file; no place for temporary
  /// files or font caches; no log, since log lines of a parser quote the document; and no word of the JVM
  /// itself on standard output, which is the pipe.
  static final List<String> HARDENED =
      List.of(
          "-Xms32m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "-Xlog:disable",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisableAttachMechanism",
          "-XX:-UsePerfData",
          "-XX:-HeapDumpOnOutOfMemoryError",
          "-XX:+SuppressFatalErrorMessage",
          "-XX:-CreateCoredumpOnCrash",
          "-Djdk.attach.allowAttachSelf=false",
          "-Djava.awt.headless=true",
          "-Djava.io.tmpdir=/nonexistent",
          "-Duser.home=/nonexistent",
          "-Dpdfbox.fontcache=/nonexistent",
          "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

  private JvmFlags() {}
}
