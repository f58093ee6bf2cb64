// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.board;

import io.secureprint.agent.board.Refusal.Fault;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at what somebody typed or sent, and keeps what is wrong with it. What passes fits into the
/// tables of both databases and onto one line of a screen.
final class Faults {
  static final String ANY = "*";
  /// Breaks of lines, and what makes a line read otherwise than it is written.
  private static final String UNSEEN = "\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";
  private static final Pattern TYPE = Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern LINE = Pattern.compile("[^" + UNSEEN + "]*");
  private static final Pattern WORDS =
      Pattern.compile("[^" + UNSEEN.replace("\\p{Cc}", "\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F") + "]*");
  private static final Pattern LINK = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final Pattern GRAPHIC = Pattern.compile("[!-~]{1,64}");

  private static final int NAME = 40;
  private static final int REASON = 200;
  private static final int COMMENT = 1_000;

  private final List<Fault> found = new ArrayList<>();

  Faults type(String field, String value) {
    return check(field, TYPE.matcher(value).matches(), "TASK_TYPE_WRONG");
  }

  Faults area(String field, String value) {
    return check(field, line(value, NAME) && !value.equals(ANY), "TASK_AREA_WRONG");
  }

  Faults title(String field, String value) {
    return check(field, line(value, TaskDraft.LONGEST_TITLE), "TASK_TITLE_WRONG");
  }

  /// Nobody is somebody, too.
  Faults somebody(String field, @Nullable String value) {
    return check(field, value == null || line(value, NAME), "TASK_PERSON_WRONG");
  }

  Faults words(String field, String value) {
    boolean fits = value.length() <= COMMENT && WORDS.matcher(value).matches();
    return check(field, !value.isBlank() && fits, "TASK_WORDS_WRONG");
  }

  /// A line that need not be said, and stands in the event log if it is.
  Faults reason(String field, String value) {
    return check(field, value.isBlank() || line(value.strip(), REASON), "TASK_WORDS_WRONG");
  }

  Faults link(String field, @Nullable String value) {
    return check(field, value == null || LINK.matcher(value).matches(), "TASK_LINK_WRONG");
  }

  /// An id that a program has made up.
  Faults foreign(String field, @Nullable String value) {
    return check(field, value == null || GRAPHIC.matcher(value).matches(), "COMMAND_WRONG");
  }

  Faults check(String field, boolean right, String code) {
    if (!right) {
      found.add(new Fault(field, code));
    }
    return this;
  }

  Optional<Refusal> refusal() {
    return found.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Wrong(found));
  }

  /// Whether anything of ours could have such an id: what cannot even be asked for is not there.
  static boolean isLink(String value) {
    return LINK.matcher(value).matches();
  }

  /// Whether a title or a name could hold this.
  static boolean isSeen(String value) {
    return LINE.matcher(value).matches();
  }

  static boolean line(String value, int most) {
    return !value.isBlank()
        && value.length() <= most
        && value.strip().equals(value)
        && isSeen(value);
  }
}
