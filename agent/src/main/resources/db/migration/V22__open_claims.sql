-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- Who typed the code of the credit that helps to pay.
alter table intent add column credit_by varchar(40);
update intent set credit_by = 'customer' where credit_claim is not null;
