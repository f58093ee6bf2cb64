// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.SettingRefused.Why;
import io.secureprint.agent.store.DatabasePlace;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the shop's records are: a file of its own where `url` is empty, or a PostgreSQL that several
/// counters share. What crosses a network is encrypted, unless the address says `sslmode=disable`. The
/// password is a secret and no setting.
public record DatabaseSettings(String url, String user) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "jdbc:postgresql://(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?"
              + "/[A-Za-z0-9_-]{1,63}(\\?(?<more>.*))?");

  /// Options may load classes or hold passwords, so that only these are taken. `prefer` and `allow` are
  /// not: they go on in the clear when somebody in between asks for it.
  private static final List<Pattern> OPTIONS =
      List.of(
          Pattern.compile("sslmode=(disable|require|verify-ca|verify-full)"),
          Pattern.compile("sslrootcert=[^&#]+"),
          Pattern.compile("currentSchema=[a-z0-9_]{1,63}"));

  public DatabaseSettings {
    if (!url.isEmpty() && !isAddress(url)) {
      // What was typed may hold a password.
      throw new SettingRefused("database.url", Why.DATABASE_ADDRESS, "");
    }
    if (!url.isEmpty() && !user.matches("[^\\p{Cntrl}\\s]{1,63}")) {
      throw new SettingRefused("database.user", Why.SETTING_VALUE, user);
    }
  }

  /// Whether several agents may share the records.
  boolean isShared() {
    return !url.isEmpty();
  }

  DatabasePlace place(Path folder, String password) {
    return isShared()
        ? new DatabasePlace.Server(encrypted(), user, password)
        : new DatabasePlace.Folder(folder);
  }

  private String encrypted() {
    if (url.contains("sslmode=") || onThisPc()) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + "sslmode=require";
  }

  private boolean onThisPc() {
    Matcher address = ADDRESS.matcher(url);
    return address.matches()
        && address.group("host").matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");
  }

  private static boolean isAddress(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return false;
    }
    String more = address.group("more");
    return more == null
        || List.of(more.split("&", -1)).stream()
            .allMatch(
                option -> OPTIONS.stream().anyMatch(known -> known.matcher(option).matches()));
  }
}
