-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- The inbox of what the gateway says by itself: the facts, and a hash by which the same message never
-- counts twice. The message itself is not kept. `verdict` is null until it was looked at.
create table gateway_message (
  provider varchar(20) not null,
  sha256 varchar(64) not null,
  received_at timestamp(6) with time zone not null,
  verdict varchar(20),
  live boolean not null,
  object_id varchar(64) not null,
  payment_id varchar(80) not null,
  paise bigint not null,
  currency varchar(8) not null,
  captured boolean not null,
  refunded_paise bigint not null,
  paid_at timestamp(6) with time zone not null,
  primary key (provider, sha256)
);
create index gateway_message_by_time on gateway_message (received_at);

-- What customers' banks want back. It is told, and settled at the gateway.
create table dispute (
  provider varchar(20) not null,
  dispute_id varchar(80) not null,
  payment_id varchar(80) not null,
  paise bigint not null,
  state varchar(20) not null,
  answer_by timestamp(6) with time zone not null,
  told_at timestamp(6) with time zone not null,
  primary key (provider, dispute_id)
);
create index dispute_by_state on dispute (state);
