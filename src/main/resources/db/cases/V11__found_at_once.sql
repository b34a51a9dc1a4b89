-- Each character and each two that stand side by side: one character alone is found by the index as well.
create function cases.grams(words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(lower(words), i, n)), '{}')
    from generate_series(1, length(words)) i, generate_series(1, 2) n
$$;

drop index cases.cases_by_words;
create index cases_by_words on cases.cases using gin (cases.grams(words || ' ' || number));

-- What is open where, and how much of it is late, is counted from the index alone.
drop index cases.cases_open_at_spot;
create index cases_open_at_spot on cases.cases (community_id, spot, label) include (waiting_since, due_at) where is_open;
