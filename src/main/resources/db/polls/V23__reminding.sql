-- When the last reminder began of those who had not voted; null: none did. What broke off is gone on with for a day.
alter table polls.polls add column reminding_since timestamptz;

update polls.polls set reminding_since = reminded_at;
