-- Whether letters reach somebody there, as of when; null: nothing was heard of it.
alter table community.identities add column reached boolean not null default true;
alter table community.identities add column reach_at timestamptz;
