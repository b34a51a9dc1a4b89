-- Who went to whose door; only added to. The key is made where it was ticked off, so that sending it twice is harmless.
create table notices.visits (
    community_id text        not null,
    id           uuid        not null,
    notice       text        not null,
    who          text        not null,
    -- TOLD, NOBODY_IN or PAPER_LEFT
    outcome      text        not null,
    by_staff     text        not null,
    at           timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, notice, who) references notices.recipients
);

create index visits_of_notice on notices.visits (community_id, notice, who, at);

-- With what links of single people are signed, made once.
create table notices.seal (
    only_one boolean primary key default true check (only_one),
    secret   text    not null
);

insert into notices.seal (secret)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- What hangs on the public board: notices whose audience names nobody but places.
create table notices.board (
    community_id text        not null,
    notice       text        not null,
    at           timestamptz not null,
    primary key (community_id, notice),
    foreign key (community_id, notice) references notices.notices
);

create index board_by_time on notices.board (community_id, at desc);
