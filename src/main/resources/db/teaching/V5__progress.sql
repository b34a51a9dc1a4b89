-- How much of the training that was asked for is done, in percent.
alter table teaching.candidates add column progress smallint not null default 0;
