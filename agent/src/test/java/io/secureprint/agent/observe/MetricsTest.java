// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.secureprint.agent.kernel.Tally;
import io.secureprint.agent.kernel.UnitOfWork;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

final class MetricsTest {
  private final Metrics metrics = new Metrics();

  @Test
  void theShopsFiguresHaveTheNamesThatMonitoringKnows() {
    Meters meters = new Meters();
    meters.transitions(() -> Map.of(List.of("task", "success"), 3L));
    meters.tasks(() -> Map.of("new", 2L, "in_progress", 0L));
    meters.breaches(() -> 1);
    meters.contexts(() -> 4_096, () -> 2);
    meters.events(counted("outbox_events_processed_total", "event_type", "status"));
    meters.evaluations(counted("automation_trigger_evaluations_total", "trigger_id", "outcome"));
    meters.execution("print", "COMPLETED", Duration.ofMillis(1_500));
    meters.execution("print", "FAILED", Duration.ofMillis(500));
    meters.step("print", "success");
    meters.expiry();
    assertThat(Exposition.read(meters.metrics().text()))
        .containsOnly(
            entry("workflow_transition_total{entity_type=\"task\",result=\"success\"}", 3.0),
            entry("active_tasks_total{state=\"new\"}", 2.0),
            entry("active_tasks_total{state=\"in_progress\"}", 0.0),
            entry("sla_records_breached_total", 1.0),
            entry("workflow_context_bytes", 4_096.0),
            entry("workflow_contexts", 2.0),
            entry("outbox_events_processed_total{event_type=\"one\",status=\"other\"}", 1.0),
            entry("automation_trigger_evaluations_total{trigger_id=\"one\",outcome=\"other\"}", 1.0),
            entry("workflow_executions_total{workflow=\"print\",status=\"COMPLETED\"}", 1.0),
            entry("workflow_executions_total{workflow=\"print\",status=\"FAILED\"}", 1.0),
            entry("workflow_execution_seconds_count{workflow=\"print\"}", 2.0),
            entry("workflow_execution_seconds_sum{workflow=\"print\"}", 2.0),
            entry("workflow_steps_total{workflow=\"print\",result=\"success\"}", 1.0),
            entry("workflow_context_expired_total", 1.0));
    assertThat(meters.metrics().text()).contains("# TYPE active_tasks_total gauge\n");
  }

  private static Tally counted(String name, String... labels) {
    Tally tally = new Tally(name, labels);
    tally.count("one", "other");
    return tally;
  }

  @Test
  void valuesOfLabelsAreEscaped() {
    metrics.counter("odd_total", "A\\line\nbroken", "what").count("a\"b\\c\nd");
    assertThat(metrics.text())
        .contains("# HELP odd_total A\\\\line\\nbroken\n")
        .contains("odd_total{what=\"a\\\"b\\\\c\\nd\"} 1\n");
    assertThat(Exposition.read(metrics.text())).hasSize(1);
  }

  @Test
  void thereAreOnlySoManySeries() {
    Metrics.Counter counter = metrics.counter("many_total", "Many.", "who");
    for (int i = 0; i < 1_000; i++) {
      counter.count("somebody " + i);
    }
    counter.count("x".repeat(10_000));
    Map<String, Double> read = Exposition.read(metrics.text());
    assertThat(read).hasSize(201).containsEntry("many_total{who=\"other\"}", 801.0);
    assertThat(read.values().stream().mapToDouble(each -> each).sum()).isEqualTo(1_001);
  }

  @Test
  void aSourceThatDoesNotAnswerTakesNothingElseWithIt() {
    metrics.gauge("broken", "Broken.", () -> {
      throw new UnitOfWork.Unavailable(new IllegalStateException("the disk is gone"));
    });
    metrics.gauge("fine", "Fine.", () -> 1);
    assertThat(Exposition.read(metrics.text())).containsOnly(entry("fine", 1.0));
  }

  @Test
  void aNameIsGivenOnceAndHasSmallLetters() {
    metrics.gauge("fine", "Fine.", () -> 1);
    assertThatThrownBy(() -> metrics.gauge("fine", "Fine.", () -> 1)).hasMessageContaining("fine");
    assertThatThrownBy(() -> metrics.gauge("not-fine", "Fine.", () -> 1))
        .hasMessageContaining("not-fine");
    assertThatThrownBy(() -> metrics.counter("some_total", "Some.", "a").count("1", "2"))
        .hasMessageContaining("labels");
  }
}
