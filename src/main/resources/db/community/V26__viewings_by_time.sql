-- What is older than its community keeps it is looked for every hour.
create index viewings_by_time on community.viewings (at);
