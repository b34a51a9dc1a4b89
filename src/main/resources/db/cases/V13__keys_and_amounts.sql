-- Steps are spread by their community like the cases they belong to.
alter table cases.steps drop constraint steps_pkey;
alter table cases.steps add primary key (community_id, id);

-- Money that was named with a step whose workflow asks for it; in yuan, exact.
alter table cases.steps add column amount numeric(14, 2) check (amount >= 0);
create index steps_with_amount on cases.steps (community_id, number, id) where amount is not null;
