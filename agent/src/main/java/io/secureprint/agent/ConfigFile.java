// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

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
    try {
      ObjectNode tree = defaults();
      if (Files.exists(file)) {
        merge(tree, TOML.readTree(Files.readString(file)), "");
      }
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        merge(tree, TOML.readTree(line(setting)), "");
      }
      return TOML.treeToValue(tree, AgentConfig.class);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new Unusable(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
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
        throw new IllegalArgumentException("no such setting: " + path + key);
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
    String quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return setting.getKey() + " = " + (bare ? quoted : value);
  }

  /// The settings cannot be used; the message says which and why.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
