-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- Which agent carries an execution forward; nobody else does as long as that one lives. Null is an
-- execution of the time before, which whoever has the file takes up.
alter table execution add column owner_agent varchar(32);
create index execution_by_owner on execution (owner_agent, status);
create index signal_by_handled on signal (handled);

-- The agents on this database: `run` is the one start of an agent that may act in its name, and
-- `seen_at` when it last said that it lives, by the database's clock. `keys` is the hash of the keys by
-- which it knows codes of credits and references of payments again.
create table agent_lease (
  agent varchar(32) primary key,
  run varchar(32) not null,
  keys varchar(64) not null,
  seen_at timestamp(6) with time zone not null
);

-- Hints have their agent's name now; those without are given again from the journal.
delete from scheduled_tasks;
