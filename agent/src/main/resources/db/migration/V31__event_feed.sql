-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- What an event was done because of: the run of an automation.
alter table event add column causation_id varchar(64) default '' not null;

-- How far each reader of the events has come. Whoever moves it on does so in the transaction of what it
-- makes of the events, and holds the lease for a while: another agent takes over when that has run out.
create table consumer (
  name varchar(60) primary key,
  last_seq bigint not null check (last_seq >= 0),
  owner varchar(64) not null,
  leased_until timestamp(6) with time zone not null
);

-- What a reader could not do anything with.
create table dead_letter (
  consumer varchar(60) not null references consumer (name),
  seq bigint not null,
  event_type varchar(60) not null,
  attempts integer not null check (attempts > 0),
  code varchar(48) not null,
  detail varchar(200) not null,
  state varchar(20) not null,
  since timestamp(6) with time zone not null,
  next_at timestamp(6) with time zone not null,
  primary key (consumer, seq)
);
create index dead_letter_by_state on dead_letter (state, consumer, next_at);
