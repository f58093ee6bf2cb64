// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.pricing;

import io.secureprint.agent.kernel.EventLog;
import io.secureprint.agent.kernel.Observable;
import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the versions of the price list. Of those that count already the newest runs, whether it can
/// be read or not. Thread-safe.
public final class PriceBook implements Prices, Supplier<PriceVersion> {
  private static final Logger LOG = LoggerFactory.getLogger(PriceBook.class);
  private static final int SHOWN = 200;

  private final Rows rows;
  private final UnitOfWork unitOfWork;
  private final EventLog events;
  private final InstantSource clock;
  private final Keeper keeper;
  private final Observable<PriceView> view;
  /// Newest first, down to the one that runs.
  private volatile List<PriceVersion> recent;

  /// Where nothing was ever published, the list of the settings becomes version 1.
  public PriceBook(Ports ports, InstantSource clock, PriceList ofSettings) {
    this.rows = ports.rows();
    this.unitOfWork = ports.unitOfWork();
    this.events = ports.events();
    this.keeper = ports.keeper();
    this.clock = clock;
    recent = unitOfWork.call(Durability.BARRIER, () -> opened(ofSettings));
    PriceView now = look();
    warn(now);
    view = new Observable<>(now);
  }

  private List<PriceVersion> opened(PriceList first) {
    List<PriceVersion> known = rows.recent(clock.instant());
    if (!known.isEmpty()) {
      return known;
    }
    PriceVersion made = new Wanted(first, 0, "", null, 0, "config.toml").made(clock.instant());
    if (!write(made)) {
      throw new IllegalStateException("another agent has just published the first price list");
    }
    return List.of(made);
  }

  @Override
  public Observable<PriceView> view() {
    return view;
  }

  /// The version that runs at this moment.
  @Override
  public PriceVersion get() {
    Instant now = clock.instant();
    List<PriceVersion> known = recent;
    return known.stream().filter(v -> v.counts(now)).findFirst().orElseGet(known::getLast);
  }

  @Override
  public List<PriceVersion> versions() {
    return unitOfWork.call(Durability.STEP, () -> rows.newest(SHOWN));
  }

  @Override
  public Answer publish(Publication p, String actor) {
    return change(new Wanted(p.list(), p.basedOn(), p.note(), p.validFrom(), 0, actor));
  }

  @Override
  public Answer revert(Reversion r, String actor) {
    Optional<PriceVersion> former =
        unitOfWork.call(Durability.STEP, () -> rows.find(r.number()));
    if (former.isEmpty()) {
      return new Answer.Refused("PRICE_VERSION_UNKNOWN");
    }
    PriceList list = former.get().list();
    return list == null
        ? new Answer.Refused(Pricing.UNREADABLE)
        : change(new Wanted(list, r.basedOn(), r.note(), null, r.number(), actor));
  }

  /// Looks whether time, or another agent on the same database, has brought another version. Called
  /// every few seconds; what was published while it looked stays.
  public void refresh() {
    List<PriceVersion> found =
        unitOfWork.call(Durability.STEP, () -> rows.recent(clock.instant()));
    synchronized (view) {
      boolean older = found.getFirst().number() < recent.getFirst().number();
      if (!older) {
        know(found);
      }
    }
  }

  private Answer change(Wanted wanted) {
    Optional<String> author = keeper.author(wanted.actor());
    if (author.isEmpty()) {
      return new Answer.Refused("PIN_NEEDED");
    }
    if (wanted.note().length() > PriceVersion.LONGEST_NOTE) {
      return new Answer.Refused("PRICE_NOTE_TOO_LONG");
    }
    try {
      return unitOfWork.call(Durability.BARRIER, () -> publish(wanted.by(author.get())));
    } catch (UnitOfWork.Unavailable e) {
      LOG.error("the price list cannot be written", e);
      return new Answer.Refused("STORAGE_FAILED");
    }
  }

  private Answer publish(Wanted wanted) {
    PriceVersion newest = rows.newest(1).getFirst();
    if (newest.number() != wanted.basedOn()) {
      return new Answer.Refused("PRICES_CHANGED");
    }
    Instant now = clock.instant();
    if (wanted.list().equals(newest.list()) && newest.counts(now)) {
      return new Answer.Refused("PRICES_UNCHANGED");
    }
    PriceVersion made = wanted.made(now);
    if (!write(made)) {
      return new Answer.Refused("PRICES_CHANGED");
    }
    unitOfWork.afterCommit(() -> append(made));
    return new Answer.Published(made.number());
  }

  private boolean write(PriceVersion made) {
    if (!rows.insert(made)) {
      return false;
    }
    String id = "prices-" + made.number();
    events.append(
        new EventLog.Event(
            "prices",
            id,
            "PriceListPublished",
            Map.of(
                "version", made.number(),
                "reverts", made.reverts(),
                "validFrom", made.validFrom().toString()),
            made.author(),
            id));
    return true;
  }

  private void append(PriceVersion made) {
    synchronized (view) {
      List<PriceVersion> all = new ArrayList<>(recent);
      all.addFirst(made);
      know(all);
    }
  }

  private void know(List<PriceVersion> found) {
    synchronized (view) {
      recent = List.copyOf(found);
      PriceView next = look();
      if (!next.equals(view.get())) {
        warn(next);
        view.set(next);
      }
    }
  }

  private static void warn(PriceView next) {
    if (!next.running().isReadable()) {
      LOG.error("version {} of the price list cannot be read", next.running().number());
    }
  }

  private PriceView look() {
    return new PriceView(get(), recent.getFirst());
  }

  /// What the book needs of the rest of the agent.
  public record Ports(Rows rows, UnitOfWork unitOfWork, EventLog events, Keeper keeper) {}

  /// Who changes the prices when somebody called `actor` wants to: empty when nobody may.
  @FunctionalInterface
  public interface Keeper {
    Optional<String> author(String actor);
  }

  /// The rows behind the book. Every call joins the running unit of work. A version whose content
  /// cannot be read has no list.
  public interface Rows {
    /// Newest first, down to the newest that counts at that moment; empty before the first.
    List<PriceVersion> recent(Instant now);

    /// Newest first.
    List<PriceVersion> newest(int limit);

    Optional<PriceVersion> find(int number);

    /// False when there is a version of this number.
    boolean insert(PriceVersion version);
  }

  private record Wanted(
      PriceList list,
      int basedOn,
      String note,
      @Nullable Instant validFrom,
      int reverts,
      String actor) {
    Wanted by(String author) {
      return new Wanted(list, basedOn, note, validFrom, reverts, author);
    }

    /// Its times are of the database's precision.
    PriceVersion made(Instant clock) {
      Instant now = clock.truncatedTo(ChronoUnit.MICROS);
      Instant from =
          validFrom == null || validFrom.isBefore(now)
              ? now
              : validFrom.truncatedTo(ChronoUnit.MICROS);
      return new PriceVersion(basedOn + 1, from, now, actor, note, reverts, list);
    }
  }
}
