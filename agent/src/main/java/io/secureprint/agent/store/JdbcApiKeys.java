// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.access.ApiKey;
import io.secureprint.agent.access.ApiKeys;
import io.secureprint.agent.access.ApiRole;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys of programs, without what would open anything.
public final class JdbcApiKeys implements ApiKeys.Rows {
  private final JdbcUnitOfWork unitOfWork;

  public JdbcApiKeys(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void insert(ApiKey key, String hash) {
    String roles = key.roles().stream().map(ApiRole::word).sorted().collect(Collectors.joining(","));
    unitOfWork
        .handle()
        .createUpdate(
            """
            insert into api_key (id, name, subject, roles, hash, created_at, created_by, expires_at)
            values (:id, :name, :subject, :roles, :hash, :createdAt, :createdBy, :expiresAt)
            """)
        .bind("id", key.id())
        .bind("name", key.name())
        .bind("subject", key.subject())
        .bind("roles", roles)
        .bind("hash", hash)
        .bind("createdAt", Rows.column(key.made().at()))
        .bind("createdBy", key.made().by())
        .bindByType("expiresAt", Rows.columnOrNull(key.ends().expiresAt()), OffsetDateTime.class)
        .execute();
  }

  @Override
  public Optional<ApiKeys.Kept> find(String id) {
    return unitOfWork
        .handle()
        .select("select * from api_key where id = ?", id)
        .map((row, _) -> new ApiKeys.Kept(key(row), row.getString("hash")))
        .findOne();
  }

  @Override
  public List<ApiKey> all() {
    return unitOfWork
        .handle()
        .select("select * from api_key order by created_at desc, id")
        .map((row, _) -> key(row))
        .list();
  }

  @Override
  public boolean revoke(String id, Instant at) {
    return unitOfWork.handle().execute(
            "update api_key set revoked_at = ? where id = ? and revoked_at is null",
            Rows.column(at), id)
        == 1;
  }

  @Override
  public void used(String id, Instant at) {
    unitOfWork
        .handle()
        .execute("update api_key set last_used_at = ? where id = ?", Rows.column(at), id);
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("name"),
        row.getString("subject"),
        roles(row.getString("roles")),
        new ApiKey.Made(Rows.instant(row, "created_at"), row.getString("created_by")),
        new ApiKey.Ends(
            Rows.instantOrNull(row, "expires_at"),
            Rows.instantOrNull(row, "revoked_at"),
            Rows.instantOrNull(row, "last_used_at")));
  }

  private static Set<ApiRole> roles(String words) {
    return Arrays.stream(words.split(",", -1))
        .flatMap(word -> ApiRole.of(word).stream())
        .collect(Collectors.toSet());
  }
}
