// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.SettingRefused.Why;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the settings: the defaults, over them the owner's file, over them the command line's
/// `--set section.key=value`. A key that does not exist is refused by its name.
public final class ConfigFile {
  private static final TomlMapper TOML =
      TomlMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ConfigFile() {}

  /// `file` may be missing. Values of `settings` are TOML values; bare words count as text.
  public static AgentConfig read(Path file, Map<String, String> settings) throws Unusable {
    return bound(tree(text(file), settings));
  }

  /// The text of a settings file, empty where there is none.
  static String text(Path file) throws Unusable {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw Unusable.of(e);
    }
  }

  /// All settings as a tree: the defaults, over them `text`, over them `settings`.
  static ObjectNode tree(String text, Map<String, String> settings) throws Unusable {
    try {
      ObjectNode tree = defaults();
      merge(tree, parsed(text), "");
      return over(tree, settings);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw Unusable.of(e);
    }
  }

  /// `tree` with `settings` over it.
  static ObjectNode over(ObjectNode tree, Map<String, String> settings) {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      merge(tree, TOML.readTree(line(setting)), "");
    }
    return tree;
  }

  /// What a settings file says, and no more.
  static JsonNode parsed(String text) {
    return TOML.readTree(text);
  }

  /// A value as it stands in a settings file, on one line.
  static String literal(JsonNode value) {
    return value.isString() ? quoted(value.asString()) : value.toString();
  }

  static String written(ObjectNode tree) {
    return TOML.writeValueAsString(tree);
  }

  static AgentConfig bound(ObjectNode tree) throws Unusable {
    try {
      return TOML.treeToValue(tree, AgentConfig.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw Unusable.of(e);
    }
  }

  private static ObjectNode defaults() throws IOException {
    try (InputStream in = ConfigFile.class.getResourceAsStream("defaults.toml")) {
      return (ObjectNode) TOML.readTree(Objects.requireNonNull(in, "defaults.toml").readAllBytes());
    }
  }

  private static void merge(ObjectNode into, JsonNode from, String path) {
    from.forEachEntry((key, value) -> {
      JsonNode known = into.get(key);
      if (known == null) {
        throw new SettingRefused(path + key, Why.SETTING_UNKNOWN, "");
      }
      if (known instanceof ObjectNode section && value.isObject()) {
        merge(section, value, path + key + ".");
      } else {
        into.set(key, value);
      }
    });
  }

  private static String line(Map.Entry<String, String> setting) {
    String value = setting.getValue();
    boolean bare = !value.matches("-?\\d+|true|false|\".*\"|\\[.*]");
    return setting.getKey() + " = " + (bare ? quoted(value) : value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (each < ' ' || each == 0x7f) {
        quoted.append(String.format("\\u%04x", (int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }

  /// The settings cannot be used; the message says which and why.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern KEY = Pattern.compile("(\\w+\\.\\w+)[: ]+(.*)", Pattern.DOTALL);

    private final SettingRefused refused;

    private Unusable(SettingRefused refused, Throwable cause) {
      super(refused.getMessage(), cause);
      this.refused = refused;
    }

    /// Which setting, as what code, and what is to be said beside it.
    public SettingRefused refused() {
      return refused;
    }

    static Unusable of(Exception cause) {
      for (Throwable at = cause; at != null; at = at.getCause()) {
        if (at instanceof SettingRefused refused) {
          return new Unusable(refused, cause);
        }
        if (at instanceof InvalidFormatException wrong) {
          return new Unusable(mistyped(wrong), cause);
        }
      }
      return new Unusable(other(cause), cause);
    }

    private static SettingRefused mistyped(InvalidFormatException wrong) {
      String key =
          wrong.getPath().stream()
              .map(JacksonException.Reference::getPropertyName)
              .collect(Collectors.joining("."));
      Class<?> wanted = wrong.getTargetType();
      Why why =
          wanted == Duration.class
              ? Why.SETTING_TIME
              : wanted == boolean.class
                  ? Why.SETTING_YES_NO
                  : wanted.isPrimitive() ? Why.SETTING_NUMBER : Why.SETTING_VALUE;
      return new SettingRefused(key, why, String.valueOf(wrong.getValue()));
    }

    /// The rooms name the setting at the beginning of what they say.
    private static SettingRefused other(Exception cause) {
      Throwable root = cause;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      String said = Objects.requireNonNullElse(root.getMessage(), root.toString());
      Matcher named = KEY.matcher(said);
      return named.matches()
          ? new SettingRefused(named.group(1), Why.SETTING_VALUE, named.group(2))
          : new SettingRefused("config.toml", Why.SETTINGS_UNREADABLE, said);
    }
  }
}
