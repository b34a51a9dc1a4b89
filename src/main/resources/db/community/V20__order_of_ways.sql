-- in which order ways of sending are tried, all of them, separated by spaces; null: the usual order
alter table community.communities add column ways text;
