-- What the owner of a group has pinned there (群公告), as it was when the group was last read.
alter table contact.groups add column notice text not null default '';
