// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.UnitOfWork.Durability;

import org.jdbi.v3.core.Handle;

import java.util.List;

/// An agent's place among those that share a database: it says every few seconds that it lives, and
/// takes over the work of others that do not any more. All by the database's clock, since those of the
/// shop's PCs differ.
public final class AgentLease {
  /// An agent that was silent for so long has died, or cannot reach the database.
  private static final String LAPSED = "seen_at < current_timestamp - interval '10' second";

  /// What an agent left behind is taken over when this long nobody has heard of it.
  private static final String DEAD = "seen_at < current_timestamp - interval '60' second";

  private static final String LEFT =
      """
      select id from execution e
      where status = 'IN_PROGRESS' and session_id = '' and parent_id = ''
        and owner_agent in (select agent from agent_lease where agent <> ? and %s)
        and not exists (select 1 from effect f where f.execution_id = e.id and f.kind = 'print')
        and not exists (select 1 from execution_context c where c.execution_id = e.id)
      """
          .formatted(DEAD);

  /// Those of a day ago may have lost their keys for good.
  private static final String OTHER_KEYS =
      "select 1 from agent_lease where agent <> ? and keys <> ?"
          + " and seen_at > current_timestamp - interval '1' day";

  private final JdbcUnitOfWork unitOfWork;
  private final String agent;
  private final String run;

  /// `run` names this one start of `agent`.
  public AgentLease(JdbcUnitOfWork unitOfWork, String agent, String run) {
    this.unitOfWork = unitOfWork;
    this.agent = agent;
    this.run = run;
  }

  /// Begins, in the place of an earlier start of the same agent: of `former`, which is known to have
  /// ended, or of any that is silent. `keys` is the hash of those by which all agents here must know a
  /// customer's code, and a reference that was used, again.
  public Taken take(String former, String keys) {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Handle handle = unitOfWork.handle();
      if (Rows.exists(handle.select(OTHER_KEYS, agent, keys))) {
        return Taken.OTHER_KEYS;
      }
      int moved =
          handle.execute(
              "update agent_lease set run = ?, keys = ?, seen_at = current_timestamp where agent = ?"
                  + " and (run = ? or " + LAPSED + ")",
              run, keys, agent, former);
      boolean taken = moved == 1 || insert(handle, keys);
      return taken ? Taken.YES : Taken.TWICE;
    });
  }

  private boolean insert(Handle handle, String keys) {
    return handle.execute(
            "insert into agent_lease (agent, run, keys, seen_at) select ?, ?, ?, current_timestamp"
                + " where not exists (select 1 from agent_lease where agent = ?)",
            agent, run, keys, agent)
        == 1;
  }

  /// Says that this agent lives. False when another process has begun to act in its name.
  public boolean renew() {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork.handle().execute(
                "update agent_lease set seen_at = current_timestamp where agent = ? and run = ?",
                agent, run)
            == 1);
  }

  /// Takes over what dead agents were at, unless it has a customer, paper, or a sealed context of its own
  /// or of whoever waits for it: keys are with the dead agent, and only the printer's own agent can tell
  /// what is on paper. The revision moves, so that an agent which only seemed dead writes nothing over
  /// this. Answers how much was taken.
  public int takeOver() {
    return unitOfWork.call(Durability.BARRIER, () -> {
      Handle handle = unitOfWork.handle();
      List<String> left = handle.select(LEFT, agent).mapTo(String.class).list();
      for (String id : left) {
        handle.execute(
            "update execution_state set revision = revision + 1 where execution_id = ?", id);
        handle.execute("update execution set owner_agent = ? where id = ?", agent, id);
      }
      return left.size();
    });
  }

  /// Takes up everything that has not ended, whoever began it: for a database that no other agent can
  /// open.
  public void adoptAll() {
    unitOfWork.run(Durability.STEP, () ->
        unitOfWork.handle().execute(
            "update execution set owner_agent = ? where status = 'IN_PROGRESS'"
                + " and (owner_agent is null or owner_agent <> ?)",
            agent, agent));
  }

  /// What came of beginning.
  public enum Taken {
    YES,
    /// Another process acts in this agent's name.
    TWICE,
    /// The other agents have keys that this one does not have.
    OTHER_KEYS
  }
}
