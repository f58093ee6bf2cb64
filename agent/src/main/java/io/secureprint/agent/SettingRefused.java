// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import java.time.Duration;
import java.util.List;

/// A value that a setting cannot have. The screens say the same words beside the field.
public final class SettingRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final Why why;
  private final String detail;

  /// `key` is the setting's full name, `detail` what would do or what was given.
  SettingRefused(String key, Why why, String detail) {
    super(key + ": " + why.words + (detail.isEmpty() ? "" : " (" + detail + ")"));
    this.key = key;
    this.why = why;
    this.detail = detail;
  }

  public String key() {
    return key;
  }

  /// A code that people are told in words.
  public String code() {
    return why.name();
  }

  public String detail() {
    return detail;
  }

  static void unlessBetween(String key, long value, long least, long most) {
    if (value < least || value > most) {
      throw new SettingRefused(key, Why.SETTING_RANGE, least + "–" + most);
    }
  }

  static void unlessBetween(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new SettingRefused(key, Why.SETTING_RANGE, least + "–" + most);
    }
  }

  static void unlessOneOf(String key, String value, List<String> choices) {
    if (!choices.contains(value)) {
      throw new SettingRefused(
          key, Why.SETTING_CHOICE, String.join(", ", choices) + "; not " + value);
    }
  }

  /// What is wrong with it. The names are the codes.
  public enum Why {
    SETTING_UNKNOWN("There is no such setting."),
    SETTING_RANGE("This is out of range."),
    SETTING_NUMBER("This is not a whole number."),
    SETTING_TIME("This is not a span of time."),
    SETTING_YES_NO("This is neither true nor false."),
    SETTING_CHOICE("This is not one of the choices."),
    SETTING_VALUE("This value cannot be used."),
    SETTINGS_UNREADABLE("The settings file cannot be read."),
    SHOP_NAME("A shop’s name has 1 to 60 characters."),
    API_ORIGIN("This is not the origin of a web page such as https://books.example."),
    UPI_ADDRESS("This is not a UPI address such as name@bank."),
    PRINTER_QUEUE("This is not the name of a queue."),
    PRINTER_ADDRESS("This is not a printer’s address such as ipp://192.168.1.40/ipp/print."),
    PRINTER_FOLDER("This is not the full path of a folder."),
    PRINTER_FOR_PRACTICE("A live shop needs a real printer."),
    PRINTER_FOR_CUSTOMERS("A practice shop prints to a printer that is marked as test."),
    PRINTER_KEEPS_COPIES("A live shop must say so when it keeps what it prints."),
    WIFI_NAME("A Wi-Fi’s name has up to 32 letters, in Hindi up to 10."),
    WIFI_PASSWORD("A Wi-Fi’s password has 8 to 63 letters, digits and signs."),
    KIOSK_NOTICE("A notice is one line of up to 80 characters."),
    DATABASE_ADDRESS("This is not the address of a database such as jdbc:postgresql://192.168.1.20/shop."),
    GATEWAY_KEY("A key of Razorpay starts with rzp_live_ or rzp_test_."),
    GATEWAY_MODE("A live shop needs live keys, and a practice shop test keys.");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
