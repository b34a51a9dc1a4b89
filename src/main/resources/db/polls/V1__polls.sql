-- What is put to the vote. Every key leads with the community, so that rows can be spread by it.
create table polls.polls (
    community_id text        not null,
    id           text        not null,
    -- what people call it: 投3 #12
    number       int         not null,
    question     text        not null,
    kind         text        not null,
    -- of the choices at most, points to give away, the highest score; by the kind
    most         int         not null,
    -- what the chosen may cost together; null: they cost nothing
    budget       bigint,
    -- one voice a PERSON or a HOUSEHOLD
    voice        text        not null,
    place        text        not null,
    -- the code of the group it is asked in; empty: whoever lives at the place
    in_group     text        not null,
    -- whether only those may vote who stand in the register since it opened
    frozen       boolean     not null,
    -- whether bars are shown before it closes
    live         boolean     not null,
    asked_by     text        not null,
    opens_at     timestamptz not null,
    closes_at    timestamptz not null,
    is_open      boolean     not null default true,
    -- whether it was counted after it closed, and everybody was told
    is_counted   boolean     not null default false,
    primary key (community_id, id),
    unique (community_id, number),
    check (closes_at > opens_at)
);

create index polls_to_close on polls.polls (closes_at) where not is_counted;
create index polls_of_place on polls.polls (community_id, opens_at desc);

create table polls.choices (
    community_id text   not null,
    poll         text   not null,
    number       int    not null,
    name         text   not null,
    cost         bigint not null,
    primary key (community_id, poll, number),
    foreign key (community_id, poll) references polls.polls
);

-- With what voters are turned into tokens. Destroyed after the objections are over: then nobody can tell any more whose
-- ballot is whose.
create table polls.seals (
    community_id text not null,
    poll         text not null,
    secret       text not null,
    primary key (community_id, poll),
    foreign key (community_id, poll) references polls.polls
);

-- Who may vote and who has, never what.
create table polls.register (
    community_id text    not null,
    poll         text    not null,
    voter        text    not null,
    place        text    not null,
    voted        boolean not null,
    -- what the voter's own link proves, hashed; null: none was given
    ticket       text,
    primary key (community_id, poll, voter),
    foreign key (community_id, poll) references polls.polls
);

create unique index register_by_ticket on polls.register (community_id, poll, ticket);

-- What was voted, never by whom and never when. The key is what makes it one voice each.
create table polls.ballots (
    community_id text   not null,
    poll         text   not null,
    token        text   not null,
    choices      int[]  not null,
    points       int[]  not null,
    -- by which sends it came: a repeated one changes nothing, not even after a later one
    sends        text[] not null,
    primary key (community_id, poll, token),
    foreign key (community_id, poll) references polls.polls
);
