-- Who is told when a unit does not keep its time; null: the community's desk.
alter table community.units add column parent text;
