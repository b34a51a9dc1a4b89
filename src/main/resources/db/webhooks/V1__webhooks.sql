-- Who wants to be told of what, and the line of calls. Every key leads with the community, so that rows can be spread by it.
create table webhooks.subscriptions (
    community_id    text        not null,
    id              text        not null,
    url             text        not null,
    topics          text[]      not null,
    -- signs, so it cannot be hashed
    secret          text        not null,
    -- signs beside it until then
    previous_secret text,
    previous_until  timestamptz,
    made_by         text        not null,
    made_at         timestamptz not null,
    failing_since   timestamptz,
    stopped_at      timestamptz,
    -- an outcome of calls, or `staff`
    stopped_why     text,
    primary key (community_id, id)
);

create table webhooks.deliveries (
    community_id text        not null,
    id           bigint      generated always as identity,
    subscription text        not null,
    topic        text        not null,
    body         text        not null,
    at           timestamptz not null,
    tries        int         not null default 0,
    due_at       timestamptz not null,
    done_at      timestamptz,
    outcome      text,
    primary key (community_id, id),
    foreign key (community_id, subscription) references webhooks.subscriptions on delete cascade
);

create index deliveries_due on webhooks.deliveries (due_at) where done_at is null;
create index deliveries_of_subscription on webhooks.deliveries (community_id, subscription, id);
