// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import java.util.List;

/// Something that is wrong with a workflow. `where` is the way to it in the JSON, such as
/// `steps[2].config.dataKey`; `args` are what the words of its kind want to name.
public record Finding(String where, Kind kind, List<String> args) {
  public Finding {
    args = List.copyOf(args);
  }

  static Finding of(String where, Kind kind, String... args) {
    return new Finding(where, kind, List.of(args));
  }

  /// In English, for programs.
  public String words() {
    return kind.words.formatted(args.toArray());
  }

  /// Whether the workflow can be published all the same.
  public boolean advice() {
    return kind == Kind.NOT_ALWAYS_KNOWN || kind == Kind.NO_HINDI;
  }

  /// What can be wrong.
  public enum Kind {
    MISSING("this is needed"),
    UNKNOWN_MEMBER("there is nothing called %s here"),
    WRONG_KIND("this has to be %s"),
    NOT_ONE_OF("this has to be one of %s"),
    OUT_OF_RANGE("this has to be from %s to %s"),
    TOO_LONG("at most %s signs"),
    TOO_MANY("at most %s of these"),
    NO_NAME("letters, digits and hyphens, beginning with a letter"),
    TWICE("%s is there twice"),
    BAD_TEMPLATE("%s"),
    BAD_PATH("%s is not a path"),
    BAD_PATTERN("%s is not a pattern"),
    BAD_FIELD("%s"),
    BAD_RULE("%s"),
    BAD_ENDPOINT("%s is neither a path of a connection nor an https address"),
    UNKNOWN_PATH("%s is not known at this step"),
    NOT_ALWAYS_KNOWN("%s is known only to some at this step"),
    UNKNOWN_STEP("there is no step %s"),
    CYCLE("it comes back to %s without end"),
    UNREACHABLE("nothing leads to this step"),
    NOT_ALONE("%s cannot be done beside other steps"),
    PRINT_STEPS("a print workflow has PRINT_OPTIONS, PRINT_PAYMENT and PRINT_OUTPUT, once and in this order"),
    PRINT_SKIPPED("no way may lead past %s"),
    NOT_HERE("%s cannot stand here"),
    NO_DATA_KEY("a step that finds something out needs a data key"),
    NO_ENDPOINT("there is no server to call"),
    NO_TASK_TYPE("%s is no kind of task: small letters and digits, with _ between the words"),
    NO_DATA_HERE("a card says nothing of what customers said"),
    NO_MESSAGE_HERE("no message comes to a step beside others"),
    NO_HINDI("there are no Hindi words");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }
}
