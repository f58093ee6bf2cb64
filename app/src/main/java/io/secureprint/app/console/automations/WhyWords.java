// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.automations;

import io.secureprint.agent.automation.Run;
import io.secureprint.agent.automation.Why;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import org.kordamp.ikonli.feather.Feather;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Why an automation ran or did not, as the people of the shop say it.
record WhyWords(Messages messages) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /// The reason as a sentence.
  String reason(Why why) {
    String count =
        NUMBER.matcher(why.detail()).results().findFirst().map(MatchResult::group).orElse("1");
    return switch (why.code()) {
      case CONDITION_TRUE -> messages.text(Phrase.AUTO_WHY_CONDITION_TRUE);
      case CONDITION_FALSE -> messages.text(Phrase.AUTO_WHY_CONDITION_FALSE);
      case STILL_BUSY -> messages.text(Phrase.AUTO_WHY_STILL_BUSY);
      case LINE_FULL -> messages.text(Phrase.AUTO_WHY_LINE_FULL, count);
      case MISSED -> messages.text(Phrase.AUTO_WHY_MISSED, count);
      case CONDITION_FAILED -> messages.text(Phrase.AUTO_WHY_CONDITION_FAILED);
      case TEMPLATE_FAILED -> messages.text(Phrase.AUTO_WHY_TEMPLATE_FAILED);
      case UNREADABLE -> messages.text(Phrase.AUTO_WHY_UNREADABLE);
      case LOOP -> messages.text(Phrase.AUTO_WHY_LOOP, count);
      case OFF -> messages.text(Phrase.AUTO_WHY_OFF);
    };
  }

  /// What the condition or the text saw, as it is written there; empty where the reason says it all.
  static String seen(Why why) {
    return switch (why.code()) {
      case CONDITION_FALSE, CONDITION_FAILED, TEMPLATE_FAILED -> why.detail();
      case CONDITION_TRUE, STILL_BUSY, LINE_FULL, MISSED, UNREADABLE, LOOP, OFF -> "";
    };
  }

  String outcome(Why.Outcome outcome) {
    return messages.text(
        switch (outcome) {
          case FIRED -> Phrase.AUTO_RAN;
          case SKIPPED -> Phrase.AUTO_RAN_NOT;
          case FAILED -> Phrase.AUTO_RAN_FAILED;
          case LOOP_CUT -> Phrase.AUTO_RAN_CUT;
          case DISABLED -> Phrase.AUTO_RAN_OFF;
        });
  }

  /// The same of a time that is over, had it been switched on.
  String wouldHave(Why.Outcome outcome) {
    return messages.text(
        switch (outcome) {
          case FIRED -> Phrase.AUTO_WOULD_RUN;
          case SKIPPED, LOOP_CUT, DISABLED -> Phrase.AUTO_WOULD_NOT_RUN;
          case FAILED -> Phrase.AUTO_WOULD_FAIL;
        });
  }

  static Feather picture(Why.Outcome outcome) {
    return switch (outcome) {
      case FIRED -> Feather.CHECK_CIRCLE;
      case SKIPPED -> Feather.SKIP_FORWARD;
      case FAILED -> Feather.ALERT_CIRCLE;
      case LOOP_CUT -> Feather.SCISSORS;
      case DISABLED -> Feather.PAUSE_CIRCLE;
    };
  }

  static String style(Why.Outcome outcome) {
    return switch (outcome) {
      case FIRED -> "status-good";
      case SKIPPED, DISABLED -> "status-quiet";
      case FAILED, LOOP_CUT -> "status-bad";
    };
  }

  /// How far the actions have come.
  String run(Run run) {
    int all = run.actions().size();
    return switch (run.progress().state()) {
      case DONE -> messages.text(Phrase.AUTO_RUN_DONE, all);
      case WAITING -> messages.text(Phrase.AUTO_RUN_WAITING, run.progress().done(), all);
      case FAILED -> messages.text(Phrase.AUTO_RUN_FAILED, run.progress().done() + 1, all);
    };
  }
}
