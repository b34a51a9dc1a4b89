alter table outbox.letters
    -- of those to one address, which leave one after the other: claims look at this one when it is called
    add column behind boolean not null default false;

drop index outbox.letters_due;
drop index outbox.letters_unfinished;
create index letters_due on outbox.letters (account, urgency, id) where state = 'due' and not behind;
create index letters_unfinished on outbox.letters (community_id, address, behind, urgency, id)
    where state in ('due', 'sending');
