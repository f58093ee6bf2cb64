-- SPDX-License-Identifier: Apache-2.0
-- What each step of an execution changes, apart from what is looked for: the database writes every index
-- of a row anew with it. `begun_at` is since when its present step runs, null where it has not begun.
create table execution_state (
  execution_id varchar(32) primary key references execution (id),
  round integer not null,
  step integer not null,
  step_key varchar(40) not null,
  attempt integer not null,
  waiting boolean not null,
  wake_at timestamp(6) with time zone,
  begun_at timestamp(6) with time zone,
  facts varchar(10000) not null,
  revision integer not null
);

insert into execution_state
select e.id, e.round, e.step, coalesce(s.step, ''), e.attempt, e.waiting, e.wake_at, s.started_at,
  e.facts, e.revision
from execution e
left join step_execution s on s.execution_id = e.id and s.status = 'RUNNING'
  and e.status = 'IN_PROGRESS' and s.seq =
    (select max(o.seq) from step_execution o where o.execution_id = e.id and o.status = 'RUNNING');

-- A row of the history is written once its step has come to something.
delete from step_execution where status = 'RUNNING';

alter table execution drop column round;
alter table execution drop column step;
alter table execution drop column attempt;
alter table execution drop column waiting;
alter table execution drop column wake_at;
alter table execution drop column facts;
alter table execution drop column revision;

-- Whoever looks for a status looks for an owner too.
drop index execution_by_status;
