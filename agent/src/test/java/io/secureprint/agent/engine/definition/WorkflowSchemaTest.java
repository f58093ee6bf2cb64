// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.secureprint.agent.engine.definition.Finding.Kind;
import io.secureprint.agent.journey.PrintJourney;
import io.secureprint.agent.kernel.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schema of workflows, and the reader that has the last word.
final class WorkflowSchemaTest {
  /// What a schema can tell; the rest is about what the words, ways and conditions mean.
  private static final Set<Kind> SHAPE =
      EnumSet.of(
          Kind.MISSING, Kind.UNKNOWN_MEMBER, Kind.WRONG_KIND, Kind.NOT_ONE_OF, Kind.OUT_OF_RANGE,
          Kind.TOO_LONG, Kind.TOO_MANY, Kind.NO_NAME);

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(WorkflowReader.schema());

  @ParameterizedTest
  @ValueSource(strings = {"money-transfer", "student-discount", "every-kind"})
  void theExamplesAreWorkflowsBySchemaAndReader(String name) throws IOException {
    assertThat(wrong(example(name))).isEmpty();
    assertThat(shape(example(name))).isEmpty();
  }

  @Test
  void theFirstPrintJourneyIsOne() {
    assertThat(wrong(PrintJourney.first())).isEmpty();
  }

  /// Each value of an example is left out, exchanged and made too large in turn.
  @ParameterizedTest
  @ValueSource(strings = {"money-transfer", "student-discount", "every-kind"})
  void schemaAndReaderAgreeOnWhatHasTheWrongShape(String name) throws IOException {
    List<JsonObject> changed = Mutations.of(example(name)).toList();
    assertThat(changed).hasSizeGreaterThan(100);
    for (JsonObject text : changed) {
      assertThat(wrong(text).isEmpty())
          .as("%s\nschema: %s\nreader: %s", text, wrong(text), shape(text))
          .isEqualTo(shape(text).isEmpty());
    }
  }

  private List<String> wrong(JsonObject text) {
    return schema.validate(text.pretty(), InputFormat.JSON).stream().map(String::valueOf).toList();
  }

  private static List<Finding> shape(JsonObject text) {
    return WorkflowReader.read(text).findings().stream()
        .filter(finding -> SHAPE.contains(finding.kind()))
        .toList();
  }

  private static JsonObject example(String name) throws IOException {
    try (InputStream in = WorkflowSchemaTest.class.getResourceAsStream("/workflows/" + name + ".json")) {
      return JsonObject.parse(Objects.requireNonNull(in, name).readAllBytes());
    }
  }
}
