-- Files are sealed by the program. Those from before lie open in bytes until they are forgotten; beside a sealed one, bytes
-- hold what a replica of the version before takes for no table and no list.
alter table hotline.files
    add column sealed text not null default '',
    alter column bytes set default 'sealed';
