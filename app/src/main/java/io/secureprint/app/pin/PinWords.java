// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.pin;

import io.secureprint.agent.access.Permission;
import io.secureprint.agent.access.Role;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import java.util.function.Function;

/// The words around a PIN, in one language or in two at once.
public record PinWords(Function<Phrase, String> text, Function<String, String> code) {
  public static PinWords in(Messages messages) {
    return new PinWords(messages::text, code -> messages.code(code).what());
  }

  /// For whoever stands before it.
  public static PinWords inBoth(Messages first, Messages second) {
    return new PinWords(
        phrase -> first.text(phrase) + " · " + second.text(phrase),
        code -> first.code(code).what() + " · " + second.code(code).what());
  }

  String of(Phrase phrase) {
    return text.apply(phrase);
  }

  static Phrase what(Permission permission) {
    return switch (permission) {
      case LOOK -> Phrase.PIN_FOR_LOOK;
      case SERVE -> Phrase.PIN_FOR_SERVE;
      case LEAVE_KIOSK -> Phrase.PIN_FOR_LEAVE_KIOSK;
      case TAKE_MUCH -> Phrase.PIN_FOR_TAKE_MUCH;
      case TAKE_DOUBTED -> Phrase.PIN_FOR_TAKE_DOUBTED;
      case ACCEPT_ODD_SUM -> Phrase.PIN_FOR_ACCEPT_ODD_SUM;
      case GIVE_BACK -> Phrase.PIN_FOR_GIVE_BACK;
      case WORK_TASKS -> Phrase.PIN_FOR_WORK_TASKS;
      case MAKE_PLANS -> Phrase.PIN_FOR_MAKE_PLANS;
      case SET_PROMISES -> Phrase.PIN_FOR_SET_PROMISES;
      case CHANGE_SETTINGS -> Phrase.PIN_FOR_CHANGE_SETTINGS;
      case REOPEN -> Phrase.PIN_FOR_REOPEN;
      case KEEP_COPIES -> Phrase.PIN_FOR_KEEP_COPIES;
      case AUTOMATE -> Phrase.PIN_FOR_AUTOMATE;
      case TEND_AUTOMATIONS -> Phrase.PIN_FOR_TEND_AUTOMATIONS;
      case LET_PROGRAMS_IN -> Phrase.PIN_FOR_LET_PROGRAMS_IN;
    };
  }

  public static Phrase role(Role role) {
    return switch (role) {
      case OWNER -> Phrase.ROLE_OWNER;
      case STAFF -> Phrase.ROLE_STAFF;
      case AUDITOR -> Phrase.ROLE_AUDITOR;
    };
  }
}
