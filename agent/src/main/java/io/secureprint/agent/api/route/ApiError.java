// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

/// A way in which requests are refused: the status, the code, and one sentence on when.
public record ApiError(int status, String code, String words) {
  public static final ApiError QUERY_WRONG =
      new ApiError(400, "QUERY_WRONG", "A parameter is unknown, wrong or given twice.");
  public static final ApiError BODY_WRONG =
      new ApiError(400, "BODY_WRONG", "The body is not JSON; the line and column are told.");
  public static final ApiError FIELDS_WRONG =
      new ApiError(422, "FIELDS_WRONG", "A field is unknown, missing or does not fit.");
  public static final ApiError BODY_TOO_LARGE =
      new ApiError(413, "BODY_TOO_LARGE", "The body is larger than this route takes.");
  public static final ApiError BODY_TYPE_WRONG =
      new ApiError(415, "BODY_TYPE_WRONG", "The body is not of the type that this route takes.");
  public static final ApiError API_KEY_WRONG =
      new ApiError(401, "API_KEY_WRONG", "The API key is missing, wrong, expired or revoked.");
  public static final ApiError DOORKEY_WRONG =
      new ApiError(401, "DOORKEY_WRONG", "This is not the program of the shop’s own user.");
  public static final ApiError SIGNATURE_WRONG =
      new ApiError(401, "SIGNATURE_WRONG", "The message is not signed as it should be.");
  public static final ApiError ORIGIN_REFUSED =
      new ApiError(403, "ORIGIN_REFUSED", "A web page asked that the shop has not allowed.");
  public static final ApiError ROLE_MISSING =
      new ApiError(403, "ROLE_MISSING", "The key has none of the roles that may do this.");
  public static final ApiError NOT_FOUND =
      new ApiError(404, "NOT_FOUND", "There is no such thing, or it is not this key’s.");
  public static final ApiError METHOD_NOT_ALLOWED =
      new ApiError(405, "METHOD_NOT_ALLOWED", "The header Allow names what there is.");
  public static final ApiError TOO_MANY_FAILURES =
      new ApiError(429, "TOO_MANY_FAILURES", "Wrong keys came too often from this address.");
  public static final ApiError RATE_EXCEEDED =
      new ApiError(429, "RATE_EXCEEDED", "This key asks too often; Retry-After says when.");
  public static final ApiError INTERNAL =
      new ApiError(500, "INTERNAL", "The program has a fault; its log says more.");
  public static final ApiError STORAGE_FAILED =
      new ApiError(503, "STORAGE_FAILED", "The database does not answer; trying again may help.");

  public ApiError {
    var _ = title(status);
  }

  public String title() {
    return title(status);
  }

  public Refusal because(String detail) {
    return new Refusal(ApiProblem.of(this, detail));
  }

  /// What HTTP calls a status (RFC 9110 15.5, 15.6).
  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> throw new IllegalArgumentException("a status without a title: " + status);
    };
  }
}
