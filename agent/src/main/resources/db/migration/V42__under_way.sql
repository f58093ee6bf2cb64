-- SPDX-License-Identifier: Apache-2.0
-- No column may hold data of a customer.

-- How many of a program's executions are under way is asked before each new one; its past is long.
create index execution_by_subject_status on execution (subject, status);
