-- Of several open votes somebody was asked which they mean: what was listed to them, in this order, and which of it they
-- chose; empty: none yet.
create table polls.picks (
    community_id text        not null,
    voter        text        not null,
    listed       text[]      not null,
    chosen       text        not null,
    at           timestamptz not null,
    primary key (community_id, voter)
);
