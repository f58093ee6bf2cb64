// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.kernel.PrivateFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The owner's settings in their file, as text by their full names: read, tried and written. The file
/// may be missing, and may be changed by hand at any time.
public final class SettingsFile {
  private static final String LOST =
      """
      # Written by SecurePrint. Comments that stood here are gone: this file had a form in which single
      # values could not be changed.
      """;

  private final Path file;
  private final Map<String, String> fixed;

  /// `fixed` are the settings of this run's command line, which go over the file's.
  public SettingsFile(Path file, Map<String, String> fixed) {
    this.file = file;
    this.fixed = Map.copyOf(fixed);
  }

  /// Every setting as it would be at a start now.
  public Map<String, String> values() throws ConfigFile.Unusable {
    return flat(tree(), SettingsFile::shown);
  }

  ObjectNode tree() throws ConfigFile.Unusable {
    return ConfigFile.tree(ConfigFile.text(file), fixed);
  }

  /// The settings that the file names.
  public Set<String> said() throws ConfigFile.Unusable {
    try {
      return flat(ConfigFile.parsed(ConfigFile.text(file)), SettingsFile::shown).keySet();
    } catch (JacksonException e) {
      throw ConfigFile.Unusable.of(e);
    }
  }

  /// What the file does not decide in this run.
  public Set<String> fixed() {
    return fixed.keySet();
  }

  /// What is wrong with these values, if anything; nothing is written.
  public List<SettingRefused> refused(Map<String, String> changes) {
    Map<String, String> rest = new LinkedHashMap<>(changes);
    List<SettingRefused> all = new ArrayList<>();
    Optional<SettingRefused> next = first(rest);
    while (next.isPresent()) {
      all.add(next.get());
      next = rest.remove(next.get().key()) == null ? Optional.empty() : first(rest);
    }
    return all;
  }

  private Optional<SettingRefused> first(Map<String, String> changes) {
    try {
      Map<String, String> over = new TreeMap<>(fixed);
      ObjectNode tree = ConfigFile.tree(ConfigFile.text(file), Map.of());
      changes.forEach((key, value) -> put(tree, key, value));
      over.keySet().removeAll(changes.keySet());
      ConfigFile.bound(ConfigFile.over(tree, over));
      return Optional.empty();
    } catch (ConfigFile.Unusable e) {
      return Optional.of(e.refused());
    } catch (SettingRefused e) {
      return Optional.of(e);
    }
  }

  /// Writes these values, all or none, and keeps everything else that the file says. Answers the
  /// settings of which the file says something else now; without any it is not touched.
  ///
  /// @throws ConfigFile.Unusable when the file is not to be used with them
  public synchronized Set<String> save(Map<String, String> changes)
      throws ConfigFile.Unusable, IOException {
    Optional<SettingRefused> refused = first(changes);
    if (refused.isPresent()) {
      throw ConfigFile.Unusable.of(refused.get());
    }
    String before = ConfigFile.text(file);
    Map<String, String> said = flat(ConfigFile.parsed(before), SettingsFile::shown);
    Map<String, String> others = new LinkedHashMap<>(changes);
    others.entrySet().removeIf(change -> change.getValue().equals(said.get(change.getKey())));
    if (!others.isEmpty()) {
      PrivateFile.write(file, changed(before, others).getBytes(UTF_8));
    }
    return others.keySet();
  }

  private static String changed(String before, Map<String, String> changes)
      throws ConfigFile.Unusable {
    ObjectNode kinds = ConfigFile.tree("", Map.of());
    ObjectNode wanted = (ObjectNode) ConfigFile.parsed(before);
    TomlText text = new TomlText(before);
    changes.forEach((key, value) -> {
      JsonNode node = node(kinds, key, value);
      parent(wanted, key).set(last(key), node);
      text.set(key, ConfigFile.literal(node));
    });
    return says(text.toString(), wanted) ? text.toString() : LOST + ConfigFile.written(wanted);
  }

  private static boolean says(String text, JsonNode wanted) {
    try {
      return flat(ConfigFile.parsed(text), JsonNode::toString)
          .equals(flat(wanted, JsonNode::toString));
    } catch (JacksonException _) {
      return false;
    }
  }

  private static void put(ObjectNode tree, String key, String value) {
    ObjectNode section = parent(tree, key);
    section.set(last(key), node(tree, key, value));
  }

  /// A value of the kind that the setting has.
  private static JsonNode node(ObjectNode kinds, String key, String value) {
    ObjectNode section = parent(kinds, key);
    JsonNode kind = section.get(last(key));
    if (kind == null) {
      throw new SettingRefused(key, SettingRefused.Why.SETTING_UNKNOWN, "");
    }
    if (kind.isIntegralNumber() && value.matches("-?\\d{1,18}")) {
      return section.numberNode(Long.parseLong(value));
    }
    if (kind.isBoolean() && (value.equals("true") || value.equals("false"))) {
      return section.booleanNode(Boolean.parseBoolean(value));
    }
    return section.stringNode(value);
  }

  private static ObjectNode parent(ObjectNode tree, String key) {
    ObjectNode at = tree;
    int from = 0;
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', from)) {
      String section = key.substring(from, dot);
      at = at.get(section) instanceof ObjectNode known ? known : at.putObject(section);
      from = dot + 1;
    }
    return at;
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /// A list as the file has it.
  private static String shown(JsonNode value) {
    return value.isArray() ? value.toString() : value.asString();
  }

  private static Map<String, String> flat(JsonNode tree, Function<JsonNode, String> text) {
    Map<String, String> values = new TreeMap<>();
    flatten(tree, "", (key, value) -> values.put(key, text.apply(value)));
    return values;
  }

  private static void flatten(JsonNode tree, String path, BiConsumer<String, JsonNode> values) {
    tree.forEachEntry((key, value) -> {
      if (value.isObject()) {
        flatten(value, path + key + ".", values);
      } else {
        values.accept(path + key, value);
      }
    });
  }
}
