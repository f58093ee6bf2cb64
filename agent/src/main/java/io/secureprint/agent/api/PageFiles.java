// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The files of the phone page, by the paths under which phones ask for them. There are no others:
/// a path is looked up here and never becomes a file name.
final class PageFiles {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "/", new Source("/web/index.html", "text/html; charset=utf-8"),
          "/app.js", new Source("/web/app.js", "text/javascript; charset=utf-8"),
          "/app.css", new Source("/web/app.css", "text/css; charset=utf-8"),
          "/icon.svg", new Source("/web/icon.svg", "image/svg+xml"));

  private final Map<String, Reply> files;

  /// Reads them from the class path, where the build has put them.
  PageFiles() {
    files =
        SOURCES.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> read(entry.getValue())));
  }

  Optional<Reply> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static Reply read(Source source) {
    try (InputStream in = PageFiles.class.getResourceAsStream(source.resource())) {
      if (in == null) {
        throw new IllegalStateException("the phone page was not built: " + source.resource());
      }
      return new Reply(200, source.type(), in.readAllBytes(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(source.resource(), e);
    }
  }

  private record Source(String resource, String type) {}
}
