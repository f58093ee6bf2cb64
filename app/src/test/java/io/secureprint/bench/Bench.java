// SPDX-License-Identifier: Apache-2.0
package io.secureprint.bench;

import java.nio.file.Path;
import java.util.List;

/// One kind of figures, known by its name on the command line.
interface Bench {
  String name();

  /// What is compared with what, in Markdown.
  String explanation();

  /// Measures, in an empty folder of its own.
  List<Comparison> measure(Path folder) throws Exception;
}
