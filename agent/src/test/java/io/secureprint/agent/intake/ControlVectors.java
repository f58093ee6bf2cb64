// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.intake;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes `psp1-control-vectors.json`: each control message once, as its type and JSON in hexadecimal.
final class ControlVectors {
  static final String NAME = "psp1-control-vectors.json";

  private ControlVectors() {}

  /// Writes the file into the folder that is named, after a change of the protocol.
  public static void main(String[] folder) throws IOException {
    Files.writeString(Path.of(folder[0], NAME), text());
  }

  static String text() {
    Map<String, Map<String, String>> vectors = new LinkedHashMap<>();
    vectors.put("phoneToAgent", hex(ControlCodec.PHONE, Messages.fromPhone()));
    vectors.put("agentToPhone", hex(ControlCodec.AGENT, Messages.fromAgent()));
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JsonMapper.shared().writer().with(lines).writeValueAsString(vectors) + "\n";
  }

  private static <T> Map<String, String> hex(ControlCodec<T> codec, Map<String, T> messages) {
    Map<String, String> hex = new LinkedHashMap<>();
    messages.forEach(
        (name, message) -> hex.put(name, HexFormat.of().formatHex(codec.encode(message))));
    return hex;
  }
}
