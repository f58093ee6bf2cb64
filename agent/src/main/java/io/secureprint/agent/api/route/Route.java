// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api.route;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One row of the table: what may be asked, by whom, with what, and what is answered. `name` is what
/// programs' generated clients call it.
public record Route<P, B, R>(
    Method method,
    PathTemplate path,
    String name,
    String summary,
    Access access,
    Class<P> parameters,
    Body<B> body,
    Answer<R> answer,
    Set<ApiError> errors,
    Work<P, B, R> work) {
  public Route {
    errors = Set.copyOf(errors);
    List<String> names = Shapes.of(parameters).fields().stream().map(Shape.Field::name).toList();
    if (!new HashSet<>(names).containsAll(path.names())) {
      throw new IllegalArgumentException("no parameter for a part of " + path.text());
    }
  }

  public static Draft<Nothing, Nothing> get(String path) {
    return new Draft<>(Method.GET, path, Nothing.class, new Body.None());
  }

  public static Draft<Nothing, Nothing> post(String path) {
    return new Draft<>(Method.POST, path, Nothing.class, new Body.None());
  }

  /// Reads what the request brings.
  Call<P, B> bind(Incoming incoming, Caller caller) throws Refusal {
    P bound = incoming.parameters(this);
    return new Call<>(caller, bound, incoming.body(body), incoming::headers);
  }

  /// Does the work for a request that fits.
  Reply reply(Call<P, B> call) throws Refusal, IOException {
    return answer.of(work.of(call));
  }

  /// The methods there are; HEAD and OPTIONS are answered for each path.
  public enum Method {
    GET,
    POST
  }

  /// What a request may carry.
  public sealed interface Body<B> {
    record None() implements Body<Nothing> {}

    /// `most` is in bytes.
    record Json<B>(Class<B> type, int most) implements Body<B> {}

    /// Bytes as they came, of any type, for a signature over them.
    record Raw(int most) implements Body<byte[]> {}
  }

  /// What is answered when all is well.
  public sealed interface Answer<R> {
    Reply of(R value);

    /// `location` tells where what was made is found; empty text where nothing was.
    record Json<R>(int status, Class<R> type, Function<R, String> location) implements Answer<R> {
      @Override
      public Reply of(R value) {
        Reply reply = Reply.json(status, value);
        String at = location.apply(value);
        return at.isEmpty() ? reply : reply.with("Location", at);
      }
    }

    /// Text or a file of this media type.
    record Media(String type) implements Answer<Reply> {
      @Override
      public Reply of(Reply reply) {
        return reply;
      }
    }
  }

  /// What a route does.
  @FunctionalInterface
  public interface Work<P, B, R> {
    R of(Call<P, B> call) throws Refusal, IOException;
  }

  /// A row as it is written down.
  public static final class Draft<P, B> {
    private static final int USUAL_BODY = 64 << 10;

    private final Method method;
    private final String path;
    private final Class<P> parameters;
    private final Body<B> body;
    private final List<ApiError> errors = new ArrayList<>();
    private String name = "";
    private String summary = "";
    private Access access = Access.LOOKS;

    private Draft(Method method, String path, Class<P> parameters, Body<B> body) {
      this.method = method;
      this.path = path;
      this.parameters = parameters;
      this.body = body;
    }

    public <T> Draft<T, B> with(Class<T> record) {
      return new Draft<>(method, path, record, body).like(this);
    }

    public <T> Draft<P, T> takes(Class<T> record) {
      return new Draft<>(method, path, parameters, new Body.Json<>(record, USUAL_BODY)).like(this);
    }

    /// `most` is in bytes.
    public Draft<P, byte[]> takesBytes(int most) {
      return new Draft<>(method, path, parameters, new Body.Raw(most)).like(this);
    }

    public Draft<P, B> named(String operation, String words) {
      name = operation;
      summary = words;
      return this;
    }

    public Draft<P, B> by(Access who) {
      access = who;
      return this;
    }

    /// Ways in which it refuses, besides those that follow from the rest of the row.
    public Draft<P, B> refuses(ApiError... more) {
      errors.addAll(List.of(more));
      return this;
    }

    public <R> Route<P, B, R> answers(Class<R> record, Work<P, B, R> work) {
      return route(new Answer.Json<>(200, record, _ -> ""), work);
    }

    /// `location` tells where what was made is found.
    public <R> Route<P, B, R> makes(
        Class<R> record, Function<R, String> location, Work<P, B, R> work) {
      return route(new Answer.Json<>(201, record, location), work);
    }

    public Route<P, B, Reply> answersMedia(String type, Work<P, B, Reply> work) {
      return route(new Answer.Media(type), work);
    }

    private <R> Route<P, B, R> route(Answer<R> answer, Work<P, B, R> work) {
      return new Route<>(
          method, new PathTemplate(path), name, summary, access, parameters, body, answer,
          Set.copyOf(errors), work);
    }

    private Draft<P, B> like(Draft<?, ?> other) {
      name = other.name;
      summary = other.summary;
      access = other.access;
      errors.addAll(other.errors);
      return this;
    }
  }
}
