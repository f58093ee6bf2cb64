// SPDX-License-Identifier: Apache-2.0
package io.secureprint.app;

import io.secureprint.agent.authoring.Workshop;
import io.secureprint.agent.connection.Connection;
import io.secureprint.agent.connection.Connections;
import io.secureprint.agent.connection.SecretMark;
import io.secureprint.agent.engine.definition.PublishCheck;
import io.secureprint.agent.engine.shelf.Shelf;
import io.secureprint.agent.engine.shelf.WorkflowRows;
import io.secureprint.agent.kernel.Cel;
import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Ids;
import io.secureprint.agent.kernel.JsonObject;
import io.secureprint.agent.kernel.Secrets;
import io.secureprint.agent.kernel.UnitOfWork;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;


/// The workflows of a shop in memory: the shelf itself, on rows that are lost with it.
public final class SampleWorkflows {
  private static final Cel CEL = new Cel();
  private static final UnitOfWork AT_ONCE =
      new UnitOfWork() {
        @Override
        public <T> T call(Durability durability, Supplier<T> work) {
          return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
          action.run();
        }
      };

  /// Whether whoever acts may change the shop.
  public boolean allowed = true;
  /// Whether the connections cannot be read.
  public boolean broken;

  private final Rows rows = new Rows();
  private final Shelf shelf =
      new Shelf(
          new Shelf.Ports(rows, AT_ONCE, new Unheard(), this::author),
          new PublishCheck(CEL),
          SampleShop.CLOCK,
          example("journey/print-journey.json"));
  private final Workshop workshop =
      new Workshop(shelf, connections(), CEL, Clock.fixed(SampleShop.NOW, SampleShop.ZONE));

  public Workshop workshop() {
    return workshop;
  }

  /// What runs, or what lies there as a draft.
  public JsonObject text(String slug) {
    return shelf.text(slug).orElseThrow();
  }

  public int running() {
    return shelf.running(Shelf.PRINT).orElseThrow().version();
  }

  /// Somebody else writes a draft of the customers' workflow.
  public void writeElsewhere(JsonObject text) {
    int revision = shelf.entry(Shelf.PRINT).orElseThrow().revision();
    shelf.save(new Shelf.Draft(Shelf.PRINT, text, revision), "Ravi");
  }

  /// Somebody has published it meanwhile, or before.
  public void publish(JsonObject text, String note) {
    writeElsewhere(text);
    int revision = shelf.entry(Shelf.PRINT).orElseThrow().revision();
    shelf.publish(new Shelf.Draft(Shelf.PRINT, text, revision), note, "Asha");
  }

  /// One of the examples.
  public static JsonObject example(String path) {
    try (InputStream in = SampleWorkflows.class.getClassLoader().getResourceAsStream(path(path))) {
      return JsonObject.parse(Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String path) {
    return path.startsWith("journey") ? "io/secureprint/agent/" + path : path;
  }

  private Optional<String> author(String actor) {
    return allowed ? Optional.of(actor) : Optional.empty();
  }

  private Connections connections() {
    Connection school = new Connection("college", URI.create("https://college.example/api"), "");
    Connections.Rows one =
        new Connections.Rows() {
          @Override
          public List<Connection> list() {
            if (broken) {
              throw new IllegalStateException("not to be read");
            }
            return List.of(school);
          }

          @Override
          public Optional<Connection> find(String name) {
            return Optional.of(school);
          }

          @Override
          public SecretMark mark(String name) {
            return SecretMark.of(null);
          }

          @Override
          public void save(Connection connection, SecretMark mark, String author, Instant at) {}

          @Override
          public void remove(String name) {}
        };
    return new Connections(one, AT_ONCE, new NoSecrets(), SampleShop.CLOCK, Ids.secure(), Optional::of);
  }

  private static final class NoSecrets implements Secrets {
    @Override
    public Optional<String> get(String name) {
      return Optional.empty();
    }

    @Override
    public void put(String name, String value) {}
  }

  private static final class Unheard implements EventLog {
    @Override
    public void append(Event event) {}
  }

  private static final class Rows implements WorkflowRows {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, JsonObject> drafts = new HashMap<>();
    private final Map<String, List<Version>> versions = new HashMap<>();
    private final Map<String, List<JsonObject>> snapshots = new HashMap<>();

    @Override
    public List<Entry> list() {
      return List.copyOf(entries.values());
    }

    @Override
    public Optional<Entry> find(String slug) {
      return Optional.ofNullable(entries.get(slug));
    }

    @Override
    public Optional<JsonObject> draft(String slug) {
      return Optional.ofNullable(drafts.get(slug));
    }

    @Override
    public List<Version> versions(String slug) {
      return List.copyOf(versions.getOrDefault(slug, List.of()).reversed());
    }

    @Override
    public Optional<JsonObject> snapshot(String slug, int version) {
      List<JsonObject> all = snapshots.getOrDefault(slug, List.of());
      return version < 1 || version > all.size() ? Optional.empty() : Optional.of(all.get(version - 1));
    }

    @Override
    public boolean saveDraft(
        String slug, String title, JsonObject draft, String author, Instant at, int basedOn) {
      Entry before = entries.getOrDefault(slug, new Entry(slug, title, false, 0, 0));
      if (before.revision() != basedOn) {
        return false;
      }
      drafts.put(slug, draft);
      entries.put(slug, new Entry(slug, title, true, before.published(), basedOn + 1));
      return true;
    }

    @Override
    public boolean publish(
        String slug, Version version, String title, JsonObject snapshot, int basedOn) {
      if (find(slug).filter(entry -> entry.revision() == basedOn).isEmpty()) {
        return false;
      }
      drafts.remove(slug);
      versions.computeIfAbsent(slug, _ -> new ArrayList<>()).add(version);
      snapshots.computeIfAbsent(slug, _ -> new ArrayList<>()).add(snapshot);
      entries.put(slug, new Entry(slug, title, false, version.number(), basedOn + 1));
      return true;
    }

    @Override
    public boolean discard(String slug) {
      return find(slug).filter(entry -> entry.published() == 0).isPresent()
          && entries.remove(slug) != null;
    }
  }
}
