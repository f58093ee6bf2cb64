// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.api;

import io.secureprint.agent.api.route.Reply;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// The files of the phone page, by the paths under which phones ask for them. There are no others:
/// a path is looked up here and never becomes a file name. Each is kept packed as well, a third of the
/// bytes on a full Wi-Fi.
final class PageFiles {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "/", new Source("/web/index.html", "text/html; charset=utf-8"),
          "/app.js", new Source("/web/app.js", "text/javascript; charset=utf-8"),
          "/app.css", new Source("/web/app.css", "text/css; charset=utf-8"),
          "/icon.svg", new Source("/web/icon.svg", "image/svg+xml"));

  /// What a phone says that unpacks gzip (RFC 9110, 12.5.3); a weight of 0 refuses it.
  private static final Pattern UNPACKS =
      Pattern.compile(
          "(.*,)?\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*)\\s*)?(,.*)?",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, Kept> files;

  /// Reads them from the class path, where the build has put them.
  PageFiles() {
    files =
        SOURCES.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> read(entry.getValue())));
  }

  /// `accepted` is what the phone says of encodings; null where it says nothing.
  Optional<Reply> find(String path, @Nullable String accepted) {
    boolean unpacks = accepted != null && UNPACKS.matcher(accepted).matches();
    return Optional.ofNullable(files.get(path)).map(kept -> unpacks ? kept.packed() : kept.plain());
  }

  private static Kept read(Source source) {
    try (InputStream in = PageFiles.class.getResourceAsStream(source.resource())) {
      if (in == null) {
        throw new IllegalStateException("the phone page was not built: " + source.resource());
      }
      byte[] bytes = in.readAllBytes();
      Reply plain =
          new Reply(200, source.type(), bytes, Map.of("Vary", "Accept-Encoding"));
      Reply packed =
          new Reply(200, source.type(), packed(bytes), plain.headers())
              .with("Content-Encoding", "gzip");
      return new Kept(plain, packed);
    } catch (IOException e) {
      throw new UncheckedIOException(source.resource(), e);
    }
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private record Source(String resource, String type) {}

  private record Kept(Reply plain, Reply packed) {}
}
