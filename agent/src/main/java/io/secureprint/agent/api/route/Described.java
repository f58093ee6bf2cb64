// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of a record on the wire means, and what fits. It is checked in what programs
/// send and published with what they are told.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Described {
  /// One sentence.
  String value();

  /// The least number, the fewest characters of a text, or the fewest items of a list.
  long min() default 0;

  /// The greatest number, the most characters of a text, or the most items of a list.
  long max() default -1;

  /// A regular expression for the whole text; empty for none.
  String pattern() default "";

  String example() default "";
}
