// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Fault;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Messages.CodeWords;
import io.secureprint.app.fx.Phrase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with a field, as whoever fills it in reads it.
record FaultWords(Messages messages) {
  private static final String EXPRESSION = "EXPRESSION_WRONG";
  private static final Pattern NAME =
      Pattern.compile("(?:undeclared reference to|undefined field) '([^']{1,60})'.*", Pattern.DOTALL);

  String of(Fault fault) {
    if (!fault.code().equals(EXPRESSION)) {
      CodeWords words = messages.code(fault.code());
      return words.what() + " " + words.next();
    }
    return expression(fault.words())
        + (fault.line() > 1
            ? " " + messages.text(Phrase.AUTO_FAULT_LINE, fault.line(), fault.column())
            : " " + messages.text(Phrase.AUTO_FAULT_PLACE, fault.column()));
  }

  private String expression(String words) {
    Matcher name = NAME.matcher(words);
    if (name.matches()) {
      return messages.text(Phrase.AUTO_FAULT_NAME, name.group(1));
    }
    if (words.startsWith("found no matching overload")) {
      return messages.text(Phrase.AUTO_FAULT_TYPES);
    }
    return messages.text(
        words.startsWith("a condition is true or false")
            ? Phrase.AUTO_FAULT_YES_NO
            : Phrase.AUTO_FAULT_SYNTAX);
  }
}
