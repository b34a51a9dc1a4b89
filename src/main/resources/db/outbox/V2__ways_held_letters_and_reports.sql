alter table outbox.letters
    -- which of our accounts sends it: claims are fair between them
    add column account       text generated always as (split_part(address, ':', 1) || ':' || split_part(address, ':', 2)) stored,
    -- 0 emergencies, 1 ordinary, 2 to very many
    add column urgency       smallint not null default 1 check (urgency between 0 and 2),
    -- how often the platform did not take it; claims that waited for their turn do not count
    add column failures      int not null default 0,
    -- by which way it was sent, or tried last
    add column way           text,
    -- when a held letter is looked at again, whatever the person does
    add column reconsider_at timestamptz,
    drop constraint letters_state_check,
    add constraint letters_state_check check (state in
        ('due', 'sending', 'handed', 'held', 'sent', 'confirmed', 'arrived', 'seen', 'unknown', 'failed'));

drop index outbox.letters_due;
drop index outbox.letters_undelivered;
create index letters_due on outbox.letters (account, urgency, id) where state = 'due';
create index letters_held on outbox.letters (community_id, address) where state = 'held';
create index letters_to_reconsider on outbox.letters (reconsider_at) where state = 'held';
create index letters_undelivered on outbox.letters (community_id, id) where state in ('unknown', 'failed', 'held');

-- what the platform calls a message, and what it said became of it; whichever comes first waits here for the other
create table outbox.deliveries (
    community_id text        not null,
    account      text        not null,
    receipt      text        not null,
    -- null while only the report has come
    key          text,
    -- of a long letter, the last part: when it has arrived, the letter has
    last         boolean     not null default true,
    stage        text check (stage in ('CONFIRMED', 'ARRIVED', 'SEEN', 'FAILED')),
    detail       text        not null default '',
    at           timestamptz not null,
    primary key (community_id, account, receipt)
);

create index deliveries_by_age on outbox.deliveries using brin (at);

-- what happened to a letter; only ever added to
create table outbox.history (
    community_id text        not null,
    key          text        not null,
    id           bigint      generated always as identity,
    at           timestamptz not null,
    -- a state, or 'released', 'retried'
    step         text        not null,
    -- the way and why, or the platform's words
    detail       text        not null,
    primary key (community_id, key, id)
);
