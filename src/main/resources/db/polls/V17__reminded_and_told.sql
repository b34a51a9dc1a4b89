-- When those who had not voted were reminded on the last day; null: not yet.
alter table polls.polls add column reminded_at timestamptz;

create index polls_to_remind on polls.polls (closes_at) where frozen and reminded_at is null;

-- When everybody who is asked in private was written to; null: not yet. Of other votes without a meaning.
alter table polls.polls add column told_at timestamptz;

create index polls_to_tell on polls.polls (opens_at) where in_group = '*' and told_at is null;
