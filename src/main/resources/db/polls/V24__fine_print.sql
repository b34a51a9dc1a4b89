-- What a round declares about its counting beside its rule. The defaults are what a program of before counts by.
alter table polls.rounds
    -- null: what is usual for the ballots
    add column utility    text,
    add column start_with text    not null default 'floor',
    add column exhaustive boolean not null default false,
    add column comparison boolean not null default false,
    add column increment  bigint  not null default 1 check (increment > 0),
    -- least votes or points; 0: none
    add column threshold  bigint  not null default 0,
    -- how many may be chosen by single transferable vote; 0: it is another rule
    add column seats      int     not null default 0,
    add column ties       text    not null default 'COST_VOTES';

-- A program of before tells groups of a state of a log when it signs it, and says nothing here: nobody tells it again.
alter table polls.heads alter column told_at set default 'infinity';
