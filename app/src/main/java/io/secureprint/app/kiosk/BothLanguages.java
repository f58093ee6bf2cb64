// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.kiosk;

import io.secureprint.agent.session.EasyName;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;
import io.secureprint.app.fx.Phrase;

import java.time.ZoneId;

/// The kiosk speaks to whoever stands before it, so everything is said in the shop's language and
/// below it in the other.
record BothLanguages(Messages first, Messages second, ZoneId zone) {
  static BothLanguages led(Language language, ZoneId zone) {
    return new BothLanguages(Messages.in(language), Messages.in(language.other()), zone);
  }

  String firstName(EasyName name) {
    return first.name(name);
  }

  String secondName(EasyName name) {
    return second.name(name);
  }

  String first(Phrase phrase, Object... arguments) {
    return first.text(phrase, arguments);
  }

  String second(Phrase phrase, Object... arguments) {
    return second.text(phrase, arguments);
  }
}
