-- SPDX-License-Identifier: Apache-2.0
-- The day's takings are read again after every payment.
create index payment_by_time on payment (at);
create index settlement_by_time on settlement (at);
