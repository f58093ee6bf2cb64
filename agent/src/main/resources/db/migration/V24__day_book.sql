-- SPDX-License-Identifier: Apache-2.0
-- The books of a day have what was sent back on it.
create index refund_by_time on refund (since);
