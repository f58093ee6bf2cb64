-- SPDX-License-Identifier: Apache-2.0
-- Money on its way back to customers. No column may hold data of a customer.

-- What pays for the sheets, and what went back without this program.
alter table payment add column prints_paise bigint default 0 not null;
alter table payment add column outside_paise bigint default 0 not null;
update payment set prints_paise = amount_paise - owed_paise where disposition = 'RELEASED';
update payment set outside_paise = refunded_paise where flag = 'REFUNDED_OUTSIDE';

-- Set when the money went back before anything was printed.
alter table print_release add column revoked_at timestamp(6) with time zone;

-- How much of a settled claim a person gave by hand.
alter table settlement add column by_hand_paise bigint default 0 not null;
update settlement set by_hand_paise = paise where outcome = 'RETURNED';

-- One row is one refund and one idempotency key: its id.
create table refund (
  id varchar(80) primary key,
  intent_id varchar(32) not null references intent (id),
  claim_id varchar(110) not null,
  provider varchar(20) not null,
  payment_id varchar(80) not null,
  paise bigint not null check (paise > 0),
  state varchar(20) not null,
  tries integer not null,
  due_at timestamp(6) with time zone not null,
  since timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  code varchar(48),
  foreign key (provider, payment_id) references payment (provider, payment_id)
);
create index refund_by_due on refund (provider, due_at);
create index refund_by_payment on refund (provider, payment_id);
