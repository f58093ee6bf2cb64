-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- What a provider gave back of a payment without this program, when that was seen, and how much of it
-- had paid for sheets; `outside_paise` is all of it by then. The books of a day never change afterwards.
create table outside_refund (
  provider varchar(20) not null,
  payment_id varchar(80) not null,
  outside_paise bigint not null check (outside_paise > 0),
  paise bigint not null check (paise > 0),
  prints_paise bigint not null check (prints_paise between 0 and paise),
  at timestamp(6) with time zone not null,
  primary key (provider, payment_id, outside_paise),
  foreign key (provider, payment_id) references payment (provider, payment_id)
    on delete cascade
);
create index outside_refund_by_time on outside_refund (at);
