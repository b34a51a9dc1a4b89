-- How far each service desk was read. One replica reads a desk at a time.
create table kf.cursors (
    desk        text        primary key,
    -- where the next page begins; null: three days back, as far as the platform has anything
    cursor      text,
    -- with which the platform lets us read more often, for ten minutes after its call
    token       text,
    -- since when there may be something to read
    called_at   timestamptz,
    read_at     timestamptz,
    lease_until timestamptz,
    -- rises with every claim: whoever holds an older number has lost the lease
    attempt     int         not null default 0
);

-- With such a code one message may be said to somebody who only looked in.
create table kf.welcomes (
    desk   text        not null,
    person text        not null,
    code   text        not null,
    until  timestamptz not null,
    primary key (desk, person)
);
