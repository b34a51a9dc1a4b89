-- What the list is narrowed to beside what V1 knows; told units are found when the list is made.
alter table ledgers.orders
    add column whose    text not null default '',
    add column priority text not null default '';
