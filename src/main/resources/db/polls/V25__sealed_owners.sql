-- Names of owners are sealed like those of residents: one text, a line each, which the program seals as soon as it runs.
alter table polls.parcels
    alter column names type text using array_to_string(names, E'\n');
