-- Names of winners are sealed: whoever asks to be forgotten is found by where they were told. Empty: staff handed it over.
alter table polls.awards add column told_at text not null default '';
