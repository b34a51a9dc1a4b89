-- While the resident has to say something, no clock of the case runs.
alter table cases.cases add column waiting_since timestamptz;

-- The clocks that run for open cases. What is due is found by the index alone, however many cases are open.
create table cases.clocks (
    community_id text        not null,
    number       text        not null,
    name         text        not null,
    due_at       timestamptz not null,
    -- what happens next: WARN, MISS, HIGHER, OVER
    stage        text        not null,
    height       int         not null,
    -- when; null: nothing happens any more. Moved on by the length of a lease while somebody works on it.
    next_at      timestamptz,
    primary key (community_id, number, name)
);

create index clocks_due on cases.clocks (next_at) where next_at is not null;

-- Cases that were open before clocks were kept: the time that was promised for them goes on to count.
insert into cases.clocks (community_id, number, name, due_at, stage, height, next_at)
select community_id, number, 'solve', due_at, case when due_at > now() then 'MISS' else 'OVER' end, 0,
    case when due_at > now() then due_at end
from cases.cases where is_open;

-- Every time that was promised and not kept. Only added to.
create table cases.misses (
    community_id text        not null,
    number       text        not null,
    clock        text        not null,
    due_at       timestamptz not null,
    unit         text        not null,
    assignee     text,
    state        text        not null,
    told         text        not null,
    at           timestamptz not null,
    primary key (community_id, number, clock, due_at)
);

create index misses_by_time on cases.misses (community_id, at);
create trigger misses_stay before update or delete on cases.misses for each row execute function cases.refuse_change();
