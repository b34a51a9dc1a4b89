-- What failed says why; those of before failed by an error.
alter table ledgers.orders
    add column why text check (why in ('BROKEN', 'UNFINISHED'));

update ledgers.orders set why = 'BROKEN' where failed_at is not null;
