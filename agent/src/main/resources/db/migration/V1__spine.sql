-- SPDX-License-Identifier: Apache-2.0
-- No column of any table may hold data of a customer. Portable between H2 and PostgreSQL.

create table execution (
  id varchar(32) primary key,
  workflow varchar(40) not null,
  definition varchar(20000) not null,
  dedupe_key varchar(80) not null unique,
  session_id varchar(32) not null,
  correlation_id varchar(32) not null,
  status varchar(20) not null,
  ending varchar(20) not null,
  step integer not null,
  attempt integer not null,
  waiting boolean not null,
  wake_at timestamp(6) with time zone,
  code varchar(48),
  facts varchar(10000) not null,
  revision integer not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index execution_by_start on execution (started_at);
create index execution_by_status on execution (status);

create table step_execution (
  seq bigint generated always as identity primary key,
  execution_id varchar(32) not null references execution (id),
  step varchar(40) not null,
  attempt integer not null,
  status varchar(20) not null,
  code varchar(48),
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  unique (execution_id, step, attempt)
);

create table signal (
  seq bigint generated always as identity primary key,
  execution_id varchar(32) not null references execution (id),
  command_id varchar(80) not null,
  name varchar(40) not null,
  facts varchar(10000) not null,
  handled boolean not null,
  unique (execution_id, command_id)
);

create table effect (
  effect_key varchar(120) primary key,
  execution_id varchar(32) not null references execution (id),
  kind varchar(40) not null,
  outside_name varchar(64) not null unique,
  state varchar(20) not null,
  external_ref varchar(120),
  evidence varchar(10000) not null,
  updated_at timestamp(6) with time zone not null
);
create index effect_by_state on effect (state);

create table event (
  seq bigint generated always as identity primary key,
  aggregate_type varchar(40) not null,
  aggregate_id varchar(64) not null,
  type varchar(60) not null,
  payload varchar(4000) not null,
  actor varchar(40) not null,
  correlation_id varchar(64) not null,
  at timestamp(6) with time zone not null
);
create index event_by_aggregate on event (aggregate_type, aggregate_id);

create table intent (
  id varchar(32) primary key,
  execution_id varchar(32) not null references execution (id),
  provider varchar(20) not null,
  object_id varchar(64),
  live boolean not null,
  expected_paise bigint not null check (expected_paise > 0),
  quote_mac varchar(64) not null,
  state varchar(20) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  unique (provider, object_id)
);
create index intent_by_execution on intent (execution_id);
create index intent_by_time on intent (provider, created_at);

create table payment (
  provider varchar(20) not null,
  payment_id varchar(80) not null,
  object_id varchar(64) not null,
  intent_id varchar(32) references intent (id),
  live boolean not null,
  amount_paise bigint not null,
  currency varchar(8) not null,
  refunded_paise bigint not null,
  disposition varchar(20) not null,
  flag varchar(20),
  owed_paise bigint not null check (owed_paise >= 0),
  evidence varchar(20) not null,
  actor varchar(40) not null,
  at timestamp(6) with time zone not null,
  primary key (provider, payment_id)
);
create index payment_by_intent on payment (intent_id);

-- One row lets one execution print, once.
create table print_release (
  execution_id varchar(32) primary key references execution (id),
  intent_id varchar(32) not null unique references intent (id),
  released_at timestamp(6) with time zone not null
);

-- How a person settled what the shop owed.
create table settlement (
  claim_id varchar(110) primary key,
  outcome varchar(20) not null,
  paise bigint not null,
  actor varchar(40) not null,
  at timestamp(6) with time zone not null
);

-- db-scheduler's own table; its rows are hints, execution.wake_at is the truth.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_by_time on scheduled_tasks (execution_time);
