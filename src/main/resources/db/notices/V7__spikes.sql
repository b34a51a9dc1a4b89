-- What households asked lately, without their words and without who they are: to see when many ask the same.
create table notices.questions (
    community_id text        not null,
    -- of the message, so that it counts once
    id           text        not null,
    building     text        not null,
    theme        text        not null,
    -- the same for all questions of one household, and nothing that leads back to it
    household    uuid        not null,
    at           timestamptz not null,
    primary key (community_id, id)
);

create index questions_by_time on notices.questions (at);

-- When a draft was made because many of a building asked the same: for a while no second one is.
create table notices.spikes (
    community_id text        not null,
    building     text        not null,
    theme        text        not null,
    at           timestamptz not null,
    notice       text        not null,
    households   int         not null,
    primary key (community_id, building, theme)
);
