-- When the words and people of a closed case were forgotten, because its community keeps them no longer; what kind of case it
-- was, where, how long it took and how it was rated stays, for the figures.
alter table cases.cases add column forgotten_at timestamptz;

create index cases_to_forget on cases.cases (opened_at) where not is_open and forgotten_at is null;
