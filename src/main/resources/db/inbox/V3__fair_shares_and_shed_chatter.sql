alter table inbox.arrivals
    drop constraint arrivals_state_check,
    -- shed: put aside unread, when there was more to do than could be done
    add constraint arrivals_state_check check (state in ('waiting', 'working', 'done', 'set_aside', 'shed'));

-- communities take turns
drop index inbox.arrivals_waiting;
create index arrivals_waiting on inbox.arrivals (community_id, id) where state = 'waiting';
create index arrivals_shed on inbox.arrivals (community_id, received_at) where state = 'shed';
