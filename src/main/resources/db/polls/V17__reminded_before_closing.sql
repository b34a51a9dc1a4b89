-- When those who had not voted were reminded on the last day; null: not yet.
alter table polls.polls add column reminded_at timestamptz;

create index polls_to_remind on polls.polls (closes_at) where frozen and reminded_at is null;
