-- a backup was brought back: until somebody of the community has looked, what we would say by ourselves waits for them
create table outbox.restores (
    community_id text        not null,
    restored_at  timestamptz not null,
    -- when somebody let letters leave by themselves again
    ended_at     timestamptz,
    primary key (community_id, restored_at)
);
