// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.errors;

import io.secureprint.agent.kernel.Problem;
import io.secureprint.agent.kernel.Problems;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;

import java.util.Locale;

/// `docs/errors.md`, made from the table of problems and the words of the screens.
final class ErrorsDocument {
  private static final String HEAD =
      """
      # Errors

      Every code that people may see, what it means, and what happens then. This page is made from the
      table `problems.txt` of the agent's kernel and the words of the screens; a test holds that it is
      up to date, and that no code is without its line and its words.

      A code never changes its meaning. Whatever went wrong, nothing that was uploaded or paid is lost
      by it, unless its line says so.
      """;

  private ErrorsDocument() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Problem.Category category : Problem.Category.values()) {
      page.append("\n## ").append(title(category)).append("\n\n");
      page.append("| Code | What happened | What to do | Severity | What the program does |\n");
      page.append("|---|---|---|---|---|\n");
      Problems.all().stream()
          .filter(problem -> problem.category() == category)
          .forEach(problem -> page.append(line(problem)));
    }
    return page.toString();
  }

  private static String line(Problem problem) {
    CodeWords told = Messages.in(Language.ENGLISH).code(problem.code());
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            problem.code(),
            told.what(),
            told.next(),
            problem.severity().name().toLowerCase(Locale.ROOT),
            recovery(problem.recovery()));
  }

  private static String recovery(Problem.Recovery recovery) {
    return switch (recovery) {
      case RETRY -> "tries again by itself";
      case ASK -> "waits for a person";
      case END_SESSION -> "ends the session and erases its files";
      case FAIL_CLOSED -> "takes no new customers and no new payments until it is mended";
    };
  }

  private static String title(Problem.Category category) {
    String name = category.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
