-- parent: who is told when a unit does not keep its time; null: the community's desk.
-- hours: when it is on duty, like 17:30-8:30; null: always.
alter table community.units add column parent text, add column hours text;
