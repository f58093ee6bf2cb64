-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- The fingerprint while nobody has acknowledged the alert: whoever raises it again at the same moment
-- finds it.
alter table alert add column open_mark varchar(64);
update alert set open_mark = fingerprint
  where id in (select min(id) from alert where state = 'OPEN' group by fingerprint);
alter table alert add constraint alert_open_once unique (open_mark);
