// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text of a `cupsd.conf`, read as CUPS reads it: a directive counts outside of sections, whatever
/// its case, up to a `#`, and of several the last. What is not asked about stays as it is, to the byte.
record CupsdConf(List<String> lines) {
  CupsdConf {
    lines = List.copyOf(lines);
  }

  static CupsdConf parse(String text) {
    return new CupsdConf(List.of(text.split("\n", -1)));
  }

  String text() {
    return String.join("\n", lines);
  }

  Optional<String> value(String directive) {
    List<String> said = linesOf(directive);
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(bare(said.getLast()).substring(directive.length()).strip());
  }

  List<String> linesOf(String directive) {
    return places(directive).stream().map(lines::get).toList();
  }

  /// The same with `instead` in the place of every line of that directive; at the end where there is
  /// none.
  CupsdConf with(String directive, List<String> instead) {
    List<Integer> places = places(directive);
    List<String> changed = new ArrayList<>(lines);
    places.reversed().forEach(place -> changed.remove(place.intValue()));
    int end = changed.getLast().isEmpty() ? changed.size() - 1 : changed.size();
    changed.addAll(places.isEmpty() ? end : places.getFirst(), instead);
    return new CupsdConf(changed);
  }

  private List<Integer> places(String directive) {
    List<Integer> found = new ArrayList<>();
    int depth = 0;
    for (int at = 0; at < lines.size(); at++) {
      String line = bare(lines.get(at));
      if (line.startsWith("</")) {
        depth--;
      } else if (line.startsWith("<")) {
        depth++;
      } else if (depth == 0 && line.split("\\s", 2)[0].equalsIgnoreCase(directive)) {
        found.add(at);
      }
    }
    return found;
  }

  private static String bare(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }
}
