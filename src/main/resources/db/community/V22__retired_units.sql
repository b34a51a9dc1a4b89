-- Units that are no more. Their rows stay: what they did in the past is told by their names.
alter table community.units add column retired boolean not null default false;
