// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.printer;

import io.secureprint.driver.ipp.IppAnswer;
import io.secureprint.driver.ipp.IppClient;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Orders to a printer itself, which not everybody may give: asked without more first, and once again
/// with `authorization` where it is asked for and there is one.
record Resuming(IppClient client, URI printer, Supplier<Optional<String>> authorization) {
  static final String REFUSED = "RESUME_REFUSED";
  private static final int UNAUTHORIZED = 401;

  Answer<URI> order(int operation) {
    IppAnswer first = client.call(printer, operation, List.of(IppJobs.USER), List.of());
    boolean asked = first instanceof IppAnswer.Foreign(int status) && status == UNAUTHORIZED;
    Optional<String> header = asked ? authorization.get() : Optional.empty();
    return answer(header.map(given -> client.call(printer, operation, given)).orElse(first));
  }

  private Answer<URI> answer(IppAnswer reply) {
    return switch (reply) {
      case IppAnswer.Ok _ -> new Answer.Got<>(printer);
      case IppAnswer.Refused(int status) -> new Answer.Refused<>(REFUSED, status);
      case IppAnswer.Foreign(int httpStatus) -> new Answer.Refused<>(REFUSED, httpStatus);
      case IppAnswer.Unreachable(_, String why) -> new Answer.Silent<>(why);
    };
  }
}
