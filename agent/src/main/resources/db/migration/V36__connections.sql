-- SPDX-License-Identifier: Apache-2.0
-- Servers of others that the shop calls; their secrets are not here.

create table connection (
  name varchar(40) primary key,
  address varchar(300) not null,
  header varchar(60) not null,
  changed_by varchar(40) not null,
  changed_at timestamp(6) with time zone not null
);
