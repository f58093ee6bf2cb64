// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;

/// The test vectors that Java and TypeScript share.
public final class Vectors {
  private static final HexFormat HEX = HexFormat.of();

  private final JsonNode root;

  private Vectors(JsonNode root) {
    this.root = root;
  }

  public static Vectors load(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
      return new Vectors(JsonMapper.shared().readTree(Objects.requireNonNull(in, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  JsonNode root() {
    return root;
  }

  public String text(String field) {
    return root.required(field).asString();
  }

  public byte[] bytes(String field) {
    return HEX.parseHex(text(field));
  }

  static byte[] bytes(JsonNode node) {
    return HEX.parseHex(node.asString());
  }
}
