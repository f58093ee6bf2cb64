// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.kernel.DataPath;
import io.secureprint.agent.kernel.JsonObject;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts with `${}` as they look before there is a customer: what is not known stands there by its name.
final class Samples {
  private static final Pattern NAMED = Pattern.compile("\\$\\{([^}]*)}?");

  private Samples() {}

  static String filled(String text, JsonObject known) {
    return NAMED.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1).strip(), known)));
  }

  private static String value(String path, JsonObject known) {
    try {
      return DataPath.of(path)
          .in(known)
          .map(Object::toString)
          .orElse("‹" + path.substring(path.lastIndexOf('.') + 1) + "›");
    } catch (IllegalArgumentException _) {
      return "‹" + path + "›";
    }
  }
}
