-- What somebody was called when staff verified who that is, sealed like the name. null: they are still called so; empty: they
-- had no name. By it words about them are found when they want to be forgotten, whatever they call themselves by then.
alter table community.residents add column name_as_verified text;
