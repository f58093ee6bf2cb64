-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- Things that one unit of work does at a time: it begins with its line here.
create table turn (
  name varchar(20) primary key,
  taken bigint not null
);
insert into turn (name, taken) values ('upi-amount', 0);
