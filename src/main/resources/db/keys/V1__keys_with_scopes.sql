-- Programs of others. Every key leads with the community, so that rows can be spread by it.
create table keys.keys (
    community_id text        not null,
    id           text        not null,
    name         text        not null,
    -- SHA-256; the key itself is shown once and kept nowhere
    hash         text        not null,
    scopes       text[]      not null,
    -- whose cases it sees and acts on; null: all of the community
    unit         text,
    made_by      text        not null,
    made_at      timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (community_id, id)
);

create unique index keys_by_hash on keys.keys (community_id, hash);

-- Those of the time when Open311 had keys of its own go on opening what they opened. Nothing reads that table any more.
do $$
begin
    if to_regclass('open311.keys') is not null then
        insert into keys.keys (community_id, id, name, hash, scopes, made_by, made_at, revoked_at)
        select community_id, id, name, hash, array['OPEN311', 'NUMBERS'], made_by, made_at, revoked_at
        from open311.keys;
    end if;
end $$;
