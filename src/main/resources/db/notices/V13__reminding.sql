-- When somebody who has not read it is to be written to once more; null: not.
alter table notices.recipients add column remind_at timestamptz;

create index recipients_to_remind on notices.recipients (remind_at) where remind_at is not null;
