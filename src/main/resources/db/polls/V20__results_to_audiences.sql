-- When the result of a vote that some are asked in private was written to each of them; null: not yet. Of other votes
-- without a meaning. What was counted before is not written any more.
alter table polls.polls add column result_told_at timestamptz;

update polls.polls set result_told_at = now() where in_group = '*' and is_counted;

create index polls_results_to_tell on polls.polls (closes_at)
  where in_group = '*' and is_counted and result_told_at is null;

-- When somebody was to be called about what is late, whether or not there was anybody to be told; null: never. Those
-- who were tried longest ago come first, so that units that nobody reaches keep no others waiting.
alter table polls.milestones add column tried_at timestamptz;
