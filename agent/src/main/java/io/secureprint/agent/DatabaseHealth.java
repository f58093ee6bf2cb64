// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent;

import io.secureprint.agent.kernel.UnitOfWork;
import io.secureprint.agent.kernel.UnitOfWork.Durability;
import io.secureprint.agent.observe.Health.About;
import io.secureprint.agent.observe.Health.Fact;
import io.secureprint.agent.observe.Health.Kind;
import io.secureprint.agent.observe.Health.Part;
import io.secureprint.agent.observe.Health.State;
import io.secureprint.agent.observe.HealthCheck.Probe;
import io.secureprint.agent.observe.History;
import io.secureprint.agent.store.Backups;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the database is, found out by using it.
///
/// @param history on the same database as `unitOfWork`
record DatabaseHealth(
    UnitOfWork unitOfWork, History history, Size size, Trouble trouble, Backups backups) {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);

  Probe probe() {
    return new Probe(Kind.DATABASE, () -> List.of(look()));
  }

  /// Writes out what there is and reads the newest run.
  private Part look() throws IOException {
    long begun = System.nanoTime();
    try {
      unitOfWork.run(
          Durability.BARRIER, () -> history.search(new History.Query("", null, 1)));
    } catch (UnitOfWork.Unavailable _) {
      return Part.well(Kind.DATABASE, List.of()).but(State.FAILED, trouble.code(false));
    }
    double took = (System.nanoTime() - begun) / 1e6;
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(About.ANSWERED_IN, String.format(Locale.ROOT, "%.1f ms", took)));
    facts.add(new Fact(About.SIZE, MachineHealth.size(size.bytes())));
    boolean copied = addCopy(facts) && !backups.isFailing();
    Part part = Part.well(Kind.DATABASE, facts);
    String code = trouble.code(true);
    if (!code.isEmpty()) {
      return part.but(State.FAILED, code);
    }
    return copied ? part : part.but(State.NEEDS_HAND, "BACKUP_FAILED");
  }

  /// Tells of the newest copy of the records; false when the copies cannot be listed.
  private boolean addCopy(List<Fact> facts) {
    try {
      backups.newest().ifPresent(copy -> facts.add(new Fact(About.BACKUP, Backups.day(copy))));
      return true;
    } catch (IOException e) {
      LOG.error("the copies of the records cannot be listed", e);
      return false;
    }
  }

  @FunctionalInterface
  interface Size {
    long bytes() throws IOException;
  }

  /// What people are told, which is nothing where it answers and all is well.
  @FunctionalInterface
  interface Trouble {
    String code(boolean answers);
  }
}
