// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.observe;

import io.secureprint.agent.kernel.Tally;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the shop counts of its workflows, each by the name under which monitoring knows it. Rooms
/// that count something themselves are asked for it; the others say it here.
public final class Meters {
  private final Metrics metrics = new Metrics();
  private final Metrics.Counter executions =
      metrics.counter(
          "workflow_executions_total", "Executions that ended.", "workflow", "status");
  private final Metrics.Timer executionTimes =
      metrics.timer(
          "workflow_execution_seconds", "How long executions took that ended.", "workflow");
  private final Metrics.Counter steps =
      metrics.counter(
          "workflow_steps_total",
          "Steps that ended: success, failure, retry or cancelled.",
          "workflow", "result");
  private final Metrics.Counter expired =
      metrics.counter("workflow_context_expired_total", "Executions whose context expired.");

  /// Where the outbox counts the events that consumers dealt with.
  public void events(Tally counts) {
    counted("Events that a consumer has dealt with.", counts);
  }

  /// Where looks of automations at something that happened are counted, by why they acted or not.
  public void evaluations(Tally counts) {
    counted("Looks of automations at something that happened.", counts);
  }

  private void counted(String help, Tally counts) {
    metrics.counted(counts.name(), help, counts.labels(), counts::counts);
  }

  /// An execution ended.
  public void execution(String workflow, String status, Duration took) {
    executions.count(workflow, status);
    executionTimes.took(took.toNanos() / 1e9, workflow);
  }

  /// A step ended: in `success`, `failure`, `retry` where it is tried again, or `cancelled`.
  public void step(String workflow, String result) {
    steps.count(workflow, result);
  }

  /// The context of an execution was cleared because nobody went on with it.
  public void expiry() {
    expired.count();
  }

  /// Where moves of tasks and plans are counted: by entity type and result.
  public void transitions(Supplier<Map<List<String>, Long>> counts) {
    metrics.counted(
        "workflow_transition_total",
        "Wishes to move a task or a plan.",
        List.of("entity_type", "result"),
        counts);
  }

  /// Where tasks are counted, by state.
  public void tasks(Supplier<Map<String, Long>> byState) {
    metrics.gauge("active_tasks_total", "Tasks that are not over, by state.", "state", byState);
  }

  /// Where broken promises are counted.
  public void breaches(LongSupplier count) {
    metrics.counted("sla_records_breached_total", "Promises that were broken.", count);
  }

  /// Where the memory of contexts is counted, in bytes, and the executions that have one.
  public void contexts(LongSupplier bytes, LongSupplier live) {
    metrics.gauge("workflow_context_bytes", "Memory that contexts of executions take.", bytes);
    metrics.gauge("workflow_contexts", "Executions that have a context.", live);
  }

  /// For others' figures.
  public Metrics metrics() {
    return metrics;
  }
}
