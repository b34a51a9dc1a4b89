-- Who of the staff looked at whose personal data, when and why. Only added to.
create table community.viewings (
    community_id text        not null,
    id           bigint      generated always as identity,
    resident     text        not null,
    staff        text        not null,
    -- a reason of the residents' page, like `visit`, or the number of a case
    why          text        not null,
    at           timestamptz not null,
    primary key (community_id, id)
);

create index viewings_of_resident on community.viewings (community_id, resident, id);
