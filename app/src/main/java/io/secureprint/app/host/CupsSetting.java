// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.host;

import java.util.List;

/// A setting of CUPS without which documents stay on the disk after they are printed: its name and
/// value in `cupsd.conf`, and the value where that file is silent (cupsd.conf(5)).
enum CupsSetting {
  /// That a job was there may be asked later: the shop follows its jobs by it.
  HISTORY("PreserveJobHistory", "Yes", "Yes"),
  /// A document goes when it is printed, not after a day.
  DOCUMENTS("PreserveJobFiles", "No", "86400"),
  /// What is purged goes from the disk at once.
  CLEANING("DirtyCleanInterval", "0", "30");

  private final String directive;
  private final String wanted;
  private final String silent;

  CupsSetting(String directive, String wanted, String silent) {
    this.directive = directive;
    this.wanted = wanted;
    this.silent = silent;
  }

  String directive() {
    return directive;
  }

  String wanted() {
    return wanted;
  }

  /// As it stands in that configuration.
  String valueIn(CupsdConf conf) {
    return conf.value(directive).orElse(silent);
  }

  boolean standsIn(CupsdConf conf) {
    return valueIn(conf).equalsIgnoreCase(wanted);
  }

  /// That configuration with this setting said in as many words, once.
  CupsdConf in(CupsdConf conf) {
    boolean said = conf.value(directive).filter(wanted::equalsIgnoreCase).isPresent();
    return said ? conf : conf.with(directive, List.of(directive + " " + wanted));
  }

  /// `conf` with what `before` said of this setting, if anything.
  CupsdConf undoneIn(CupsdConf conf, CupsdConf before) {
    return conf.with(directive, before.linesOf(directive));
  }
}
