// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.automation;

import dev.cel.runtime.CelEvaluationException;

import io.secureprint.agent.automation.Expressions.Compiled;
import io.secureprint.agent.automation.Expressions.Spot;
import io.secureprint.agent.automation.Expressions.Wrong;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text with `${…}` in it, each an expression over the variables of the trigger; `$${` is a plain `${`.
final class Template {
  /// Characters of what comes of it.
  static final int LONGEST = 1_000;
  private static final String OPEN = "${";

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /// @throws Wrong with each place where it is wrong, in the whole text
  static Template of(String text, Expressions expressions) throws Wrong {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      boolean plain = open > at && text.charAt(open - 1) == '$';
      pieces.add(new Words(text.substring(at, plain ? open - 1 : open)));
      if (plain) {
        pieces.add(new Words(OPEN));
        at = open + OPEN.length();
      } else {
        int close = end(text, open);
        pieces.add(new Value(value(text, open + OPEN.length(), close, expressions)));
        at = close + 1;
      }
    }
    pieces.add(new Words(text.substring(at)));
    return new Template(pieces);
  }

  /// The brace that ends what begins at `open`: not one in quotation marks, nor one of a map within.
  private static int end(String text, int open) throws Wrong {
    int depth = 0;
    char quote = 0;
    for (int at = open + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        at += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    throw new Wrong(List.of(new Spot(1, open + 1, "this has no end")));
  }

  private static Compiled value(String text, int from, int to, Expressions expressions)
      throws Wrong {
    try {
      Compiled compiled = expressions.compile(text.substring(from, to));
      if (!compiled.isSimple()) {
        throw new Wrong(List.of(new Spot(1, 1, "only texts, numbers, times and yes or no can be filled in")));
      }
      return compiled;
    } catch (Wrong e) {
      throw new Wrong(
          e.spots().stream()
              .map(
                  spot ->
                      new Spot(
                          spot.line(),
                          spot.line() == 1 ? spot.column() + from : spot.column(),
                          spot.words()))
              .toList());
    }
  }

  /// Filled in, and cut where it is too long; breaks of lines and other control characters become blanks,
  /// of which there are none at its ends.
  ///
  /// @throws CelEvaluationException when something that it speaks of is missing
  String fill(Map<String, ?> values) throws CelEvaluationException {
    StringBuilder filled = new StringBuilder();
    for (Piece piece : pieces) {
      filled.append(
          switch (piece) {
            case Words(String words) -> words;
            case Value(Compiled compiled) -> compiled.value(values).toString();
          });
      if (filled.length() > LONGEST) {
        filled.setLength(Character.isHighSurrogate(filled.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
      }
    }
    return filled.toString().replaceAll("\\p{Cntrl}", " ").strip();
  }

  private sealed interface Piece {}

  private record Words(String text) implements Piece {}

  private record Value(Compiled compiled) implements Piece {}
}
