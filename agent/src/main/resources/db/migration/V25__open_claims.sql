-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- Who typed the code of the credit that helps to pay.
alter table intent add column credit_by varchar(40);
update intent set credit_by = 'customer' where credit_claim is not null;

-- What is owed is looked at every few seconds, and must not be sought among all that was ever paid:
-- `closed` says that nothing can be owed for a print any more.
alter table print_release add column closed boolean default false not null;
update print_release set closed = true where exists
  (select 1 from execution e where e.id = execution_id and e.status = 'COMPLETED');
update print_release set closed = true where exists
  (select 1 from settlement s where s.claim_id = execution_id);
create index print_release_by_closed on print_release (closed);
create index payment_by_owed on payment (owed_paise);
create index refund_by_state on refund (state, ended_at);
