// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A refusal as RFC 9457 has it. `code` never changes its meaning; the members below it are there
/// where they help.
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record ApiProblem(
    @Described(value = "Says nothing more than the status.", example = "about:blank") String type,
    @Described(value = "What the HTTP status is called.", example = "Not Found") String title,
    @Described(value = "The HTTP status.", min = 400, max = 599, example = "404") int status,
    @Described(value = "What went wrong, for programs.", example = "NOT_FOUND") String code,
    @Described(value = "What went wrong, for people.", max = 2_000) String detail,
    @Described("What is wrong with which part of the request.") @Nullable List<Fault> errors,
    @Described("Always false, where a state was to be changed.") @Nullable Boolean success,
    @Described(value = "The same as detail, where a state was to be changed.", max = 2_000)
        @Nullable String message,
    @Described("The same as code, where a state was to be changed.")
        @Nullable String errorCode,
    @Described("Which moves there are from here, and why one may not be made now.")
        @Nullable List<Move> allowed) {

  public static ApiProblem of(ApiError error, String detail) {
    return problem(error, detail, null);
  }

  /// With what is wrong at each place.
  public static ApiProblem of(ApiError error, List<Fault> faults) {
    Fault first = faults.getFirst();
    String detail = (first.field().isEmpty() ? "it" : first.field()) + " " + first.words();
    return problem(error, detail, faults);
  }

  /// A move of a task or a plan that is not to be made.
  public static ApiProblem ofMove(ApiError error, String detail, List<Move> allowed) {
    ApiProblem plain = problem(error, detail, null);
    return new ApiProblem(
        plain.type, plain.title, plain.status, plain.code, detail, null, false, detail,
        plain.code, List.copyOf(allowed));
  }

  private static ApiProblem problem(ApiError error, String detail, @Nullable List<Fault> errors) {
    return new ApiProblem(
        "about:blank", error.title(), error.status(), error.code(), detail, errors, null, null,
        null, null);
  }

  public Reply reply() {
    return new Reply(
        status, "application/problem+json", Wire.json().writeValueAsBytes(this), Map.of());
  }

  /// `field` is a place such as `items[2].title`, empty for the whole.
  public record Fault(
      @Described("Where, such as items[2].title; empty for the whole.") String field,
      @Described(value = "What is wrong there.", max = 2_000) String words) {}

  /// A move and what stands against it.
  public record Move(
      @Described("The state that it leads to.") String to,
      @Described("Why it may not be made now; missing where it may.") @Nullable String reason) {}
}
