-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- What customers may pay with instead of money: the hashes of a code, for people and for phones, and
-- what is left of it once the claim was given as a credit.
create table credit (
  claim_id varchar(110) primary key,
  code_hash varchar(64) not null unique,
  brief_hash varchar(64) not null,
  left_paise bigint not null check (left_paise >= 0),
  given_at timestamp(6) with time zone,
  until_at timestamp(6) with time zone not null
);
create index credit_by_brief on credit (brief_hash);

-- A payment that is awaited and wants something of a credit is its reservation.
alter table intent add column credit_claim varchar(110) references credit (claim_id);
alter table intent add column credit_paise bigint default 0 not null;
create index intent_by_credit on intent (credit_claim);
