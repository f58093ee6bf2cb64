// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.kernel.form;

/// What can be wrong with an answer, in the words that the phone's page has too
/// (`step-rules-vectors.json` holds both to it). `{n}` is the bound.
public enum StepFault {
  FILL_IN("Please fill this in.", "कृपया इसे भरें।"),
  CHOOSE_ONE("Please choose one.", "कृपया एक चुनें।"),
  CHOOSE_SOME("Please choose at least one.", "कृपया कम से कम एक चुनें।"),
  NEEDS_YES("This needs a yes to go on.", "आगे बढ़ने के लिए यहाँ “हाँ” चाहिए।"),
  NUMBER("Write a number, like 12 or 12.5.", "कोई संख्या लिखें, जैसे 12 या 12.5।"),
  AT_LEAST("It must be at least {n}.", "यह कम से कम {n} होना चाहिए।"),
  AT_MOST("It may be at most {n}.", "यह ज़्यादा से ज़्यादा {n} हो सकता है।"),
  TOO_SHORT("Write at least {n} characters.", "कम से कम {n} अक्षर लिखें।"),
  TOO_LONG("Write at most {n} characters.", "ज़्यादा से ज़्यादा {n} अक्षर लिखें।"),
  PHONE("Write a phone number of 10 digits or more.", "10 या ज़्यादा अंकों का फ़ोन नंबर लिखें।"),
  EMAIL("Write an e-mail address, like name@example.com.", "ई-मेल पता लिखें, जैसे name@example.com"),
  DATE("Choose a date.", "तारीख़ चुनें।"),
  NOT_LISTED("Choose one that is listed.", "सूची में से चुनें।"),
  FORM("This does not look right. Please check it.", "यह सही नहीं लगता। कृपया जाँच लें।"),
  NOT_ASKED("This was not asked for.", "यह नहीं पूछा गया था।");

  private final String en;
  private final String hi;

  StepFault(String en, String hi) {
    this.en = en;
    this.hi = hi;
  }

  /// What a person is told.
  public StepText says() {
    return new StepText(en, hi);
  }

  /// The same with its bound.
  public StepText says(String n) {
    return new StepText(en.replace("{n}", n), hi.replace("{n}", n));
  }
}
