-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- Whole references that a person of the shop typed, as their HMAC with the last 4 digits, and what they
-- paid for. Nothing is ever taken out: a reference pays once, also when the gateway's own word has taken
-- the place of the person's.
create table used_reference (
  reference varchar(80) primary key,
  intent_id varchar(32) not null references intent (id),
  at timestamp(6) with time zone not null
);
insert into used_reference (reference, intent_id, at)
  select payment_id, min(intent_id), min(at) from payment
  where evidence = 'human' and payment_id like 'utr-%' and intent_id is not null
  group by payment_id;
