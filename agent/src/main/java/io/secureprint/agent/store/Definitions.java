// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.WorkflowDefinition;
import io.secureprint.agent.kernel.Sha256;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What executions were started with, each definition once, by its SHA-256. There are few of them, so
/// those that were seen stay in memory.
final class Definitions {
  private final JdbcUnitOfWork unitOfWork;
  private final Map<String, WorkflowDefinition> byHash = new ConcurrentHashMap<>();
  private final Map<WorkflowDefinition, String> hashes = new ConcurrentHashMap<>();

  Definitions(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /// Makes sure that the definition can be read again, and returns its hash.
  String keep(WorkflowDefinition definition) {
    String known = hashes.get(definition);
    if (known != null) {
      return known;
    }
    String text = Json.write(definition);
    String hash = Sha256.hex(text);
    Handle handle = unitOfWork.handle();
    // H2 answers a `where not exists` that it has answered before in this transaction from memory.
    if (!Rows.exists(
        handle.select("select 1 from execution_definition where hash = ?", hash))) {
      handle.execute(
          "insert into execution_definition (hash, definition) values (?, ?)", hash, text);
    }
    // Only what is committed may be taken for known: a transaction that is rolled back takes the row.
    unitOfWork.afterCommit(() -> hashes.put(definition, hash));
    return hash;
  }

  /// The definition of an `execution` row.
  WorkflowDefinition of(ResultSet row) throws SQLException {
    String hash = row.getString("definition_hash");
    if (hash == null) {
      return Json.read(row.getString("definition"), WorkflowDefinition.class);
    }
    return byHash.computeIfAbsent(hash, this::read);
  }

  private WorkflowDefinition read(String hash) {
    String text =
        unitOfWork
            .handle()
            .select("select definition from execution_definition where hash = ?", hash)
            .mapTo(String.class)
            .one();
    return Json.read(text, WorkflowDefinition.class);
  }
}
