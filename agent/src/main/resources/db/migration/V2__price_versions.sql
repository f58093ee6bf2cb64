-- SPDX-License-Identifier: Apache-2.0

-- The price list: rows are added and never changed. The newest row that counts already, at once
-- (valid_from = created_at) or by now, decides.
create table price_version (
  version integer primary key,
  valid_from timestamp(6) with time zone not null,
  created_at timestamp(6) with time zone not null,
  author varchar(40) not null,
  note varchar(200) not null,
  reverts integer not null,
  content varchar(20000) not null,
  sha256 varchar(64) not null
);
