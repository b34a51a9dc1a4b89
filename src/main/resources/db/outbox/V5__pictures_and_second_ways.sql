alter table outbox.letters
    -- what it shows: the id of each picture and its link
    add column pictures json not null default '[]',
    -- by which ways it was sent and, as the platform said later, did not arrive: not tried again
    add column failed_ways text[] not null default '{}';

-- a message to many: how many it was for, how many of them the platform picked out, reached and failed at
alter table outbox.history
    add column total    bigint,
    add column filtered bigint,
    add column reached  bigint,
    add column missed   bigint;
alter table outbox.deliveries
    add column total    bigint,
    add column filtered bigint,
    add column reached  bigint,
    add column missed   bigint;
