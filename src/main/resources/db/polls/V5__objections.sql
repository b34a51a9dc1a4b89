-- Since when a round is in its phase: the appraisal lasts from then on.
alter table polls.rounds add column since timestamptz not null default now();

-- An objection is a case with a deadline; what it is about rests until it is decided.
alter table polls.objections
    -- what it is about; 0: the whole result
    add column proposal    int  not null default 0,
    -- empty for those from before objections were cases
    add column case_number text not null default '',
    -- empty while it is open
    add column verdict     text not null default '';

update polls.objections set verdict = 'CONFIRMED' where answered_at is not null;

create index objections_by_case on polls.objections (community_id, case_number) where answered_at is null;

-- What a result was before it was counted again: nothing that was made public once is lost.
create table polls.recounts (
    community_id text        not null,
    round        text        not null,
    objection    int         not null,
    -- proposals that were taken out of the result
    taken_out    int[]       not null,
    before       int[]       not null,
    after        int[]       not null,
    at           timestamptz not null,
    primary key (community_id, round, objection)
);
