-- SPDX-License-Identifier: Apache-2.0
-- What an execution was started with is kept once, however many executions were; rows of former
-- versions keep their own copy.

create table execution_definition (
  hash varchar(64) primary key,
  definition varchar(1000000) not null
);

alter table execution alter column definition drop not null;
alter table execution add column definition_hash varchar(64) references execution_definition (hash);
alter table execution add column round integer default 0 not null;
-- The program that started it, where one did, and the place from which; who waits for it.
alter table execution add column subject varchar(80) default '' not null;
alter table execution add column page_id varchar(80) default '' not null;
alter table execution add column parent_id varchar(32) default '' not null;
create index execution_by_parent on execution (parent_id, status);
create index execution_by_subject on execution (subject, started_at);

-- What an execution without a customer knows, sealed under a key that is not in the database.
create table execution_context (
  execution_id varchar(32) not null references execution (id),
  name varchar(80) not null,
  sealed bytea not null,
  primary key (execution_id, name)
);

-- What it came to, where that is not sensitive.
create table execution_result (
  execution_id varchar(32) primary key references execution (id),
  result varchar(1000000) not null
);

-- Documents of the shop that have versions. A draft is nobody's but its writers'; a version that was
-- published never changes.
create table document (
  kind varchar(20) not null,
  slug varchar(40) not null,
  title varchar(80) not null,
  draft varchar(400000),
  draft_by varchar(40),
  draft_at timestamp(6) with time zone,
  published integer default 0 not null,
  revision integer default 0 not null,
  primary key (kind, slug)
);

create table document_version (
  kind varchar(20) not null,
  slug varchar(40) not null,
  version integer not null,
  hash varchar(64) not null,
  change_type varchar(20) not null,
  reverts integer default 0 not null,
  description varchar(200) not null,
  author varchar(40) not null,
  snapshot varchar(400000) not null,
  created_at timestamp(6) with time zone not null,
  primary key (kind, slug, version),
  foreign key (kind, slug) references document (kind, slug)
);
