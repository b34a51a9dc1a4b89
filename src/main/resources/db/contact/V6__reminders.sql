-- When the owner was reminded, the last three times: the platform lets us do it three times in 24 hours.
alter table contact.tasks add column reminded_at timestamptz[] not null default '{}';
