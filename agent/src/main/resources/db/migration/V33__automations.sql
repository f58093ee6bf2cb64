-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

create table automation (
  id varchar(28) primary key,
  version integer not null,
  enabled boolean not null,
  -- Up to where a schedule has been looked at.
  looked_at timestamp(6) with time zone not null
);

create table automation_version (
  automation_id varchar(28) not null references automation (id),
  version integer not null,
  definition varchar(16000) not null,
  author varchar(40) not null,
  at timestamp(6) with time zone not null,
  primary key (automation_id, version)
);

-- What an automation does: its actions with everything filled in, and how far it has come.
create table automation_run (
  seq bigint generated always as identity primary key,
  id varchar(32) not null unique,
  automation_id varchar(28) not null references automation (id),
  correlation_id varchar(64) not null,
  depth integer not null,
  actions varchar(60000) not null,
  done integer not null,
  attempts integer not null,
  state varchar(20) not null,
  code varchar(48) not null,
  detail varchar(300) not null,
  owner varchar(64) not null,
  claimed_until timestamp(6) with time zone not null,
  wake_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index automation_run_by_state on automation_run (state, automation_id, seq);

create table evaluation (
  seq bigint generated always as identity primary key,
  automation_id varchar(28) not null references automation (id),
  version integer not null,
  event_seq bigint not null,
  outcome varchar(20) not null,
  code varchar(48) not null,
  detail varchar(1000) not null,
  run_id varchar(32),
  at timestamp(6) with time zone not null
);
create index evaluation_by_automation on evaluation (automation_id, seq);
create index evaluation_by_time on evaluation (at);

create table alert (
  id varchar(32) primary key,
  fingerprint varchar(64) not null,
  severity varchar(20) not null,
  title varchar(200) not null,
  detail varchar(500) not null,
  source varchar(40) not null,
  state varchar(20) not null,
  times integer not null,
  first_at timestamp(6) with time zone not null,
  last_at timestamp(6) with time zone not null,
  acknowledged_by varchar(40)
);
create index alert_by_state on alert (state, last_at);

-- By which a message that comes twice counts once.
create table webhook_message (
  name varchar(40) not null,
  mark varchar(64) not null,
  received_at timestamp(6) with time zone not null,
  primary key (name, mark)
);
create index webhook_message_by_time on webhook_message (received_at);
