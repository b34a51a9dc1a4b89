-- How far a milestone is, for everybody to see: cleaned before it is kept. The id names the bytes, so that the same picture
-- is kept once.
create table polls.milestone_pictures (
    community_id text        not null,
    id           uuid        not null,
    round        text        not null,
    proposal     int         not null,
    milestone    int         not null,
    media_type   text        not null,
    bytes        bytea       not null,
    by_name      text        not null,
    at           timestamptz not null,
    primary key (community_id, round, proposal, milestone, id),
    foreign key (community_id, round, proposal, milestone) references polls.milestones
);

-- Who won a prize, and why.
create table polls.awards (
    community_id text        not null,
    id           uuid        not null,
    round        text        not null,
    -- for what; 0: for no proposal alone
    proposal     int         not null,
    prize        text        not null,
    -- as the certificate names them
    winner       text        not null,
    reason       text        not null,
    -- who gave it; empty: the rule that was declared
    by_name      text        not null,
    at           timestamptz not null,
    primary key (community_id, id)
);

create index awards_of_round on polls.awards (community_id, round, at);

-- With what links to certificates are signed, made once.
create table polls.certificate_seal (
    only_one boolean primary key default true check (only_one),
    secret   text    not null
);

insert into polls.certificate_seal (secret)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
