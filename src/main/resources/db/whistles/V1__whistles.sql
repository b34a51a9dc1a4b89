-- Units that are called to a case. Every key leads with the community, so that rows can be spread by it.
create table whistles.whistles (
    community_id text        not null,
    id           text        not null,
    number       text        not null,
    unit         text        not null,
    reason       text        not null,
    called_by    text        not null,
    called_at    timestamptz not null,
    report_by    timestamptz not null,
    state        text        not null,
    reporter     text        not null,
    reported_at  timestamptz,
    refusals     int         not null,
    chased_at    timestamptz,
    -- 0: not rated
    stars        int         not null,
    verdict      text        not null,
    version      bigint      not null,
    primary key (community_id, id)
);

create index whistles_of_case on whistles.whistles (community_id, number, called_at);
create index whistles_of_unit on whistles.whistles (community_id, unit, called_at desc);
-- a unit is called to a case once at a time
create unique index whistles_going_on on whistles.whistles (community_id, number, unit)
    where state in ('CALLED', 'REPORTED_IN', 'DONE', 'REFUSED');
-- who did not come, over all communities: never many
create index whistles_to_chase on whistles.whistles (report_by) where state = 'CALLED' and chased_at is null;

create table whistles.steps (
    id           bigint generated always as identity primary key,
    community_id text        not null,
    whistle      text        not null,
    kind         text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    words        text        not null,
    foreign key (community_id, whistle) references whistles.whistles
);

create index steps_of_whistle on whistles.steps (community_id, whistle, id);

-- A history that can be changed proves nothing.
create function whistles.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the history of a whistle is only added to';
end $$;

create trigger steps_stay before update or delete on whistles.steps
    for each row execute function whistles.refuse_change();

-- With what links are signed, made once.
create table whistles.seal (
    only_one boolean primary key default true check (only_one),
    secret   text    not null
);

insert into whistles.seal (secret)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
