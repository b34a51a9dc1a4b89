-- the unit that takes what is told in a group, whatever it is; null: as the units' labels say
alter table community.groups add column unit text;
