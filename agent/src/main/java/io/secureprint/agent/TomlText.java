// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a settings file, changed line by line, so that what a person wrote around a value stays
/// as it was. It knows the common forms of TOML alone: whoever uses it looks whether the outcome says
/// what it should.
final class TomlText {
  private static final Pattern HEADER = Pattern.compile("\\s*\\[([^\\[\\]]*)]\\s*(?:#.*)?");
  private static final Pattern PLAIN_VALUE =
      Pattern.compile("\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^#\"']*?)(\\s*(?:#.*)?)");

  private final List<String> lines;

  TomlText(String text) {
    lines = new ArrayList<>(text.isEmpty() ? List.of() : text.stripTrailing().lines().toList());
  }

  /// `key` has its section before the last dot; `literal` is a TOML value on one line.
  void set(String key, String literal) {
    int dot = key.lastIndexOf('.');
    String section = dot < 0 ? "" : key.substring(0, dot);
    String name = key.substring(dot + 1);
    if (!replaced(section, name, literal) && !replaced("", key, literal)) {
      insert(section, name, literal);
    }
  }

  @Override
  public String toString() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private boolean replaced(String section, String name, String literal) {
    Pattern line = Pattern.compile("(\\s*" + Pattern.quote(name) + "\\s*=\\s*)(.*)");
    for (int at = begin(section); at >= 0 && at < end(at); at++) {
      Matcher found = line.matcher(lines.get(at));
      if (found.matches()) {
        Matcher value = PLAIN_VALUE.matcher(found.group(2));
        String rest = value.matches() ? value.group(1) : "";
        lines.set(at, found.group(1) + literal + rest);
        return true;
      }
    }
    return false;
  }

  private void insert(String section, String name, String literal) {
    int begin = begin(section);
    if (begin >= 0) {
      int at = end(begin);
      while (at > begin && lines.get(at - 1).isBlank()) {
        at--;
      }
      lines.add(at, name + " = " + literal);
      return;
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("[" + section + "]");
    lines.add(name + " = " + literal);
  }

  /// The line after the section's header, 0 for what stands before all headers; -1 where there is no
  /// such section.
  private int begin(String section) {
    if (section.isEmpty()) {
      return 0;
    }
    for (int at = 0; at < lines.size(); at++) {
      Matcher header = HEADER.matcher(lines.get(at));
      if (header.matches() && header.group(1).strip().equals(section)) {
        return at + 1;
      }
    }
    return -1;
  }

  private int end(int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).stripLeading().startsWith("[")) {
      at++;
    }
    return at;
  }
}
