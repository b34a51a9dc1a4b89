-- How far each archive was read, and the proof that nothing is missing. One replica reads an archive at a time.
create table archive.readers (
    archive     text           primary key,
    seq         bigint         not null default 0,
    -- every number that is kept, or was left out because somebody does not agree
    kept        int8multirange not null default '{}',
    lease_until timestamptz,
    attempt     int            not null default 0
);

-- Numbers that were seen and could not be kept: the platform has them for five days.
create table archive.holes (
    archive text        not null,
    seq     bigint      not null,
    seen_at timestamptz not null,
    primary key (archive, seq)
);
