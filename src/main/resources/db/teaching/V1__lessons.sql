-- Messages from which the service may learn. Words are masked before they come here; who said them is kept only as a
-- print, so that what a person said can be found when they do not want it kept.
create table teaching.lessons (
    community_id text        not null,
    key          text        not null,
    person       text        not null,
    words        text        not null,
    in_group     boolean     not null,
    guess        text        not null,
    confidence   float8      not null,
    -- the label that staff gave it elsewhere, which nobody has confirmed here yet
    suggested    text,
    cause        text        not null,
    noticed_at   timestamptz not null,
    -- open, taught, dismissed, learnt
    state        text        not null default 'open',
    label        text,
    taught_by    text,
    taught_at    timestamptz,
    -- one click, which can be undone as a whole
    click        text,
    primary key (community_id, key)
);

create index lessons_by_state on teaching.lessons (community_id, state, noticed_at desc);
create index lessons_of_person on teaching.lessons (community_id, person);

-- Whose words are not kept.
create table teaching.refusals (
    community_id text        not null,
    person       text        not null,
    -- left, unsubscribed
    why          text        not null,
    at           timestamptz not null,
    primary key (community_id, person)
);
