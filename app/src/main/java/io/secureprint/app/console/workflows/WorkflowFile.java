// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app.console.workflows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.secureprint.agent.authoring.WorkflowText;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.app.console.export.WholeFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A workflow as a file, for another shop or for safe keeping.
final class WorkflowFile {
  private static final int LONGEST = 200_000;

  private WorkflowFile() {}

  /// Answers the name of the file.
  static String write(Path file, JsonObject text) {
    new WholeFile(file).write(out -> {
      out.write(text.pretty().getBytes(UTF_8));
      return 1;
    });
    return String.valueOf(file.getFileName());
  }

  static Read read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        return new Read.Refused("WORKFLOW_TOO_LARGE");
      }
      JsonObject json = JsonObject.parse(bytes);
      boolean steps = !WorkflowText.STEPS.items(json).isEmpty();
      return steps && json.text("name").isPresent()
          ? new Read.Found(new WorkflowText(json))
          : new Read.Refused("WORKFLOW_FILE_WRONG");
    } catch (IOException | IllegalArgumentException _) {
      return new Read.Refused("WORKFLOW_FILE_WRONG");
    }
  }

  /// What a file says.
  sealed interface Read {
    record Found(WorkflowText text) implements Read {}

    record Refused(String code) implements Read {}
  }
}
