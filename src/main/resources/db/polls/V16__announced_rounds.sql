-- A round is announced with its rules and dates before anything is collected for it; null: it collects at once, as
-- rounds do that a program of before opens.
alter table polls.rounds add column collect_from timestamptz
    check (opened_at <= collect_from and collect_from < collect_until);

-- Whoever has not said whether they use what they appraised is asked once.
create index appraisals_of_whom on polls.appraisals (community_id, appraiser, at);
