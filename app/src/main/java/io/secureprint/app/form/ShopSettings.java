// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.form;

import io.secureprint.app.form.Setting.Choice;
import io.secureprint.app.fx.Phrase;

import java.util.List;

/// The settings that an owner understands, as they are asked for.
public final class ShopSettings {
  public static final List<Setting> SHOP =
      List.of(
          Setting.typed("shop.name", Kind.TEXT, Phrase.SET_SHOP_NAME, Phrase.SET_SHOP_NAME_HINT));

  /// What the kiosk says for the shop.
  public static final List<Setting> POSTED =
      List.of(
          Setting.typed("kiosk.wifiName", Kind.TEXT, Phrase.SET_WIFI, Phrase.SET_WIFI_HINT),
          Setting.typed(
              "kiosk.wifiPassword",
              Kind.TEXT,
              Phrase.SET_WIFI_PASSWORD,
              Phrase.SET_WIFI_PASSWORD_HINT),
          Setting.typed("kiosk.notice", Kind.TEXT, Phrase.SET_NOTICE, Phrase.SET_NOTICE_HINT));

  public static final List<Setting> UPI =
      List.of(
          Setting.typed("upi.address", Kind.TEXT, Phrase.SET_UPI, Phrase.SET_UPI_HINT),
          Setting.typed("upi.name", Kind.TEXT, Phrase.SET_UPI_NAME, Phrase.SET_UPI_NAME_HINT));

  public static final List<Setting> GATEWAY =
      List.of(
          Setting.chosen(
              "gateway.kind",
              Phrase.SET_GATEWAY,
              Phrase.SET_GATEWAY_HINT,
              new Choice("", Phrase.SET_GATEWAY_NONE),
              new Choice("razorpay", Phrase.SET_GATEWAY_RAZORPAY)),
          Setting.typed(
              "gateway.keyId", Kind.TEXT, Phrase.SET_GATEWAY_KEY, Phrase.SET_GATEWAY_KEY_HINT));

  public static final List<Setting> TAKING =
      List.of(
          Setting.typed(
              "session.paymentWait", Kind.MINUTES, Phrase.SET_WAIT, Phrase.SET_WAIT_HINT),
          Setting.typed(
              "people.pinAbove", Kind.RUPEES, Phrase.SET_PIN_ABOVE, Phrase.SET_PIN_ABOVE_HINT));

  public static final List<Setting> PRICES =
      List.of(
          Setting.rupees("prices.monoOne", Phrase.SET_MONO_ONE),
          Setting.rupees("prices.monoTwo", Phrase.SET_MONO_TWO),
          Setting.rupees("prices.colourOne", Phrase.SET_COLOUR_ONE),
          Setting.rupees("prices.colourTwo", Phrase.SET_COLOUR_TWO),
          Setting.typed(
              "prices.minimum", Kind.RUPEES, Phrase.SET_MINIMUM, Phrase.SET_MINIMUM_HINT));

  public static final List<Setting> PRINTING =
      List.of(
          Setting.typed("session.printHold", Kind.MINUTES, Phrase.SET_HOLD, Phrase.SET_HOLD_HINT));

  public static final List<Setting> SESSIONS =
      List.of(
          Setting.typed("session.idle", Kind.MINUTES, Phrase.SET_IDLE, Phrase.SET_IDLE_HINT),
          Setting.typed("session.disconnect", Kind.MINUTES, Phrase.SET_GONE, Phrase.SET_GONE_HINT),
          Setting.typed("session.life", Kind.MINUTES, Phrase.SET_LIFE, Phrase.SET_LIFE_HINT),
          Setting.typed(
              "session.sessions", Kind.COUNT, Phrase.SET_PLACES, Phrase.SET_PLACES_HINT),
          Setting.typed("session.files", Kind.COUNT, Phrase.SET_FILES, Phrase.SET_FILES_HINT),
          Setting.typed("session.pages", Kind.COUNT, Phrase.SET_PAGES, Phrase.SET_PAGES_HINT),
          Setting.typed("session.fileMib", Kind.COUNT, Phrase.SET_FILE_MIB, Phrase.SET_MIB_HINT),
          Setting.typed(
              "session.sessionMib", Kind.COUNT, Phrase.SET_SESSION_MIB, Phrase.SET_MIB_HINT));

  public static final List<Setting> PINS =
      List.of(
          Setting.typed("people.lockAfter", Kind.MINUTES, Phrase.SET_LOCK, Phrase.SET_LOCK_HINT),
          Setting.typed(
              "people.askAgainAfter", Kind.MINUTES, Phrase.SET_ASK, Phrase.SET_ASK_HINT));

  public static final List<Setting> SCREENS =
      List.of(
          Setting.chosen(
              "screens.language",
              Phrase.SET_LANGUAGE,
              Phrase.SET_LANGUAGE_HINT,
              new Choice("auto", Phrase.SET_AS_DESKTOP),
              new Choice("en", Phrase.SET_ENGLISH),
              new Choice("hi", Phrase.SET_HINDI)),
          Setting.chosen(
              "screens.theme",
              Phrase.SET_THEME,
              Phrase.SET_THEME_HINT,
              new Choice("auto", Phrase.SET_AS_DESKTOP),
              new Choice("light", Phrase.THEME_LIGHT),
              new Choice("dark", Phrase.THEME_DARK)),
          Setting.chosen(
              "screens.kiosk",
              Phrase.SET_KIOSK,
              Phrase.SET_KIOSK_HINT,
              new Choice("auto", Phrase.SET_KIOSK_AUTO),
              new Choice("window", Phrase.SET_KIOSK_WINDOW),
              new Choice("1", Phrase.SET_KIOSK_1),
              new Choice("2", Phrase.SET_KIOSK_2),
              new Choice("3", Phrase.SET_KIOSK_3),
              new Choice("4", Phrase.SET_KIOSK_4)));

  private ShopSettings() {}
}
