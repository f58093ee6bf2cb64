-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- Whose secret it is, by a random mark that lies beside the secret; empty where there is none, and null
-- where nobody has changed the connection since there are marks.
alter table connection add column secret_mark varchar(32);
