// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import io.secureprint.agent.engine.shelf.WorkflowRows;
import io.secureprint.agent.kernel.JsonObject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

/// Workflows among the shop's documents.
public final class JdbcWorkflowRows implements WorkflowRows {
  private static final String MINE = " where kind = 'WORKFLOW' and slug = ?";

  private final JdbcUnitOfWork unitOfWork;

  public JdbcWorkflowRows(JdbcUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Entry> list() {
    return handle()
        .select("select * from document where kind = 'WORKFLOW' order by slug")
        .map((row, _) -> entry(row))
        .list();
  }

  @Override
  public Optional<Entry> find(String slug) {
    return handle()
        .select("select * from document" + MINE, slug)
        .map((row, _) -> entry(row))
        .findOne();
  }

  @Override
  public Optional<JsonObject> draft(String slug) {
    return handle()
        .select("select draft from document" + MINE + " and draft is not null", slug)
        .mapTo(String.class)
        .findOne()
        .map(JsonObject::parse);
  }

  @Override
  public List<Version> versions(String slug) {
    return handle()
        .select("select * from document_version" + MINE + " order by version desc", slug)
        .map((row, _) -> version(row))
        .list();
  }

  @Override
  public Optional<JsonObject> snapshot(String slug, int version) {
    return handle()
        .select("select snapshot from document_version" + MINE + " and version = ?", slug, version)
        .mapTo(String.class)
        .findOne()
        .map(JsonObject::parse);
  }

  @Override
  public boolean saveDraft(
      String slug, String title, JsonObject draft, String author, Instant at, int basedOn) {
    String text = Json.write(draft.members());
    if (basedOn == 0) {
      return handle().execute(
              "insert into document (kind, slug, title, draft, draft_by, draft_at, revision)"
                  + " select 'WORKFLOW', ?, ?, ?, ?, ?, 1"
                  + " where not exists (select 1 from document" + MINE + ")",
              slug, title, text, author, Rows.column(at), slug)
          == 1;
    }
    return handle().execute(
            "update document set title = ?, draft = ?, draft_by = ?, draft_at = ?,"
                + " revision = revision + 1" + MINE + " and revision = ?",
            title, text, author, Rows.column(at), slug, basedOn)
        == 1;
  }

  @Override
  public boolean publish(
      String slug, Version version, String title, JsonObject snapshot, int basedOn) {
    int changed =
        handle().execute(
            "update document set title = ?, draft = null, draft_by = null, draft_at = null,"
                + " published = ?, revision = revision + 1" + MINE + " and revision = ?",
            title, version.number(), slug, basedOn);
    if (changed == 0) {
      return false;
    }
    handle().execute(
        "insert into document_version (kind, slug, version, hash, change_type, reverts, description,"
            + " author, snapshot, created_at) values ('WORKFLOW', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        slug, version.number(), version.hash(), changeType(version), version.reverts(),
        version.description(), version.author(), Json.write(snapshot.members()),
        Rows.column(version.at()));
    return true;
  }

  @Override
  public boolean discard(String slug) {
    return handle().execute("delete from document" + MINE + " and published = 0", slug) == 1;
  }

  private static String changeType(Version version) {
    if (version.reverts() > 0) {
      return "reverted";
    }
    return version.number() == 1 ? "created" : "published";
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("slug"),
        row.getString("title"),
        row.getString("draft") != null,
        row.getInt("published"),
        row.getInt("revision"));
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getString("hash"),
        row.getInt("reverts"),
        row.getString("description"),
        row.getString("author"),
        Rows.instant(row, "created_at"));
  }

  private Handle handle() {
    return unitOfWork.handle();
  }
}
