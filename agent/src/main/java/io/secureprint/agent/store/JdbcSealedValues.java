// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.seal.SealedValues;
import io.secureprint.agent.kernel.UnitOfWork.Durability;

import java.util.Map;
import java.util.Optional;

/// Sealed values in rows; nobody who has only the database can read them.
public final class JdbcSealedValues implements SealedValues {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcSealedValues(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void put(String executionId, String name, byte[] sealed) {
    unitOfWork.run(Durability.STEP, () -> {
      int changed =
          unitOfWork.handle().execute(
              "update execution_context set sealed = ? where execution_id = ? and name = ?",
              sealed, executionId, name);
      if (changed == 0) {
        unitOfWork.handle().execute(
            "insert into execution_context (execution_id, name, sealed) values (?, ?, ?)",
            executionId, name, sealed);
      }
    });
  }

  @Override
  public Optional<byte[]> get(String executionId, String name) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select sealed from execution_context where execution_id = ? and name = ?",
                executionId, name)
            .map((row, _) -> row.getBytes("sealed"))
            .findOne());
  }

  @Override
  public Map<String, Integer> sizes(String executionId) {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select(
                "select name, octet_length(sealed) as bytes from execution_context"
                    + " where execution_id = ?",
                executionId)
            .map((row, _) -> Map.entry(row.getString("name"), row.getInt("bytes")))
            .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void remove(String executionId, String name) {
    unitOfWork.run(Durability.STEP, () ->
        unitOfWork.handle().execute(
            "delete from execution_context where execution_id = ? and name = ?",
            executionId, name));
  }

  @Override
  public void clear(String executionId) {
    unitOfWork.run(Durability.STEP, () ->
        unitOfWork.handle().execute(
            "delete from execution_context where execution_id = ?", executionId));
  }

  @Override
  public long bytes() {
    return unitOfWork.call(Durability.STEP, () ->
        unitOfWork
            .handle()
            .select("select coalesce(sum(octet_length(sealed)), 0) from execution_context")
            .mapTo(Long.class)
            .one());
  }
}
