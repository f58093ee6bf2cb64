// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.secureprint.driver.ipp.IppAttribute;
import io.secureprint.driver.ipp.IppMessage;
import io.secureprint.driver.ipp.IppValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `printer-supply` and its descriptions (PWG 5100.13, 5.6.33): what is used up, as far as the
/// printer knows how much is left. What it says of waste is not read.
final class Supplies {
  static final String WHAT = "printer-supply";
  static final String NAMES = "printer-supply-description";
  private static final Pattern PAIR = Pattern.compile("([a-z]{1,20})=([^;]{0,40});");
  private static final int MOST = 12;
  private static final int LONGEST_NAME = 40;

  private Supplies() {}

  static List<Supply> read(IppMessage.Group printer) {
    List<IppValue> told =
        printer.find(WHAT).map(IppAttribute::values).orElse(List.of()).stream().limit(MOST).toList();
    List<String> names = printer.texts(NAMES);
    List<Supply> supplies = new ArrayList<>();
    for (int at = 0; at < told.size() && at < names.size(); at++) {
      String name = clean(names.get(at));
      left(text(told.get(at))).ifPresent(percent -> supplies.add(new Supply(name, percent)));
    }
    return List.copyOf(supplies);
  }

  private static Optional<Integer> left(String supply) {
    boolean consumed = value(supply, "class").filter("supplyThatIsConsumed"::equals).isPresent();
    Optional<Integer> level = number(supply, "level");
    Optional<Integer> full = number(supply, "maxcapacity").filter(most -> most > 0);
    // Levels below 0 mean that it is not known (RFC 3805, prtMarkerSuppliesLevel).
    return consumed && full.isPresent()
        ? level.filter(now -> now >= 0).map(now -> (int) Math.min(100, 100L * now / full.get()))
        : Optional.empty();
  }

  private static Optional<Integer> number(String supply, String key) {
    return value(supply, key).filter(text -> text.matches("-?\\d{1,8}")).map(Integer::valueOf);
  }

  private static Optional<String> value(String supply, String key) {
    Matcher pairs = PAIR.matcher(supply);
    return pairs.results()
        .filter(pair -> pair.group(1).equals(key))
        .map(pair -> pair.group(2))
        .findFirst();
  }

  private static String text(IppValue value) {
    return switch (value) {
      case IppValue.Other(_, byte[] bytes) -> new String(bytes, US_ASCII);
      case IppValue.Text(_, String text) -> text;
      case IppValue.Int _, IppValue.Bool _ -> "";
    };
  }

  private static String clean(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }
}
