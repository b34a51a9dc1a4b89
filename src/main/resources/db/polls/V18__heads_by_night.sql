-- States of a log are signed by night too, and stand on its page at once. Groups are told those of the night in the
-- morning; null: not yet.
alter table polls.heads add column told_at timestamptz;

update polls.heads set told_at = signed_at;

-- When groups were told that the log is at its end; null: not yet.
alter table polls.logs add column closing_told_at timestamptz;

update polls.logs l set closing_told_at = p.closes_at from polls.polls p
where p.community_id = l.community_id and p.id = l.poll and not p.is_open;
