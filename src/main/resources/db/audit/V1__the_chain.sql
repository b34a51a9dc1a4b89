-- Who saw and changed what. Only added to; each community's entries are chained by their hashes, so that nobody changes
-- one unseen, not even whoever owns the database.

create table audit.entries (
    community_id text        not null,
    id           bigint      generated always as identity,
    at           timestamptz not null,
    who          text        not null,
    what         text        not null,
    about        text        not null,
    detail       text        not null,
    primary key (community_id, id)
);

-- Written a moment after the entries, in one line for each community: those who act do not wait for one another.
create table audit.seals (
    community_id text   not null,
    place        bigint not null,
    entry        bigint not null,
    -- SHA-256 of the hash before and this entry
    hash         text   not null,
    primary key (community_id, place),
    unique (community_id, entry)
);

create table audit.unsealed (
    community_id text   not null,
    entry        bigint not null,
    primary key (community_id, entry)
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is only added to';
end $$;

create trigger entries_stay before update or delete on audit.entries
    for each row execute function audit.refuse_change();
create trigger entries_stay_all before truncate on audit.entries
    for each statement execute function audit.refuse_change();
create trigger seals_stay before update or delete on audit.seals
    for each row execute function audit.refuse_change();
create trigger seals_stay_all before truncate on audit.seals
    for each statement execute function audit.refuse_change();
