// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Ends the handling of one request with a problem as its answer.
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ApiProblem problem;
  private final @Nullable Duration pause;

  public Refusal(ApiProblem problem) {
    this(problem, null);
  }

  /// `pause` is how long the program should wait before it tries again.
  Refusal(ApiProblem problem, @Nullable Duration pause) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
    this.pause = pause;
  }

  /// The same, to be tried again after a while.
  public Refusal after(Duration wait) {
    return new Refusal(problem, wait);
  }

  public ApiProblem problem() {
    return problem;
  }

  Reply reply() {
    Reply reply = problem.reply();
    if (problem.status() == 401 && problem.code().equals(ApiError.API_KEY_WRONG.code())) {
      reply = reply.with("WWW-Authenticate", "Bearer");
    }
    return pause == null
        ? reply
        : reply.with("Retry-After", Long.toString(Math.max(1, pause.plusMillis(999).toSeconds())));
  }
}
