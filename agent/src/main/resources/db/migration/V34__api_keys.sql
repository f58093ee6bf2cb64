-- SPDX-License-Identifier: Apache-2.0

-- Keys of programs. The hash is SHA-256 of 256 random bits: it opens nothing and needs no salt.
create table api_key (
  id varchar(16) primary key,
  name varchar(60) not null,
  subject varchar(60) not null,
  roles varchar(60) not null,
  hash varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(40) not null,
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone
);
