-- What was read out of a voter's words and waits for a yes. Under the same token as the ballot, and gone with it.
create table polls.drafts (
    community_id text        not null,
    poll         text        not null,
    token        text        not null,
    choices      int[]       not null,
    points       int[]       not null,
    at           timestamptz not null,
    primary key (community_id, poll, token),
    foreign key (community_id, poll) references polls.polls
);
