-- SPDX-License-Identifier: Apache-2.0
-- The work board. No column may hold data of a customer: titles and comments are words of the shop's
-- own people and programs.

create table action_plan (
  id varchar(32) primary key,
  title varchar(200) not null,
  state varchar(20) not null,
  revision integer not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null
);
create index action_plan_by_age on action_plan (created_at, id);
create index action_plan_by_change on action_plan (updated_at);

create table task (
  id varchar(32) primary key,
  task_type varchar(40) not null,
  area varchar(40) not null,
  plan_id varchar(32) references action_plan (id),
  execution_id varchar(64),
  session_id varchar(64),
  correlation_id varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  state varchar(20) not null,
  priority varchar(10) not null,
  title varchar(200) not null,
  assignee varchar(40),
  due_at timestamp(6) with time zone,
  revision integer not null,
  updated_at timestamp(6) with time zone not null
);
create index task_by_age on task (created_at, id);
create index task_by_state on task (state, created_at, id);
create index task_by_plan on task (plan_id);
create index task_by_change on task (updated_at);

create table task_comment (
  seq bigint generated always as identity primary key,
  task_id varchar(32) not null references task (id),
  actor varchar(40) not null,
  at timestamp(6) with time zone not null,
  words varchar(1000) not null
);
create index task_comment_by_task on task_comment (task_id, seq);

create table plan_item (
  plan_id varchar(32) not null references action_plan (id),
  place integer not null,
  title varchar(200) not null,
  task_type varchar(40) not null,
  area varchar(40) not null,
  priority varchar(10) not null,
  task_id varchar(32) references task (id),
  primary key (plan_id, place)
);

-- A promise never changes; the next one for the same kind of task retires it.
create table sla_policy (
  id varchar(32) primary key,
  area varchar(40) not null,
  task_type varchar(40) not null,
  target_ms bigint not null,
  warn_percent integer not null,
  start_on varchar(60) not null,
  pause_on varchar(60) not null,
  stop_on varchar(60) not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null
);
create index sla_policy_by_kind on sla_policy (active, area, task_type);

insert into sla_policy
  (id, area, task_type, target_ms, warn_percent, start_on, pause_on, stop_on, active, created_at)
values
  ('usual-intake', '*', 'intake', 3600000, 80, 'new', 'blocked', 'completed,cancelled', true,
    timestamp with time zone '2026-01-01 00:00:00+00:00'),
  ('usual-assessment', '*', 'assessment', 14400000, 80, 'new', 'blocked', 'completed,cancelled', true,
    timestamp with time zone '2026-01-01 00:00:00+00:00'),
  ('usual-review', '*', 'review', 7200000, 80, 'new', 'blocked', 'completed,cancelled', true,
    timestamp with time zone '2026-01-01 00:00:00+00:00');

-- next_at is when the clock asks for something: a warning, then a breach; null while it does not tick.
create table sla_clock (
  task_id varchar(32) primary key references task (id),
  policy_id varchar(32) not null references sla_policy (id),
  clock_state varchar(20) not null,
  used_ms bigint not null,
  since_at timestamp(6) with time zone,
  warn_at timestamp(6) with time zone,
  promised_at timestamp(6) with time zone,
  next_at timestamp(6) with time zone,
  started_at timestamp(6) with time zone not null,
  warned_at timestamp(6) with time zone,
  breached_at timestamp(6) with time zone,
  stopped_at timestamp(6) with time zone
);
create index sla_clock_by_next on sla_clock (next_at);
create index sla_clock_by_state on sla_clock (clock_state);

create table shop_calendar (
  id varchar(20) primary key,
  content varchar(30000) not null
);
insert into shop_calendar (id, content) values ('shop',
  '{"zone":"Asia/Kolkata","hours":{"monday":["00:00-24:00"],"tuesday":["00:00-24:00"],"wednesday":["00:00-24:00"],"thursday":["00:00-24:00"],"friday":["00:00-24:00"],"saturday":["00:00-24:00"],"sunday":["00:00-24:00"]},"festivals":{}}');

-- What was granted to whom, so that the same wish that comes again is granted once.
create table board_command (
  caller varchar(40) not null,
  command_id varchar(64) not null,
  request varchar(64) not null,
  subject varchar(32) not null,
  at timestamp(6) with time zone not null,
  primary key (caller, command_id)
);
create index board_command_by_age on board_command (at);
