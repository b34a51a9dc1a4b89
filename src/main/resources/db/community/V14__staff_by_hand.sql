-- suspended_at: since when they may not sign in and count as nobody; null: they work here.
-- password_given: whether an administrator knows the password, so that it has to be changed at the next sign-in.
alter table community.staff add column suspended_at timestamptz;
alter table community.staff add column password_given boolean not null default false;
