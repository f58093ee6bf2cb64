// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.kernel.Sha256;
import io.secureprint.agent.pricing.PriceBook;
import io.secureprint.agent.pricing.PriceList;
import io.secureprint.agent.pricing.PriceVersion;

import tools.jackson.core.JacksonException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Versions of the price list, each with the hash of its content: a digit that has changed by itself
/// is no price.
public final class JdbcPriceRows implements PriceBook.Rows {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcPriceRows.class);

  private final JdbcUnitOfWork unitOfWork;

  public JdbcPriceRows(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<PriceVersion> recent(Instant now) {
    return versions(
        "where version >= (select max(version) from price_version"
            + " where valid_from <= ? or valid_from = created_at) order by version desc",
        Rows.column(now));
  }

  @Override
  public List<PriceVersion> newest(int limit) {
    return versions("order by version desc limit " + limit);
  }

  @Override
  public Optional<PriceVersion> find(int number) {
    return versions("where version = ?", number).stream().findFirst();
  }

  @Override
  public boolean insert(PriceVersion version) {
    String content = PriceListJson.write(Objects.requireNonNull(version.list(), "no prices"));
    return unitOfWork.handle().execute(
            "insert into price_version (version, valid_from, created_at, author, note, reverts,"
                + " content, sha256) select ?, ?, ?, ?, ?, ?, ?, ?"
                + " where not exists (select 1 from price_version where version = ?)",
            version.number(), Rows.column(version.validFrom()), Rows.column(version.createdAt()),
            version.author(), version.note(), version.reverts(), content, hash(content),
            version.number())
        == 1;
  }

  private List<PriceVersion> versions(String where, Object... values) {
    return unitOfWork
        .handle()
        .select("select * from price_version " + where, values)
        .map((row, _) -> version(row))
        .list();
  }

  private static PriceVersion version(ResultSet row) throws SQLException {
    int number = row.getInt("version");
    return new PriceVersion(
        number,
        Rows.instant(row, "valid_from"),
        Rows.instant(row, "created_at"),
        row.getString("author"),
        row.getString("note"),
        row.getInt("reverts"),
        list(number, row.getString("content"), row.getString("sha256")));
  }

  private static @Nullable PriceList list(int number, String content, String sha256) {
    if (!hash(content).equals(sha256)) {
      LOG.debug("version {} of the price list has another hash", number);
      return null;
    }
    try {
      return PriceListJson.read(content);
    } catch (JacksonException e) {
      LOG.debug("version {} of the price list is none of ours", number, e);
      return null;
    }
  }

  private static String hash(String content) {
    return Sha256.hex(content);
  }
}
