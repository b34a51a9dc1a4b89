-- What somebody said leaves the history when they want it forgotten; that something was said, when, and what came of it stays.
alter table cases.steps add column erased_at timestamptz;

create function cases.refuse_all_but_erasing() returns trigger language plpgsql as $$
declare
    erasable constant text[] := '{words,pictures,by_id,by_name,erased_at}';
begin
    if tg_op = 'UPDATE' and new.erased_at is not null and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
        return new;
    end if;
    raise exception 'the history of a case is only added to';
end $$;

drop trigger steps_stay on cases.steps;
create trigger steps_stay before update or delete on cases.steps
    for each row execute function cases.refuse_all_but_erasing();
