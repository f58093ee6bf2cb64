// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.engine.shelf;

import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.engine.definition.Compiler;
import io.secureprint.agent.engine.definition.Finding;
import io.secureprint.agent.engine.definition.PublishCheck;
import io.secureprint.agent.engine.definition.Workflow;
import io.secureprint.agent.engine.definition.WorkflowKind;
import io.secureprint.agent.engine.definition.WorkflowReader;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The shop's workflows. What customers go through is the workflow [#PRINT]; programs start the others.
/// A version that was published never changes, and who began with it ends with it. Thread-safe.
public final class Shelf {
  /// The slug of the customers' own workflow.
  public static final String PRINT = "print-journey";
  /// Who has published what a shop begins with.
  public static final String FIRST_AUTHOR = "agent";
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final String SLUG = "[a-z][a-z0-9-]{0,39}";
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final int MOST = 200;

  private final Ports ports;
  private final PublishCheck check;
  private final InstantSource clock;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final Observable<List<WorkflowRows.Entry>> entries = new Observable<>(List.of());

  /// Where there is no print workflow yet, `first` is published.
  public Shelf(Ports ports, PublishCheck check, InstantSource clock, JsonObject first) {
    this.ports = ports;
    this.check = check;
    this.clock = clock;
    if (entry(PRINT).isEmpty()) {
      written(author -> keptAndIssued(new Draft(PRINT, first, 0), "", author), FIRST_AUTHOR);
    }
    refresh();
  }

  public Observable<List<WorkflowRows.Entry>> entries() {
    return entries;
  }

  public Optional<WorkflowRows.Entry> entry(String slug) {
    return ports.unitOfWork().call(Durability.STEP, () -> ports.rows().find(slug));
  }

  /// What is being written; where nothing is, what runs.
  public Optional<JsonObject> text(String slug) {
    return ports.unitOfWork().call(Durability.STEP, () ->
        ports.rows().draft(slug).or(() ->
            ports.rows().find(slug).flatMap(e -> ports.rows().snapshot(slug, e.published()))));
  }

  public List<WorkflowRows.Version> versions(String slug) {
    return ports.unitOfWork().call(Durability.STEP, () -> ports.rows().versions(slug));
  }

  public Optional<JsonObject> snapshot(String slug, int version) {
    return ports.unitOfWork().call(Durability.STEP, () -> ports.rows().snapshot(slug, version));
  }

  /// Everything that is wrong with a text, as of now.
  public List<Finding> check(String slug, JsonObject text) {
    List<Finding> findings = check.check(WorkflowReader.read(text));
    boolean print = WorkflowReader.read(text).workflow().kind() == WorkflowKind.PRINT;
    return print == slug.equals(PRINT)
        ? findings
        : List.of(new Finding("kind", Finding.Kind.NOT_HERE, List.of(print ? "PRINT" : "GENERAL")));
  }

  /// Keeps a draft, whatever is wrong with it.
  public Outcome save(Draft draft, String actor) {
    return change(actor, author -> kept(draft, author));
  }

  private Outcome kept(Draft draft, String author) {
    JsonObject text = draft.text();
    String title = text.text("name").orElse("").strip();
    boolean named = draft.slug().matches(SLUG) && !title.isEmpty();
    if (!named || title.length() > LONGEST_TITLE) {
      return new Outcome.Refused("WORKFLOW_NAME_WRONG");
    }
    if (text.bytes().length > Workflow.LONGEST) {
      return new Outcome.Refused("WORKFLOW_TOO_LARGE");
    }
    if (ports.rows().find(draft.slug()).isEmpty() && ports.rows().list().size() >= MOST) {
      return new Outcome.Refused("WORKFLOWS_TOO_MANY");
    }
    boolean first =
        ports.rows().saveDraft(draft.slug(), title, text, author, clock.instant(), draft.basedOn());
    return first ? new Outcome.Saved(draft.basedOn() + 1) : new Outcome.Refused("WORKFLOW_CHANGED");
  }

  /// Keeps a draft and makes it what runs from now on; where it cannot be published it is not kept.
  public Outcome publish(Draft draft, String description, String actor) {
    return change(actor, author ->
        unpublishable(draft.slug(), draft.text(), description)
            .or(() -> unchanged(draft))
            .orElseGet(() -> keptAndIssued(draft, description, author)));
  }

  private Outcome keptAndIssued(Draft draft, String description, String author) {
    return switch (kept(draft, author)) {
      case Outcome.Saved(int revision) ->
          issued(new Publication(draft.slug(), description, revision), draft.text(), 0, author);
      case Outcome other -> other;
    };
  }

  /// Publishes the content of a former version again.
  public Outcome revert(Publication wanted, int version, String actor) {
    return change(actor, author -> {
      Optional<JsonObject> former = ports.rows().snapshot(wanted.slug(), version);
      return former.isEmpty()
          ? new Outcome.Refused("WORKFLOW_UNKNOWN")
          : unpublishable(wanted.slug(), former.get(), wanted.description())
              .orElseGet(() -> issued(wanted, former.get(), version, author));
    });
  }

  /// Forgets a draft that was never published.
  public Outcome discard(String slug, String actor) {
    return change(actor, _ ->
        ports.rows().discard(slug) ? new Outcome.Saved(0) : new Outcome.Refused("WORKFLOW_UNKNOWN"));
  }

  /// What an execution of this workflow begins with now; empty when it was never published.
  public Optional<Running> running(String slug) {
    return Optional.ofNullable(running.get(slug));
  }

  /// Looks for what another agent on the same database has published. Called every few seconds.
  public void refresh() {
    List<WorkflowRows.Entry> found =
        ports.unitOfWork().call(Durability.STEP, () -> ports.rows().list());
    for (WorkflowRows.Entry entry : found) {
      Running known = running.get(entry.slug());
      if (entry.published() > 0 && (known == null || known.version() < entry.published())) {
        snapshot(entry.slug(), entry.published())
            .ifPresent(text -> run(entry, text));
      }
    }
    if (!found.equals(entries.get())) {
      entries.set(found);
    }
  }

  /// One that this program cannot run leaves the version before it at work, and the others alone.
  private void run(WorkflowRows.Entry entry, JsonObject text) {
    try {
      running.put(entry.slug(), compiled(entry.slug(), entry.published(), text));
    } catch (IllegalArgumentException e) {
      LOG.error("version {} of {} cannot be run", entry.published(), entry.slug(), e);
    }
  }

  private static Running compiled(String slug, int version, JsonObject text) {
    Workflow workflow = WorkflowReader.read(text).workflow();
    return new Running(slug, version, workflow, Compiler.compile(workflow, slug, version));
  }

  private Outcome issued(Publication wanted, JsonObject text, int reverts, String author) {
    int number = ports.rows().versions(wanted.slug()).size() + 1;
    // What passes the check and cannot be compiled all the same is a mistake of ours, and not kept.
    Running _ = compiled(wanted.slug(), number, text);
    String hash = Sha256.hex(text.pretty());
    WorkflowRows.Version version =
        new WorkflowRows.Version(
            number, hash, reverts, wanted.description(), author, clock.instant());
    String title = text.text("name").orElseThrow();
    if (!ports.rows().publish(wanted.slug(), version, title, text, wanted.basedOn())) {
      return new Outcome.Refused("WORKFLOW_CHANGED");
    }
    ports.events().append(
        new EventLog.Event(
            "workflow",
            wanted.slug(),
            "WorkflowPublished",
            Map.of("version", number, "reverts", reverts, "hash", hash),
            author,
            wanted.slug() + "-" + number));
    return new Outcome.Published(number);
  }

  private Optional<Outcome> unpublishable(String slug, JsonObject text, String description) {
    List<Finding> findings = check(slug, text);
    if (!findings.stream().allMatch(Finding::advice)) {
      return Optional.of(new Outcome.Wrong(findings));
    }
    return description.length() > LONGEST_DESCRIPTION
        ? Optional.of(new Outcome.Refused("WORKFLOW_NOTE_TOO_LONG"))
        : Optional.empty();
  }

  private Optional<Outcome> unchanged(Draft draft) {
    return ports
        .rows()
        .find(draft.slug())
        .flatMap(entry -> ports.rows().snapshot(draft.slug(), entry.published()))
        .filter(draft.text()::equals)
        .map(_ -> new Outcome.Refused("WORKFLOW_UNCHANGED"));
  }

  private Outcome change(String actor, Change work) {
    Optional<String> author = ports.keeper().author(actor);
    return author.map(by -> written(work, by)).orElseGet(() -> new Outcome.Refused("PIN_NEEDED"));
  }

  private Outcome written(Change work, String author) {
    try {
      Outcome outcome = ports.unitOfWork().call(Durability.BARRIER, () -> work.by(author));
      refresh();
      return outcome;
    } catch (UnitOfWork.Unavailable _) {
      return new Outcome.Refused("STORAGE_FAILED");
    }
  }

  /// A change in the name of whoever makes it.
  private interface Change {
    Outcome by(String author);
  }

  /// What the shelf needs of the rest of the agent.
  public record Ports(WorkflowRows rows, UnitOfWork unitOfWork, EventLog events, Keeper keeper) {}

  /// Who changes a workflow when somebody called `actor` wants to: empty when nobody may.
  @FunctionalInterface
  public interface Keeper {
    Optional<String> author(String actor);
  }

  /// A text to keep, written over revision `basedOn` of its workflow; 0 for a new one.
  public record Draft(String slug, JsonObject text, int basedOn) {}

  /// What is to run from now on, and why, over revision `basedOn` of its workflow.
  public record Publication(String slug, String description, int basedOn) {}

  /// What new executions begin with.
  public record Running(
      String slug, int version, Workflow workflow, WorkflowDefinition definition) {}

  /// What became of a change.
  public sealed interface Outcome {
    /// The revision that the next change is based on.
    record Saved(int revision) implements Outcome {}

    record Published(int version) implements Outcome {}

    record Wrong(List<Finding> findings) implements Outcome {
      public Wrong {
        findings = List.copyOf(findings);
      }
    }

    record Refused(String code) implements Outcome {}
  }
}
