// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.AgentConfig;
import io.secureprint.agent.ConfigFile;
import io.secureprint.agent.FirstStart;
import io.secureprint.agent.Folders;
import io.secureprint.agent.SettingsFile;
import io.secureprint.agent.kernel.PrivateFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Which shop is opened: its folders, its settings file, and what this run's command line says over
/// it.
record Opening(
    Folders folders, Path file, Map<String, String> overrides, Kind kind) {
  /// What a shop is opened for.
  enum Kind {
    SHOP,
    /// Nobody's money.
    PRACTICE,
    /// The same, for somebody whose shop is not set up yet.
    FIRST_PRACTICE
  }

  Opening {
    overrides = Map.copyOf(overrides);
  }

  AgentConfig config() throws ConfigFile.Unusable {
    return ConfigFile.read(file, overrides);
  }

  /// The same with `more` settings, unless the command line has them.
  Opening with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(overrides);
    return new Opening(folders, file, all, kind);
  }

  SettingsFile settings() {
    return new SettingsFile(file, overrides);
  }

  boolean isFirst() {
    return kind == Kind.SHOP && FirstStart.isDue(file);
  }

  /// The practice shop beside a shop that is not set up yet: nothing of it gets into that one.
  Opening practiceBeside() throws IOException {
    Path data = folders.data();
    Path folder = PrivateFile.folder(data.resolveSibling(data.getFileName() + "-practice"));
    Map<String, String> all = new HashMap<>(practice(folder));
    all.putAll(overrides);
    Folders own = new Folders(folder);
    return new Opening(own, own.config(), all, Kind.FIRST_PRACTICE);
  }

  /// The settings of a practice shop, which prints into a folder beside its data.
  static Map<String, String> practice(Path data) {
    return Map.of(
        "shop.live", "false",
        "shop.name", "Practice shop",
        "printer.kind", "folder",
        "printer.test", "true",
        "printer.folder", data.resolveSibling(data.getFileName() + "-printed").toString());
  }
}
