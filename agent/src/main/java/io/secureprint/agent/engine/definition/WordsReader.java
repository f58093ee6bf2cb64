// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.kernel.Template;

import java.util.Map;

/// Reads what people read, and whether its templates are any.
final class WordsReader {
  private final Place place;
  private final String name;

  WordsReader(Place place, String name) {
    this.place = place;
    this.name = name;
  }

  Words read(Object value) {
    return switch (value) {
      case String both -> {
        Template template = template(name, both);
        yield new Words(template, template);
      }
      case Map<?, ?> map -> languages(map);
      default -> {
        place.note(name, Kind.WRONG_KIND, "a text, or one in en and one in hi");
        yield Words.plain("");
      }
    };
  }

  private Words languages(Map<?, ?> map) {
    map.keySet().stream()
        .filter(key -> !key.equals("en") && !key.equals("hi"))
        .forEach(key -> place.note(name + "." + key, Kind.UNKNOWN_MEMBER, String.valueOf(key)));
    Template english = template(name + ".en", map.get("en") instanceof String text ? text : "");
    if (!(map.get("en") instanceof String)) {
      place.note(name + ".en", Kind.MISSING);
    }
    if (map.containsKey("hi") && !(map.get("hi") instanceof String)) {
      place.note(name + ".hi", Kind.WRONG_KIND, "a text");
    }
    if (!(map.get("hi") instanceof String hindi) || hindi.isBlank()) {
      place.note(name + ".hi", Kind.NO_HINDI);
      return new Words(english, english);
    }
    return new Words(english, template(name + ".hi", hindi));
  }

  private Template template(String where, String text) {
    if (text.length() > Words.LONGEST) {
      place.note(where, Kind.TOO_LONG, String.valueOf(Words.LONGEST));
      return Template.of("");
    }
    try {
      return Template.of(text);
    } catch (IllegalArgumentException e) {
      place.note(where, Kind.BAD_TEMPLATE, String.valueOf(e.getMessage()));
      return Template.of("");
    }
  }
}
