// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.race;

import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.impl.cfg.TransactionState;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Flowable, embedded, with asynchronous service tasks: each is a transaction of its own. On H2
/// without write delay, so that a commit outlives the process, though not a power cut.
final class FlowableEngine implements Contender {
  private final ProcessEngine engine;
  private final Arrivals arrivals = new Arrivals();

  FlowableEngine(Path folder) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl(
        "jdbc:h2:file:" + folder.resolve("flowable").toAbsolutePath()
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000");
    configuration.setJdbcDriver("org.h2.Driver");
    configuration.setJdbcUsername("");
    configuration.setJdbcPassword("");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setAsyncExecutorActivate(true);
    configuration.setTypedEventListeners(
        Map.of(FlowableEngineEventType.PROCESS_COMPLETED.name(), List.of(new Ended(arrivals))));
    engine = configuration.buildProcessEngine();
    if (engine.getRepositoryService().createDeploymentQuery().count() == 0) {
      engine
          .getRepositoryService()
          .createDeployment()
          .addString("seven.bpmn20.xml", definition())
          .deploy();
    }
  }

  private static String definition() {
    String tasks =
        STEPS.stream()
            .map(
                step ->
                    "<serviceTask id='" + step + "' flowable:async='true' flowable:class='"
                        + Work.class.getName() + "'/>")
            .collect(Collectors.joining());
    StringBuilder flows = new StringBuilder();
    String from = "start";
    for (String step : STEPS) {
      flows.append(flow(from, step));
      from = step;
    }
    return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:flowable='http://flowable.org/bpmn' targetNamespace='race'>"
        + "<process id='seven' isExecutable='true'><startEvent id='start'/>"
        + tasks + "<endEvent id='end'/>" + flows + flow(from, "end") + "</process></definitions>";
  }

  private static String flow(String from, String to) {
    return "<sequenceFlow sourceRef='" + from + "' targetRef='" + to + "'/>";
  }

  @Override
  public CompletableFuture<Void> journey(String key) {
    String id = engine.getRuntimeService().startProcessInstanceByKey("seven", key).getId();
    return arrivals.await(id).thenRun(() -> arrivals.forget(id));
  }

  @Override
  public void close() {
    engine.close();
  }

  /// Does nothing but return a fact. Flowable makes it by its name.
  public static final class Work implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable(execution.getCurrentActivityId(), 1);
    }
  }

  private static final class Ended extends AbstractFlowableEventListener {
    private final Arrivals arrivals;

    Ended(Arrivals arrivals) {
      this.arrivals = arrivals;
    }

    @Override
    public void onEvent(FlowableEvent event) {
      arrivals.arrived(((FlowableEngineEvent) event).getProcessInstanceId());
    }

    @Override
    public boolean isFireOnTransactionLifecycleEvent() {
      return true;
    }

    @Override
    public String getOnTransaction() {
      return TransactionState.COMMITTED.name();
    }

    @Override
    public boolean isFailOnException() {
      return true;
    }
  }
}
