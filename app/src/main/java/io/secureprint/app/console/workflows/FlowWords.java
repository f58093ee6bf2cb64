// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import io.secureprint.agent.authoring.Fault;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.form.StepText;
import io.secureprint.app.fx.Language;
import io.secureprint.app.fx.Messages;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The words of this screen, which are many, in a bundle of their own.
record FlowWords(Messages messages, ResourceBundle bundle) {
  static FlowWords of(Messages messages) {
    Locale locale = messages.language() == Language.HINDI ? Locale.of("hi") : Locale.ROOT;
    return new FlowWords(
        messages,
        ResourceBundle.getBundle(
            "io.secureprint.app.workflows",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  boolean isHindi() {
    return messages.language() == Language.HINDI;
  }

  String text(Say say, Object... arguments) {
    if (arguments.length != say.arguments()) {
      throw new IllegalArgumentException(say + " takes " + say.arguments() + " arguments");
    }
    return format(say.key(), arguments);
  }

  /// What one of a group is called; what has no name here stands as it is.
  String named(String group, String name) {
    String key = group + "." + name;
    return bundle.containsKey(key) ? bundle.getString(key) : name;
  }

  /// What is wrong, and what to do about it.
  String fault(Fault fault) {
    List<String> args = shown(fault);
    return format(
        "fault." + fault.kind(), args.isEmpty() ? "" : args.getFirst(), args.size() < 2 ? "" : args.get(1));
  }

  /// Times are typed in seconds, whatever they are kept in.
  private static List<String> shown(Fault fault) {
    return fault.isOfTime()
        ? fault.args().stream().map(FlowWords::seconds).toList()
        : fault.args();
  }

  private static String seconds(String milliseconds) {
    return new BigDecimal(milliseconds).movePointLeft(3).stripTrailingZeros().toPlainString();
  }

  /// What somebody wrote in two languages, in this one as far as it is there.
  String said(JsonObject json, String name) {
    Object words = json.members().get(name);
    if (words instanceof Map<?, ?> map) {
      Object mine = map.get(isHindi() ? "hi" : "en");
      Object other = mine == null ? map.get("en") : mine;
      return other == null ? "" : other.toString();
    }
    return words == null ? "" : words.toString();
  }

  /// The same of what is in two languages already.
  String said(StepText text) {
    String hindi = text.hi();
    return isHindi() && hindi != null ? hindi : text.en();
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), messages.locale()).format(arguments);
  }
}
