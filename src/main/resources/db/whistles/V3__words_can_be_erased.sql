-- Who is named in what a unit wrote, and wants to be forgotten, is masked there; nothing else of the history changes.
alter table whistles.steps add column erased_at timestamptz;

create function whistles.refuse_all_but_erasing() returns trigger language plpgsql as $$
declare
    erasable constant text[] := '{words,erased_at}';
begin
    if tg_op = 'UPDATE' and new.erased_at is not null and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
        return new;
    end if;
    raise exception 'the history of a whistle is only added to';
end $$;

drop trigger steps_stay on whistles.steps;
create trigger steps_stay before update or delete on whistles.steps
    for each row execute function whistles.refuse_all_but_erasing();
