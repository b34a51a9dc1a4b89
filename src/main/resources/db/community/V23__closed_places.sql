-- Places that are no more, with all that lies below them. Their rows stay: what happened there is told by their names.
alter table community.places add column closed boolean not null default false;
