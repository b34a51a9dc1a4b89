-- A round is announced with its rules and dates before anything is collected for it.
alter table polls.rounds add column collect_from timestamptz;

update polls.rounds set collect_from = opened_at;

alter table polls.rounds alter column collect_from set not null,
    add check (opened_at <= collect_from and collect_from < collect_until);

-- Whoever has not said whether they use what they appraised is asked once.
create index appraisals_of_whom on polls.appraisals (community_id, appraiser, at);
