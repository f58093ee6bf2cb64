// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.settings;

import io.secureprint.app.form.Setting;
import io.secureprint.app.form.ShopSettings;
import io.secureprint.app.fx.Phrase;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The pages of the settings, in their order.
enum Topic {
  SHOP(Phrase.TOPIC_SHOP, Feather.HOME),
  MONEY(Phrase.TOPIC_MONEY, Feather.CREDIT_CARD),
  PRINTER(Phrase.TOPIC_PRINTER, Feather.PRINTER),
  SESSIONS(Phrase.TOPIC_SESSIONS, Feather.USERS),
  PEOPLE(Phrase.TOPIC_PEOPLE, Feather.KEY),
  PROGRAMS(Phrase.TOPIC_PROGRAMS, Feather.TERMINAL),
  CONNECTIONS(Phrase.TOPIC_CONNECTIONS, Feather.LINK),
  SCREENS(Phrase.TOPIC_SCREENS, Feather.MONITOR);

  private final Phrase title;
  private final Feather picture;

  Topic(Phrase title, Feather picture) {
    this.title = title;
    this.picture = picture;
  }

  Phrase title() {
    return title;
  }

  Feather picture() {
    return picture;
  }

  List<Setting> settings() {
    return parts().stream().flatMap(List::stream).toList();
  }

  private List<List<Setting>> parts() {
    return switch (this) {
      case SHOP -> List.of(ShopSettings.SHOP, ShopSettings.POSTED);
      case MONEY -> List.of(ShopSettings.UPI, ShopSettings.GATEWAY, ShopSettings.TAKING);
      case PRINTER -> List.of(ShopSettings.PRINTING);
      case SESSIONS -> List.of(ShopSettings.SESSIONS);
      case PEOPLE -> List.of(ShopSettings.PINS);
      case PROGRAMS, CONNECTIONS -> List.of();
      case SCREENS -> List.of(ShopSettings.SCREENS);
    };
  }
}
