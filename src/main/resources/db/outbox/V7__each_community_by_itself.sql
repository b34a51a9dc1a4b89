-- claims go community by community, and look for emergencies first where places are few
drop index outbox.letters_due;
create index letters_due on outbox.letters (community_id, account, urgency, id) where state = 'due' and not behind;
create index letters_urgent on outbox.letters (community_id) where state = 'due' and not behind and urgency = 0;
