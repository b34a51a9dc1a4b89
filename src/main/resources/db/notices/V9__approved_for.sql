-- What somebody approved: how many it was for then, and exactly what it said. -1: before there was this.
alter table notices.spreads
    add column approved_people bigint not null default -1,
    add column approved_print  text   not null default '';

alter table notices.repeats add column approved_people bigint not null default -1;
