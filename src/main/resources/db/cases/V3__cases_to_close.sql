-- Finished cases are closed by themselves; there are never many that are not yet.
create index cases_to_close on cases.cases (resolved_at) where state in ('RESOLVED', 'RATED');
